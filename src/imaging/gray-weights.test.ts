import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PixelImage } from '../contract/image';
import { grayWeights, LUMA } from './gray-weights';
import { toGray } from './luminance';

type Color = readonly [red: number, green: number, blue: number];

/** Paper with strokes of ink, three wide and ten apart, and ruled lines of another color beneath. */
function page(ink: Color, paper: Color, ruled: Color = paper, side = 96): PixelImage {
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let pixel = 0; pixel < side * side; pixel++) {
    const [x, y] = [pixel % side, Math.floor(pixel / side)];
    const isInk = x % 10 < 3 && y % 32 > 6 && y % 32 < 26;
    data.set(isInk ? ink : y % 16 === 0 ? ruled : paper, 4 * pixel);
  }
  return { width: side, height: side, originalWidth: side, originalHeight: side, data };
}

/** Levels between the ink and the paper of `page`. */
function contrast(image: PixelImage): number {
  const { data, width } = toGray(image);
  return Math.abs((data[10 * width + 41] ?? 0) - (data[10 * width + 46] ?? 0));
}

const luma = ([red, green, blue]: Color) => 0.299 * red + 0.587 * green + 0.114 * blue;

describe('grayWeights', () => {
  it.each<[string, Color, Color]>([
    ['red ink on green paper', [215, 60, 50], [60, 132, 70]],
    ['blue ink on gray paper', [60, 80, 190], [86, 86, 84]],
    ['yellow chalk on light blue', [215, 205, 90], [170, 208, 245]],
    ['green chalk on red', [60, 140, 70], [190, 75, 70]],
  ])('shows %s, which luma hides', (_, ink, paper) => {
    expect(Math.abs(luma(ink) - luma(paper))).toBeLessThan(20);
    expect(contrast(page(ink, paper))).toBeGreaterThan(90);
  });

  it.each<[string, PixelImage]>([
    ['black ink on white paper', page([25, 25, 28], [250, 250, 250])],
    ['blue ink on white paper', page([40, 60, 150], [245, 242, 235])],
    ['black ink on paper with blue lines', page([25, 25, 28], [250, 248, 240], [150, 180, 230])],
    ['pencil on cream paper with red lines', page([120, 118, 115], [240, 230, 200], [235, 170, 160])],
    ['white chalk on a green board', page([235, 235, 230], [40, 90, 60])],
    ['bare paper', page([250, 240, 210], [250, 240, 210])],
  ])('leaves %s to luma', (_, image) => {
    expect(grayWeights(image)).toBe(LUMA);
  });

  it('shows two inks at once where one mixture can', () => {
    const both = page([200, 70, 60], [112, 112, 110], [20, 20, 20]);
    const { data, width } = toGray(both);
    expect(contrast(both)).toBeGreaterThan(40);
    expect(Math.abs((data[16 * width + 47] ?? 0) - (data[17 * width + 47] ?? 0))).toBeGreaterThan(60);
  });

  it('gives weights that are not negative and add up to 1, so that gray stays the gray it is', () => {
    const level = fc.integer({ min: 0, max: 255 });
    const color = fc.tuple(level, level, level);
    fc.assert(
      fc.property(color, color, color, (ink, paper, ruled) => {
        const { red, green, blue } = grayWeights(page(ink, paper, ruled, 40));
        expect(Math.min(red, green, blue)).toBeGreaterThanOrEqual(0);
        expect(red + green + blue).toBeCloseTo(1, 9);
      }),
      { numRuns: 60 },
    );
  });

  it('never hides ink that luma shows', () => {
    const level = fc.integer({ min: 0, max: 255 });
    const color = fc.tuple(level, level, level);
    fc.assert(
      fc.property(color, color, (ink, paper) => {
        expect(contrast(page(ink, paper, paper, 60))).toBeGreaterThanOrEqual(Math.abs(luma(ink) - luma(paper)) - 2);
      }),
      { numRuns: 100 },
    );
  });
});

describe('toGray', () => {
  it('leaves a gray picture as it is, to the last bit', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 400 }), (levels) => {
        const data = Uint8ClampedArray.from({ length: 4 * levels.length }, (_, at) =>
          at % 4 === 3 ? 255 : (levels[at >> 2] ?? 0),
        );
        const size = { width: levels.length, height: 1 };
        const gray = toGray({ ...size, originalWidth: size.width, originalHeight: 1, data });
        expect(gray.data).toEqual(levels);
      }),
    );
  });
});
