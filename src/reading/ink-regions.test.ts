import { expect, it } from 'vitest';
import type { Box } from '../contract/image';
import { withInkRegions } from './ink-regions';

/** White paper with black rectangles. */
function pageWith(boxes: readonly Box[]) {
  const [width, height] = [300, 120];
  const data = new Uint8Array(width * height).fill(240);
  for (const { x, y, width: w, height: h } of boxes) {
    for (let row = y; row < y + h; row += 1) data.fill(20, row * width + x, row * width + x + w);
  }
  return { width, height, data };
}

const LOCATED = { box: { x: 38, y: 38, width: 24, height: 44 }, score: 0.9 };
const nothing = { regions: [], alternatives: [] };

it('a piece of ink that nobody located is looked at too, once', () => {
  const page = pageWith([
    { x: 40, y: 40, width: 20, height: 40 },
    { x: 120, y: 40, width: 20, height: 40 },
  ]);
  const { regions } = withInkRegions(page, { ...nothing, regions: [LOCATED] });
  expect(regions).toHaveLength(2);
  expect(regions[0]).toBe(LOCATED);
  expect(Math.abs(regions[1]!.box.x - 120)).toBeLessThan(4);
});

it('strokes above one another are one digit; specks and lines are none', () => {
  const page = pageWith([
    { x: 40, y: 40, width: 20, height: 15 },
    { x: 42, y: 60, width: 16, height: 20 },
    { x: 120, y: 40, width: 20, height: 40 },
    { x: 200, y: 60, width: 4, height: 4 },
    { x: 10, y: 100, width: 280, height: 3 },
  ]);
  const { regions } = withInkRegions(page, nothing);
  expect(regions).toHaveLength(2);
});
