import type { Point } from '../contract/image';
import { READING_THRESHOLDS } from '../contract/reading-thresholds';
import { homographyEquations, type PointMap, projectiveMap } from '../imaging/homography';
import { solveLinear } from '../imaging/solve-linear';
import type { PatchMatch } from './match-patches';

const { apart, stiffness, curl } = READING_THRESHOLDS.forms;

const UNMOVED = [1, 0, 0, 0, 1, 0, 0, 0];
const STIFFNESS = UNMOVED.map((_, index) => (index < 6 ? stiffness.affine : stiffness.perspective));

/**
 * The projective map of the page, in shares 0..1 of it, that takes patches of print to where they were found: weighted least squares,
 * repeated with less and less weight for what differs (Cauchy's weights; Holland and Welsch 1977).
 */
export function fitCorrection(matches: readonly PatchMatch[]): PointMap {
  let fitted = projectiveMap(UNMOVED);
  for (let round = 0; round < apart.rounds; round++) {
    const scale = apart.first * (apart.last / apart.first) ** (round / (apart.rounds - 1));
    const sums = UNMOVED.map((value, row) => [
      ...UNMOVED.map((_, column) => (row === column ? STIFFNESS[row]! : 0)),
      value * STIFFNESS[row]!,
    ]);
    for (const { at, moved, weight } of matches) {
      const to = { x: at.x + moved.x, y: at.y + moved.y };
      const off = difference(fitted(at), to);
      const trust = 1 / (1 + (off.x ** 2 + off.y ** 2) / scale ** 2);
      const [across, down] = homographyEquations(at, to);
      addEquation(sums, across, weight.x * trust);
      addEquation(sums, down, weight.y * trust);
    }
    fitted = projectiveMap(solveLinear(sums));
  }
  return fitted;
}

/** Adds one equation to the normal equations. */
function addEquation(sums: number[][], equation: readonly number[], weight: number): void {
  for (let row = 0; row < sums.length; row++)
    for (let column = 0; column <= sums.length; column++)
      sums[row]![column]! += weight * equation[row]! * equation[column]!;
}

/**
 * How far a page that is not flat lies from where its projective map says, at one point of it, in shares of it: what the patches around
 * say, by weighted least squares of a plane through them (Cleveland 1979).
 *
 * @param matches found after the page was put right
 */
export function curlAt(point: Point, matches: readonly PatchMatch[]): Point {
  const across = emptyPlane();
  const down = emptyPlane();
  for (const { at, moved, weight } of matches) {
    const far = difference(at, point);
    const near = Math.exp(-(far.x ** 2 + far.y ** 2) / (2 * curl.near ** 2));
    const trust = near / (1 + (moved.x ** 2 + moved.y ** 2) / apart.first ** 2);
    addEquation(across, [1, far.x / curl.near, far.y / curl.near, moved.x], trust * weight.x);
    addEquation(down, [1, far.x / curl.near, far.y / curl.near, moved.y], trust * weight.y);
  }
  return { x: solveLinear(across)[0]!, y: solveLinear(down)[0]! };
}

/** Equations that say 'not moved', for the patches to overcome. */
function emptyPlane(): number[][] {
  const { level, slope } = curl.stiffness;
  return [
    [level, 0, 0, 0],
    [0, slope, 0, 0],
    [0, 0, slope, 0],
  ];
}

function difference(a: Point, b: Point): Point {
  return { x: a.x - b.x, y: a.y - b.y };
}
