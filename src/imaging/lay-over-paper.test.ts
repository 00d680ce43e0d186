import { describe, expect, it } from 'vitest';
import { layOverPaper } from './lay-over-paper';

/** Gray pixels with alpha. */
const laid = (...pixels: readonly (readonly [level: number, alpha: number])[]) => {
  const data = new Uint8ClampedArray(pixels.flatMap(([level, alpha]) => [level, level, level, alpha]));
  layOverPaper(data);
  return Array.from(pixels, (_, index) => [data[index * 4], data[index * 4 + 3]]);
};

describe('layOverPaper', () => {
  it('leaves opaque pixels alone', () => {
    expect(laid([7, 255], [250, 255])).toEqual([
      [7, 255],
      [250, 255],
    ]);
  });

  it('lays dark ink over white', () => {
    expect(laid([0, 255], [0, 51], [9, 0])).toEqual([
      [0, 255],
      [204, 255],
      [255, 255],
    ]);
  });

  it('lays light ink over black', () => {
    expect(laid([240, 255], [9, 0], [9, 0], [255, 51])).toEqual([
      [240, 255],
      [0, 255],
      [0, 255],
      [51, 255],
    ]);
  });

  it('keeps paper with transparent corners on white', () => {
    expect(laid([250, 255], [250, 255], [250, 255], [0, 0])[3]).toEqual([255, 255]);
  });

  it('makes what is not there white', () => {
    expect(laid([0, 0], [0, 0])).toEqual([
      [255, 255],
      [255, 255],
    ]);
  });
});
