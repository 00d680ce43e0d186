import type { Box } from '../contract/image';
import { READING_THRESHOLDS } from '../contract/reading-thresholds';
import { centerX, centerY } from '../imaging/box';
import { median } from '../imaging/median';
import { type Curve, endOf, lengthOf, meanSlope, offAt, startOf } from './curve';

/** How lines slope over a page: changes evenly from left to right and from top to bottom. */
export interface Slope {
  /** Pixels down for one pixel to the right. */
  at(x: number, y: number): number;
  /** The height at which the line through a point passes the middle of what is read. */
  level(x: number, y: number): number;
  /** The place on the line of a level. */
  yAt(level: number, x: number): number;
}

const SLOPE = READING_THRESHOLDS.layout.slope;

interface Sample {
  readonly x: number;
  readonly y: number;
  readonly slope: number;
  readonly weight: number;
}

/** The slope that neighboring digits of a row and ruled lines tell, by weighted least squares. */
export function slopeOver(
  pairs: readonly (readonly [Box, Box])[],
  digitHeight: number,
  across: readonly Curve[],
): Slope {
  const ofPairs = pairs.map(([left, right]): Sample => {
    const [run, rise] = [centerX(right) - centerX(left), centerY(right) - centerY(left)];
    return {
      x: (centerX(left) + centerX(right)) / 2,
      y: (centerY(left) + centerY(right)) / 2,
      slope: rise / Math.max(1, run),
      weight: run / Math.max(left.height, right.height),
    };
  });
  const long = across.filter((line) => lengthOf(line) >= SLOPE.longRuling * digitHeight);
  const ofRulings = long.map((line): Sample => {
    const x = (startOf(line) + endOf(line)) / 2;
    return { x, y: offAt(line, x), slope: meanSlope(line), weight: SLOPE.rulingWeight };
  });
  const all = [...ofPairs, ...ofRulings];
  const usual = median(
    all.flatMap(({ slope, weight }) => (weight >= SLOPE.rulingWeight ? Array(SLOPE.rulingCount).fill(slope) : [slope])),
  );
  const kept = all.filter(({ slope }) => Math.abs(slope - usual) <= SLOPE.outlier);
  const [x0, y0] = [middleOf(kept.map(({ x }) => x)), middleOf(kept.map(({ y }) => y))];
  const size = Math.max(1, ...kept.map(({ x, y }) => Math.max(Math.abs(x - x0), Math.abs(y - y0))));
  const [constant, alongX, alongY] = fitted(
    kept.map(({ x, y, ...rest }) => ({ ...rest, x: (x - x0) / size, y: (y - y0) / size })),
    usual,
  );
  const at = (x: number, y: number) => constant + (alongX * (x - x0)) / size + (alongY * (y - y0)) / size;
  // Along the line from x0 the slope changes with x alone, nearly: with y it changes by the square of a small slope.
  const rise = (x: number, y: number) => (x - x0) * at((x + x0) / 2, y);
  return {
    at,
    level: (x, y) => y - rise(x, y - rise(x, y) / 2),
    yAt: (level, x) => level + rise(x, level + rise(x, level) / 2),
  };
}

/** slope = a + b x + c y, with b and c held near 0. */
function fitted(samples: readonly Sample[], usual: number): readonly [number, number, number] {
  let [a, b, c] = [usual, 0, 0];
  // Gauss-Seidel: three unknowns, nearly independent around the middle.
  for (let round = 0; round < 20; round++) {
    a = solve(({ x, y }) => [1, b * x + c * y], 1e-6);
    b = solve(({ x, y }) => [x, a + c * y], SLOPE.stiffness);
    c = solve(({ x, y }) => [y, a + b * x], SLOPE.stiffness);
  }
  return samples.length === 0 ? [usual, 0, 0] : [a, b, c];

  function solve(terms: (sample: Sample) => readonly [factor: number, rest: number], stiffness: number): number {
    let [squares, products] = [stiffness, 0];
    for (const sample of samples) {
      const [factor, rest] = terms(sample);
      squares += sample.weight * factor * factor;
      products += sample.weight * factor * (sample.slope - rest);
    }
    return products / squares;
  }
}

function middleOf(values: readonly number[]): number {
  return values.length > 0 ? (Math.min(...values) + Math.max(...values)) / 2 : 0;
}
