/** Pixels of a bitmap file: RGBA, row-major from the top. */
export interface BitmapPixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

interface BitmapHeader {
  readonly headerSize: number;
  readonly width: number;
  readonly height: number;
  readonly isTopDown: boolean;
  readonly bitsPerPixel: number;
  readonly compression: number;
  readonly colorCount: number;
}

const RGB = 0;
const BIT_FIELDS = 3;
const ALPHA_BIT_FIELDS = 6;

/**
 * Decodes Windows and OS/2 bitmaps of 1, 4, 8, 16, 24 and 32 bits a pixel, with palette or bit masks.
 *
 * @throws when the file is cut off, or compressed (run lengths, embedded JPEG), which hardly any program writes
 */
export function decodeBmp(bytes: Uint8Array): BitmapPixels {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const header = readHeader(view);
  const { width, height, bitsPerPixel } = header;
  const readPixel = bitsPerPixel <= 8 ? paletteReader(view, header) : maskReader(view, header);
  const rowBytes = Math.ceil((width * bitsPerPixel) / 32) * 4;
  const start = view.getUint32(10, true);
  const data = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y += 1) {
    const row = start + (header.isTopDown ? y : height - 1 - y) * rowBytes;
    for (let x = 0; x < width; x += 1) readPixel(row, x, data, (y * width + x) * 4);
  }
  return { width, height, data };
}

function readHeader(view: DataView): BitmapHeader {
  const headerSize = view.getUint32(14, true);
  if (headerSize === 12) {
    const [width, height] = [view.getUint16(18, true), view.getUint16(20, true)];
    const bitsPerPixel = view.getUint16(24, true);
    return { headerSize, width, height, isTopDown: false, bitsPerPixel, compression: RGB, colorCount: 0 };
  }
  const signedHeight = view.getInt32(22, true);
  const header = {
    headerSize,
    width: view.getInt32(18, true),
    height: Math.abs(signedHeight),
    isTopDown: signedHeight < 0,
    bitsPerPixel: view.getUint16(28, true),
    compression: view.getUint32(30, true),
    colorCount: view.getUint32(46, true),
  };
  const isKnown = [RGB, BIT_FIELDS, ALPHA_BIT_FIELDS].includes(header.compression);
  if (!isKnown || header.width <= 0 || header.height === 0) throw new Error('this kind of bitmap is not supported');
  return header;
}

type PixelReader = (row: number, x: number, target: Uint8Array, at: number) => void;

function paletteReader(view: DataView, { headerSize, bitsPerPixel }: BitmapHeader): PixelReader {
  if (![1, 2, 4, 8].includes(bitsPerPixel)) throw new Error(`${bitsPerPixel} bits a pixel are not supported`);
  const entryBytes = headerSize === 12 ? 3 : 4;
  const palette = 14 + headerSize;
  const mask = (1 << bitsPerPixel) - 1;
  return (row, x, target, at) => {
    const bit = x * bitsPerPixel;
    const shift = 8 - bitsPerPixel - (bit & 7);
    const index = (view.getUint8(row + (bit >> 3)) >> shift) & mask;
    const entry = palette + index * entryBytes;
    target[at] = view.getUint8(entry + 2);
    target[at + 1] = view.getUint8(entry + 1);
    target[at + 2] = view.getUint8(entry);
    target[at + 3] = 255;
  };
}

function maskReader(view: DataView, header: BitmapHeader): PixelReader {
  const { bitsPerPixel } = header;
  if (![16, 24, 32].includes(bitsPerPixel)) throw new Error(`${bitsPerPixel} bits a pixel are not supported`);
  const channels = readMasks(view, header).map(channelReader);
  const alpha = channels[3]!;
  return (row, x, target, at) => {
    const value = readLittleEndian(view, row + (x * bitsPerPixel) / 8, bitsPerPixel);
    for (let channel = 0; channel < 3; channel += 1) target[at + channel] = channels[channel]!(value, 0);
    target[at + 3] = alpha(value, 255);
  };
}

function readLittleEndian(view: DataView, offset: number, bits: number): number {
  if (bits === 16) return view.getUint16(offset, true);
  if (bits === 32) return view.getUint32(offset, true);
  return view.getUint16(offset, true) | (view.getUint8(offset + 2) << 16);
}

/** Masks of red, green, blue and alpha; 0 for a channel that is not there. */
function readMasks(view: DataView, { headerSize, bitsPerPixel, compression }: BitmapHeader): number[] {
  if (compression === RGB) return bitsPerPixel === 16 ? [0x7c00, 0x3e0, 0x1f, 0] : [0xff0000, 0xff00, 0xff, 0];
  const hasAlpha = headerSize >= 56 || compression === ALPHA_BIT_FIELDS;
  return [54, 58, 62, 66].map((offset, channel) => (channel < 3 || hasAlpha ? view.getUint32(offset, true) : 0));
}

/** Spreads the bits under a mask over 0..255. */
function channelReader(mask: number): (value: number, otherwise: number) => number {
  if (mask === 0) return (_value, otherwise) => otherwise;
  const shift = 31 - Math.clz32(mask & -mask);
  const largest = mask >>> shift;
  return (value) => Math.round((((value & mask) >>> shift) / largest) * 255);
}
