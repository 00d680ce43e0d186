import { describe, expect, it } from 'vitest';
import { type Corners, warpedRows } from './warp-pixels';

/** Gray levels, one a pixel. */
function picture(width: number, levels: readonly number[]) {
  const data = Uint8ClampedArray.from(levels.flatMap((level) => [level, level, level, 255]));
  return { width, height: levels.length / width, data };
}

function warped(
  source: ReturnType<typeof picture>,
  corners: Corners,
  width: number,
  height: number,
  isInverted = false,
) {
  const levels: number[] = [];
  for (const { data } of warpedRows(source, corners, { width, height, isInverted }, 1)) {
    levels.push(...data.filter((_, index) => index % 4 === 0));
  }
  return levels;
}

const at = (x: number, y: number) => ({ x, y });
const SOURCE = picture(3, [10, 20, 30, 40, 50, 60]);
const WHOLE: Corners = [at(0, 0), at(3, 0), at(3, 2), at(0, 2)];

describe('warpedRows', () => {
  it('leaves a whole picture as it is', () => {
    expect(warped(SOURCE, WHOLE, 3, 2)).toEqual([10, 20, 30, 40, 50, 60]);
  });

  it('cuts out a part', () => {
    expect(warped(SOURCE, [at(1, 0), at(3, 0), at(3, 1), at(1, 1)], 2, 1)).toEqual([20, 30]);
  });

  it('turns by a quarter: the lower left corner becomes the upper left one', () => {
    expect(warped(SOURCE, [at(0, 2), at(0, 0), at(3, 0), at(3, 2)], 2, 3)).toEqual([40, 10, 50, 20, 60, 30]);
  });

  it('is white beyond the picture, and inverts', () => {
    expect(warped(SOURCE, [at(-3, 0), at(3, 0), at(3, 2), at(-3, 2)], 6, 2).slice(0, 2)).toEqual([255, 255]);
    expect(warped(SOURCE, WHOLE, 3, 2, true)).toEqual([245, 235, 225, 215, 205, 195]);
  });
});
