import { expect, it } from 'vitest';
import type { Box, GrayImage } from '../contract/image';
import { codeLines } from './code-lines';

/** A white page with black bars. */
function pageWith(width: number, height: number, bars: readonly Box[]): GrayImage {
  const data = new Float32Array(width * height).fill(255);
  for (const bar of bars) {
    for (let y = bar.y; y < bar.y + bar.height; y++) {
      data.fill(0, y * width + bar.x, y * width + bar.x + bar.width);
    }
  }
  return { width, height, data };
}

it('a code with gaps is one line, whatever the height of its characters', () => {
  const bars = [30, 50, 110, 130, 200].map((x, index) => ({ x, y: 40 - (index % 2) * 4, width: 8, height: 30 }));
  const [line, ...others] = codeLines(pageWith(260, 110, bars));
  expect(others).toEqual([]);
  expect(line!.x).toBeCloseTo(30, -1);
  expect(line!.x + line!.width).toBeCloseTo(208, -1);
});

it('lines below each other, and what stands far away, are others', () => {
  const row = (y: number) => [40, 60, 80].map((x) => ({ x, y, width: 8, height: 24 }));
  expect(
    codeLines(pageWith(400, 200, [...row(30), ...row(120), { x: 320, y: 30, width: 8, height: 24 }])),
  ).toHaveLength(3);
});
