const FILE_HEADER_BYTES = 14;
const INFO_HEADER_BYTES = 40;

/** A 24-bit uncompressed BMP of RGB pixels: rows bottom up, padded to four bytes, blue first. */
export function encodeBmp(rgb: Uint8Array, width: number, height: number): Buffer {
  const rowBytes = Math.ceil((width * 3) / 4) * 4;
  const pixelOffset = FILE_HEADER_BYTES + INFO_HEADER_BYTES;
  const bmp = Buffer.alloc(pixelOffset + rowBytes * height);
  bmp.write('BM', 0, 'latin1');
  bmp.writeUInt32LE(bmp.length, 2);
  bmp.writeUInt32LE(pixelOffset, 10);
  bmp.writeUInt32LE(INFO_HEADER_BYTES, 14);
  bmp.writeInt32LE(width, 18);
  bmp.writeInt32LE(height, 22);
  bmp.writeUInt16LE(1, 26);
  bmp.writeUInt16LE(24, 28);
  bmp.writeUInt32LE(rowBytes * height, 34);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = (y * width + x) * 3;
      const to = pixelOffset + (height - 1 - y) * rowBytes + x * 3;
      bmp.set([rgb[from + 2] ?? 0, rgb[from + 1] ?? 0, rgb[from] ?? 0], to);
    }
  }
  return bmp;
}
