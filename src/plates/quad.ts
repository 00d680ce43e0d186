import type { Box, Point } from '../contract/image';

/** Four corners of a plate, clockwise from its top left one. */
export type Quad = readonly [Point, Point, Point, Point];

/** A place in a picture, in its pixels. */
export interface FoundPlate {
  readonly quad: Quad;
  /** Probability that a plate stands there, 0..1. */
  readonly score: number;
}

/** The box around corners. */
export function boxOf(corners: readonly Point[]): Box {
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** The corners of a box. */
export function cornersOf({ x, y, width, height }: Box): Quad {
  return [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ];
}
