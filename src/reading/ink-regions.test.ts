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

it('two regions in one piece no wider than a digit are one digit, and nothing hides in it', () => {
  const piece = { x: 40, y: 40, width: 40, height: 40 };
  const halves = [
    { box: { x: 38, y: 38, width: 22, height: 44 }, score: 0.3 },
    { box: { x: 58, y: 38, width: 22, height: 44 }, score: 0.4 },
  ];
  const { regions, alternatives } = withInkRegions(pageWith([piece]), { regions: halves, alternatives: [LOCATED] });
  expect(regions).toHaveLength(1);
  expect(regions[0]).toMatchObject({ score: 0.4 });
  expect(regions[0]!.box.width).toBeGreaterThan(35);
  expect(alternatives).toEqual([]);
});

it('a region that is a small part of one piece makes way for the piece; touching digits stay two', () => {
  const corner = { box: { x: 62, y: 40, width: 18, height: 20 }, score: 0.3 };
  const page = pageWith([
    { x: 40, y: 40, width: 40, height: 40 },
    { x: 120, y: 40, width: 90, height: 40 },
  ]);
  const pair = [
    { box: { x: 120, y: 40, width: 45, height: 40 }, score: 0.6 },
    { box: { x: 165, y: 40, width: 45, height: 40 }, score: 0.6 },
  ];
  const { regions } = withInkRegions(page, { ...nothing, regions: [corner, ...pair] });
  expect(regions.slice(0, 2)).toEqual(pair);
  expect(regions).toHaveLength(3);
  expect(regions[2]!.box.width).toBeGreaterThan(35);
});

it('a thick digit of many pixels is one piece', () => {
  const { regions } = withInkRegions(pageWith([{ x: 100, y: 20, width: 30, height: 80 }]), nothing);
  expect(regions).toHaveLength(1);
  expect(Math.abs(regions[0]!.box.width - 30)).toBeLessThan(8);
});
