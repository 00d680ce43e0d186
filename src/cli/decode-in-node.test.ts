import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { PixelImage } from '../contract/image';
import { LIMITS } from '../contract/limits';
import { acceptFile } from '../intake/accept-file';
import { decodeInNode } from './decode-in-node';

async function decode(bytes: Uint8Array | string) {
  const accepted = await acceptFile(new File([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], 'picture'));
  return accepted.ok ? decodeInNode(accepted.value.image) : accepted;
}

async function pixels(bytes: Uint8Array | string): Promise<PixelImage> {
  const decoded = await decode(bytes);
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.failure));
  return decoded.value;
}

const at = ({ data, width }: PixelImage, x: number, y: number) => [
  ...data.slice((y * width + x) * 4, (y * width + x) * 4 + 4),
];

/** 3 x 2: black, white, black / white, red, white. */
const RGB = Uint8Array.from([0, 0, 0, 255, 255, 255, 0, 0, 0, 255, 255, 255, 255, 0, 0, 255, 255, 255]);
const pattern = () => sharp(RGB, { raw: { width: 3, height: 2, channels: 3 } });

describe('decodeInNode', () => {
  it('gives opaque pixels row by row', async () => {
    const image = await pixels(await pattern().png().toBuffer());
    expect(image).toMatchObject({ width: 3, height: 2, originalWidth: 3, originalHeight: 2 });
    expect(at(image, 0, 0)).toEqual([0, 0, 0, 255]);
    expect(at(image, 1, 1)).toEqual([255, 0, 0, 255]);
  });

  it('turns a photo upright', async () => {
    const image = await pixels(
      await pattern().resize(48, 32, { kernel: 'nearest' }).withMetadata({ orientation: 6 }).jpeg().toBuffer(),
    );
    expect(image).toMatchObject({ width: 32, height: 48, originalWidth: 32, originalHeight: 48 });
    // The red middle of the lower row stands left after a quarter turn clockwise.
    expect(at(image, 8, 24)[0]).toBeGreaterThan(200);
    expect(at(image, 8, 24)[1]).toBeLessThan(60);
  });

  it('lays transparency over white', async () => {
    const clear = sharp({ create: { width: 2, height: 1, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0.5 } } });
    expect(at(await pixels(await clear.png().toBuffer()), 0, 0)).toEqual([127, 127, 127, 255]);
  });

  it.each([
    ['gray, 16 bits', () => pattern().toColourspace('grey16').png().toBuffer()],
    ['with a palette', () => pattern().png({ palette: true }).toBuffer()],
    ['lossless WebP', () => pattern().webp({ lossless: true }).toBuffer()],
    ['GIF', () => pattern().gif().toBuffer()],
  ])('decodes a picture %s', async (_name, encode) => {
    const image = await pixels(await encode());
    expect(at(image, 0, 0)).toEqual([0, 0, 0, 255]);
    expect(at(image, 1, 0)).toEqual([255, 255, 255, 255]);
  });

  it('shrinks a picture over the pixel cap', async () => {
    const huge = await sharp({ create: { width: 8000, height: 3000, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    const image = await pixels(huge);
    expect(image).toMatchObject({ originalWidth: 8000, originalHeight: 3000 });
    expect(image.width * image.height).toBeLessThanOrEqual(LIMITS.maxDecodedPixels);
    expect(image.data).toHaveLength(image.width * image.height * 4);
  });

  it.each([
    [
      'with a size',
      '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"><rect width="15" height="20"/></svg>',
      30,
      20,
    ],
    [
      'in inches',
      '<svg xmlns="http://www.w3.org/2000/svg" width="1in" height="1in" viewBox="0 0 2 2"><rect width="1" height="2"/></svg>',
      96,
      96,
    ],
    [
      'with a view box alone',
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 28 14"><rect width="14" height="14"/></svg>',
      28,
      14,
    ],
    ['without any size', '<svg xmlns="http://www.w3.org/2000/svg"><rect width="150" height="150"/></svg>', 300, 150],
  ])('draws an SVG %s', async (_name, svg, width, height) => {
    const image = await pixels(svg);
    expect(image).toMatchObject({ width, height, originalWidth: width, originalHeight: height });
    expect(at(image, 2, 2)).toEqual([0, 0, 0, 255]);
    expect(at(image, width - 3, 2)).toEqual([255, 255, 255, 255]);
  });

  it.each([
    ['a PNG without its pixels', async () => (await pattern().png().toBuffer()).subarray(0, 40)],
    ['a JPEG without its pixels', async () => (await pattern().jpeg().toBuffer()).subarray(0, 150)],
    ['an SVG that is not well-formed', async () => '<svg xmlns="http://www.w3.org/2000/svg"><rect'],
  ])('refuses %s', async (_name, make) => {
    expect(await decode(await make())).toMatchObject({ ok: false, failure: { kind: 'undecodable' } });
  });
});
