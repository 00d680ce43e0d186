import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { graysOf, pixelsOf } from './test-decoding';

/** Blots of every width: 97 x 61 pixels of black and white, the same every time. */
const BLOTS = { width: 97, height: 61 };
const blots = Uint8Array.from({ length: BLOTS.width * BLOTS.height }, (_, index) => {
  const [x, y] = [index % BLOTS.width, Math.floor(index / BLOTS.width)];
  return Math.sin(x * 0.3 + y * 0.11) + Math.sin(y * 0.7 - x * x * 0.004) > 0.2 ? 0 : 255;
});
const picture = () => sharp(blots, { raw: { ...BLOTS, channels: 1 } });

describe('decodeTiff', () => {
  it.each([
    ['without compression', { compression: 'none' }],
    ['in LZW', { compression: 'lzw' }],
    ['in LZW with differences', { compression: 'lzw', predictor: 'horizontal' }],
    ['deflated', { compression: 'deflate' }],
    ['in PackBits', { compression: 'packbits' }],
    ['as a fax of group 4', { compression: 'ccittfax4', bitdepth: 1 }],
    ['of one bit', { compression: 'none', bitdepth: 1 }],
    ['of one bit, black is zero', { compression: 'packbits', bitdepth: 1, miniswhite: false }],
    ['in tiles', { compression: 'deflate', tile: true, tileWidth: 32, tileHeight: 16 }],
    ['as BigTIFF', { compression: 'lzw', bigtiff: true }],
  ] as const)('decodes a page %s', async (_name, options) => {
    const image = await pixelsOf(await picture().toColourspace('b-w').tiff(options).toBuffer());
    expect(image).toMatchObject(BLOTS);
    expect(graysOf(image)).toEqual([...blots]);
  });

  it('decodes long runs of a fax', async () => {
    const size = { width: 5003, height: 40 };
    const wide = Uint8Array.from({ length: size.width * size.height }, (_, index) => {
      const [x, y] = [index % size.width, Math.floor(index / size.width)];
      return x > 40 * y && x < 40 * y + 60 * y + 3 ? 0 : 255;
    });
    const fax = sharp(wide, { raw: { ...size, channels: 1 } })
      .toColourspace('b-w')
      .tiff({ compression: 'ccittfax4', bitdepth: 1 });
    expect(graysOf(await pixelsOf(await fax.toBuffer()))).toEqual([...wide]);
  });

  it.each([
    ['in JPEG', { compression: 'jpeg', quality: 100 }],
    ['in tiles of JPEG', { compression: 'jpeg', quality: 100, tile: true, tileWidth: 64, tileHeight: 64 }],
  ] as const)('decodes a color page %s', async (_name, options) => {
    const color = sharp({ create: { width: 100, height: 80, channels: 3, background: { r: 200, g: 30, b: 60 } } });
    const { data } = await pixelsOf(await color.tiff(options).toBuffer());
    for (const at of [0, data.length - 4]) {
      expect(Math.abs(data[at]! - 200)).toBeLessThan(6);
      expect(Math.abs(data[at + 1]! - 30)).toBeLessThan(6);
      expect(Math.abs(data[at + 2]! - 60)).toBeLessThan(6);
    }
  });
});
