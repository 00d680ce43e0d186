import type { Point } from '../contract/image';
import { READING_THRESHOLDS } from '../contract/reading-thresholds';

const TRACE = READING_THRESHOLDS.layout.trace;

/**
 * A line of a page that may slope and bend, as a function: how far it lies from the edge (`off`) at each place (`at`)
 * along it. Of a line across the page `at` is x and `off` is y, of a line down the page `at` is y and `off` is x.
 */
export interface Curve {
  /** Rising; at least two. */
  readonly at: readonly number[];
  readonly off: readonly number[];
  /** Mean contrast with the paper beside it, gray levels. */
  readonly strength: number;
  /** Share of its length where it was really seen, 0..1. */
  readonly seen: number;
}

export function startOf({ at }: Curve): number {
  return at[0]!;
}

export function endOf({ at }: Curve): number {
  return at.at(-1)!;
}

export function lengthOf(curve: Curve): number {
  return endOf(curve) - startOf(curve);
}

/** Where the curve lies at a place; beyond its ends it goes on straight. */
export function offAt(curve: Curve, place: number): number {
  const { at, off } = curve;
  const last = at.length - 1;
  if (place <= at[0]!) return off[0]! + (place - at[0]!) * slopeAt(curve, 'start');
  if (place >= at[last]!) return off[last]! + (place - at[last]!) * slopeAt(curve, 'end');
  let [low, high] = [0, last];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (at[middle]! <= place) low = middle;
    else high = middle;
  }
  const share = (place - at[low]!) / (at[high]! - at[low]!);
  return off[low]! + share * (off[high]! - off[low]!);
}

/** Slope at one end, by least squares over its last knots. */
export function slopeAt({ at, off }: Curve, end: 'start' | 'end'): number {
  const from = end === 'start' ? 0 : Math.max(0, at.length - TRACE.endKnots);
  return leastSquaresSlope(at.slice(from, from + TRACE.endKnots), off.slice(from, from + TRACE.endKnots));
}

/** Slope from end to end. */
export function meanSlope(curve: Curve): number {
  return (curve.off.at(-1)! - curve.off[0]!) / lengthOf(curve);
}

export function leastSquaresSlope(at: readonly number[], off: readonly number[]): number {
  const meanAt = at.reduce((sum, value) => sum + value, 0) / at.length;
  const meanOff = off.reduce((sum, value) => sum + value, 0) / off.length;
  let [run, rise] = [0, 0];
  for (let index = 0; index < at.length; index++) {
    run += (at[index]! - meanAt) ** 2;
    rise += (at[index]! - meanAt) * (off[index]! - meanOff);
  }
  return run > 0 ? rise / run : 0;
}

/** Where a curve across and a curve down meet, or would meet when they go on straight. */
export function crossing(across: Curve, down: Curve): Point {
  let x = (startOf(across) + endOf(across)) / 2;
  let y = offAt(across, x);
  for (let step = 0; step < 6; step++) {
    x = offAt(down, y);
    y = offAt(across, x);
  }
  return { x, y };
}

/** The same curve on a page that is `scale` times as large. */
export function scaledCurve(curve: Curve, scale: number): Curve {
  const scaled = (values: readonly number[]) => values.map((value) => (value + 0.5) * scale);
  return { ...curve, at: scaled(curve.at), off: scaled(curve.off) };
}
