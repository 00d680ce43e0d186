/** A Windows icon of PNG files, each with its side in pixels. */
export function encodeIco(pictures: readonly { readonly side: number; readonly png: Buffer }[]): Buffer {
  const list = Buffer.alloc(6 + pictures.length * 16);
  list.writeUInt16LE(1, 2);
  list.writeUInt16LE(pictures.length, 4);
  let offset = list.length;
  for (const [index, { side, png }] of pictures.entries()) {
    const at = 6 + index * 16;
    list.set([side % 256, side % 256], at);
    list.writeUInt16LE(1, at + 4);
    list.writeUInt16LE(32, at + 6);
    list.writeUInt32LE(png.length, at + 8);
    list.writeUInt32LE(offset, at + 12);
    offset += png.length;
  }
  return Buffer.concat([list, ...pictures.map(({ png }) => png)]);
}
