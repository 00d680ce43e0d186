import { describe, expect, it } from 'vitest';
import { decodeBmp } from './decode-bmp';

interface BitmapParts {
  readonly bitsPerPixel: number;
  readonly height?: number;
  readonly compression?: number;
  readonly palette?: readonly number[];
  readonly masks?: readonly number[];
  readonly rows: readonly number[];
}

/** A bitmap 2 pixels wide and 2 high, unless said otherwise. */
function bitmap({
  bitsPerPixel,
  height = 2,
  compression = 0,
  palette = [],
  masks = [],
  rows,
}: BitmapParts): Uint8Array {
  const headerSize = masks.length > 3 ? 56 : 40;
  const start = 54 + masks.length * 4 + palette.length;
  const bytes = new Uint8Array(start + rows.length);
  const view = new DataView(bytes.buffer);
  bytes.set([0x42, 0x4d]);
  view.setUint32(10, start, true);
  view.setUint32(14, headerSize, true);
  view.setInt32(18, 2, true);
  view.setInt32(22, height, true);
  view.setUint16(28, bitsPerPixel, true);
  view.setUint32(30, compression, true);
  for (const [index, mask] of masks.entries()) view.setUint32(54 + index * 4, mask, true);
  bytes.set(palette, 54 + masks.length * 4);
  bytes.set(rows, start);
  return bytes;
}

const BLACK = [0, 0, 0, 255];
const WHITE = [255, 255, 255, 255];
const RED = [255, 0, 0, 255];
const BLUE = [0, 0, 255, 255];
const PALETTE = [0, 0, 0, 0, 255, 255, 255, 0, 0, 0, 255, 0, 255, 0, 0, 0];

const BITMAPS: [string, BitmapParts, number[][]][] = [
  [
    '1 bit',
    { bitsPerPixel: 1, palette: PALETTE.slice(0, 8), rows: [0b01000000, 0, 0, 0, 0b10000000, 0, 0, 0] },
    [WHITE, BLACK, BLACK, WHITE],
  ],
  ['4 bits', { bitsPerPixel: 4, palette: PALETTE, rows: [0x23, 0, 0, 0, 0x01, 0, 0, 0] }, [BLACK, WHITE, RED, BLUE]],
  ['8 bits', { bitsPerPixel: 8, palette: PALETTE, rows: [2, 3, 0, 0, 0, 1, 0, 0] }, [BLACK, WHITE, RED, BLUE]],
  ['16 bits', { bitsPerPixel: 16, rows: [0x00, 0x7c, 0x1f, 0x00, 0x00, 0x00, 0xff, 0x7f] }, [BLACK, WHITE, RED, BLUE]],
  [
    '24 bits',
    { bitsPerPixel: 24, rows: [0, 0, 255, 255, 0, 0, 0, 0, 0, 0, 0, 255, 255, 255, 0, 0] },
    [BLACK, WHITE, RED, BLUE],
  ],
  [
    '24 bits from the top',
    { bitsPerPixel: 24, height: -2, rows: [0, 0, 0, 255, 255, 255, 0, 0, 0, 0, 255, 255, 0, 0, 0, 0] },
    [BLACK, WHITE, RED, BLUE],
  ],
  [
    '32 bits',
    { bitsPerPixel: 32, rows: [0, 0, 255, 0, 255, 0, 0, 0, 0, 0, 0, 0, 255, 255, 255, 0] },
    [BLACK, WHITE, RED, BLUE],
  ],
  [
    '16 bits under masks',
    {
      bitsPerPixel: 16,
      compression: 3,
      masks: [0xf800, 0x7e0, 0x1f],
      rows: [0x00, 0xf8, 0x1f, 0x00, 0x00, 0x00, 0xff, 0xff],
    },
    [BLACK, WHITE, RED, BLUE],
  ],
  [
    '32 bits with alpha',
    {
      bitsPerPixel: 32,
      height: 1,
      compression: 3,
      masks: [0xff, 0xff00, 0xff0000, 0xff000000],
      rows: [255, 0, 0, 255, 0, 0, 255, 128],
    },
    [RED, [0, 0, 255, 128]],
  ],
];

describe('decodeBmp', () => {
  it.each(BITMAPS)('decodes %s a pixel', (_name, parts, expected) => {
    const { width, height, data } = decodeBmp(bitmap(parts));
    expect([width, height]).toEqual([2, Math.abs(parts.height ?? 2)]);
    expect([...data]).toEqual(expected.flat());
  });

  it.each([
    ['cut off', bitmap({ bitsPerPixel: 24, rows: [0, 0, 0] })],
    ['without a header', new Uint8Array([0x42, 0x4d])],
    ['of run lengths', bitmap({ bitsPerPixel: 8, compression: 1, rows: [2, 0, 0, 1] })],
    ['of 7 bits a pixel', bitmap({ bitsPerPixel: 7, rows: [0, 0, 0, 0, 0, 0, 0, 0] })],
  ])('refuses a bitmap %s', (_name, bytes) => {
    expect(() => decodeBmp(bytes)).toThrow();
  });
});
