import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { PICTURE_CHANGES, plainPicture } from './changed-picture';
import { seededRandom } from './seeded-random';

/** 40 x 20, light gray with a dark square of 6 x 6 at (10, 7). */
async function page(): Promise<File> {
  const square = await sharp({ create: { width: 6, height: 6, channels: 3, background: '#202020' } })
    .png()
    .toBuffer();
  const png = await sharp({ create: { width: 40, height: 20, channels: 3, background: '#d0d0d0' } })
    .composite([{ input: square, left: 10, top: 7 }])
    .png()
    .toBuffer();
  return new File([new Uint8Array(png)], 'page.png');
}

async function changed(name: string) {
  const change = PICTURE_CHANGES.find((row) => row.name.startsWith(name))!;
  const bytes = await change.apply(await plainPicture(await page()), seededRandom('test')).toBuffer();
  return plainPicture(new File([new Uint8Array(bytes)], 'changed'));
}

describe('PICTURE_CHANGES', () => {
  it('scale', async () => {
    expect(await changed('scaled to 25 %')).toMatchObject({ width: 10, height: 5 });
    expect(await changed('scaled to 400 %')).toMatchObject({ width: 160, height: 80 });
  });

  it('turn and widen without cutting, filled up with the color of the border', async () => {
    const { width, height, data } = await changed('turned by 10');
    expect(width).toBeGreaterThan(40);
    expect(height).toBeGreaterThan(20);
    expect([...data.subarray(0, 3)]).toEqual([0xd0, 0xd0, 0xd0]);
  });

  it('set in a larger page, whole', async () => {
    const { width, height, data } = await changed('set in');
    expect([width, height]).toEqual([100, 50]);
    expect(data.filter((value) => value === 0x20)).toHaveLength(6 * 6 * 3);
    expect(data.filter((value) => value !== 0x20 && value !== 0xd0)).toHaveLength(0);
  });

  it('invert', async () => {
    const { data } = await changed('inverted');
    expect([...data.subarray(0, 3)]).toEqual([0x2f, 0x2f, 0x2f]);
  });

  it('are the same every time', async () => {
    expect(await changed('moved')).toEqual(await changed('moved'));
  });
});
