import { describe, expect, it } from 'vitest';
import type { GrayImage, Point } from '../contract/image';
import { MODEL_CONTRACT } from '../contract/model-contract';
import { homography } from '../imaging/homography';
import { cutPlate } from './cut-plate';
import { cornersOf, type Quad } from './quad';

const { width, height, besideShare, aboveShare } = MODEL_CONTRACT['plate-reader'];

/** A page whose level at a point is told by `levelAt`. */
function page(columns: number, rows: number, levelAt: (point: Point) => number): GrayImage {
  const data = Float32Array.from({ length: columns * rows }, (_, at) =>
    levelAt({ x: (at % columns) + 0.5, y: Math.floor(at / columns) + 0.5 }),
  );
  return { width: columns, height: rows, data };
}

const SLANTED: Quad = [
  { x: 60, y: 50 },
  { x: 240, y: 80 },
  { x: 230, y: 140 },
  { x: 55, y: 100 },
];

describe('cutPlate', () => {
  it('straightens a plate: its left half comes left, whatever its slant', () => {
    const inPlate = homography(SLANTED, cornersOf({ x: 0, y: 0, width: 1, height: 1 }));
    const { input } = cutPlate(
      page(300, 200, (point) => (inPlate(point).x < 0.5 ? 40 : 200)),
      SLANTED,
    );
    const meanOf = (from: number, until: number) => {
      const part = input.filter((_, at) => at % width >= from && at % width < until);
      return part.reduce((sum, value) => sum + value, 0) / part.length;
    };
    expect(meanOf(0, width / 2 - 3)).toBeCloseTo(-1 / 3, 1);
    expect(meanOf(width / 2 + 3, width)).toBeCloseTo(1 / 3, 1);
  });

  it('keeps a little of what is around the plate, and tells where its points lie', () => {
    const { toPage } = cutPlate(
      page(300, 200, () => 100),
      cornersOf({ x: 100, y: 50, width: 100, height: 40 }),
    );
    expect(toPage({ x: 0, y: 0 }).x).toBeCloseTo(100 - 100 * besideShare);
    expect(toPage({ x: 0, y: 0 }).y).toBeCloseTo(50 - 40 * aboveShare);
    expect(toPage({ x: width, y: height }).x).toBeCloseTo(200 + 100 * besideShare);
  });

  it('averages the pixels of a large plate: stripes finer than a sample are gray', () => {
    const { input } = cutPlate(
      page(1000, 300, ({ x }) => (x > 500 || Math.floor(x) % 2 === 0 ? 255 : 0)),
      cornersOf({
        x: 60,
        y: 50,
        width: (6 * width) / (1 + 2 * besideShare),
        height: (6 * height) / (1 + 2 * aboveShare),
      }),
    );
    const striped = input.filter((_, at) => at % width > 4 && at % width < width / 2 - 4);
    expect(Math.max(...striped) - Math.min(...striped)).toBeLessThan(0.05);
    expect(input[width - 10]! - striped[0]!).toBeGreaterThan(0.5);
  });

  it('makes nothing of a plate without contrast', () => {
    const { input } = cutPlate(
      page(100, 60, () => 128),
      cornersOf({ x: 10, y: 10, width: 60, height: 20 }),
    );
    expect(Math.max(...input.map(Math.abs))).toBe(0);
  });
});
