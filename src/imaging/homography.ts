import type { Point } from '../contract/image';
import { solveLinear } from './solve-linear';

/** A map of the plane. */
export type PointMap = (point: Point) => Point;

/** The projective map that takes four points to four others (Heckbert 1989). */
export function homography(from: readonly Point[], to: readonly Point[]): PointMap {
  const equations = from.flatMap((point, index) => homographyEquations(point, to[index]!));
  return projectiveMap(solveLinear(equations));
}

/** What taking one point to another asks of the eight numbers of a projective map: two equations, their right side last. */
export function homographyEquations({ x, y }: Point, { x: u, y: v }: Point): [number[], number[]] {
  return [
    [x, y, 1, 0, 0, 0, -u * x, -u * y, u],
    [0, 0, 0, x, y, 1, -v * x, -v * y, v],
  ];
}

/** The projective map of eight numbers, row by row of its matrix; the ninth is 1. */
export function projectiveMap([a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0]: readonly number[]): PointMap {
  return ({ x, y }) => {
    const w = g * x + h * y + 1;
    return { x: (a * x + b * y + c) / w, y: (d * x + e * y + f) / w };
  };
}
