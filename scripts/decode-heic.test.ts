import { describe, expect, it } from 'vitest';
import { decodeBytes, graysOf, pixelsOf } from '../src/cli/test-decoding';
import { readDeclaredSize } from '../src/intake/declared-size';
import { encodeHeic } from './e2e-images/encode-heic';

const SIZE = { width: 36, height: 20 };
/** Another level in each quarter: 10 and 160 above 80 and 240. */
const quarters = Uint8Array.from({ length: SIZE.width * SIZE.height * 3 }, (_, index) => {
  const pixel = Math.floor(index / 3);
  const isRight = pixel % SIZE.width >= SIZE.width / 2;
  const isBelow = pixel >= (SIZE.width * SIZE.height) / 2;
  return [10, 160, 80, 240][Number(isRight) + 2 * Number(isBelow)]!;
});
const heic = (turns?: number, isMirrored?: boolean) =>
  encodeHeic(quarters, SIZE.width, SIZE.height, { turns: turns ?? 0, isMirrored: isMirrored ?? false });

describe('decodeHeic', () => {
  // Quarter turns against the clock, then left and right exchanged: all eight ways in which a picture can lie.
  it.each([
    [0, false, [10, 160, 80, 240]],
    [1, false, [160, 240, 10, 80]],
    [2, false, [240, 80, 160, 10]],
    [3, false, [80, 10, 240, 160]],
    [0, true, [160, 10, 240, 80]],
    [1, true, [240, 160, 80, 10]],
    [2, true, [80, 240, 10, 160]],
    [3, true, [10, 80, 160, 240]],
  ])('turns a photo once (%i turns, mirrored: %s)', async (turns, isMirrored, expected) => {
    const file = heic(turns, isMirrored);
    const image = await pixelsOf(file);
    const [width, height] = turns % 2 ? [SIZE.height, SIZE.width] : [SIZE.width, SIZE.height];
    expect(image).toMatchObject({ width, height, originalWidth: width, originalHeight: height });
    const grays = graysOf(image);
    const at = (x: number, y: number) => grays[y * width + x]!;
    const corners = [at(2, 2), at(width - 3, 2), at(2, height - 3), at(width - 3, height - 3)];
    for (const [index, level] of corners.entries()) expect(Math.abs(level - expected[index]!)).toBeLessThanOrEqual(1);
    expect(readDeclaredSize('heic', file)).toEqual({ ...SIZE, ...(turns % 2 && { isTurned: true }) });
  });

  it('refuses a photo that is cut off', async () => {
    const file = heic();
    expect(await decodeBytes(file.subarray(0, 400))).toMatchObject({ ok: false, failure: { kind: 'undecodable' } });
    expect(await decodeBytes(file.subarray(0, 40))).toMatchObject({ ok: false, failure: { kind: 'undecodable' } });
  });
});
