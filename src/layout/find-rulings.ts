import type { GrayImage } from '../contract/image';
import { blockMean, transposed } from '../imaging/block-mean';
import { type Curve, lengthOf, scaledCurve } from './curve';
import { joinCurves } from './join-curves';
import { traceCurves } from './trace-curves';

/** The page is looked at so small that a digit is about this many samples high, and has at most so many samples. */
const DIGIT_SAMPLES = 28;
const MOST_SAMPLES = 1_000_000;
/** In heights of a digit: thickest line, longest gap within a piece, shortest piece, shortest line. */
const THICKEST = 0.18;
const GAP = 0.5;
const SHORTEST_PIECE = 0.6;
const SHORTEST = 1;
/** Share of a line that is really seen. */
const LEAST_SEEN = 0.6;

/** Ruled lines and frames of a page, in its pixels. */
export interface Rulings {
  readonly across: readonly Curve[];
  readonly down: readonly Curve[];
}

/** @param digitHeight usual height of a digit on the page, pixels */
export function findRulings(page: GrayImage, digitHeight: number, isLightInk = false): Rulings {
  const least = Math.sqrt((page.width * page.height) / MOST_SAMPLES);
  const factor = Math.max(1, Math.ceil(least), Math.floor(digitHeight / DIGIT_SAMPLES));
  const small = blockMean(page, factor);
  const gray = isLightInk ? { ...small, data: Float32Array.from(small.data, (level) => 255 - level) } : small;
  const height = digitHeight / factor;
  return {
    across: linesAcross(gray, height, factor),
    down: linesAcross(transposed(gray), height, factor),
  };
}

function linesAcross(gray: GrayImage, height: number, factor: number): Curve[] {
  const reach = Math.max(3, Math.round(THICKEST * height));
  const pieces = traceCurves(gray, reach, Math.max(4, GAP * height), SHORTEST_PIECE * height);
  return joinCurves(pieces, height)
    .filter((curve) => lengthOf(curve) >= SHORTEST * height && curve.seen >= LEAST_SEEN)
    .map((curve) => scaledCurve(curve, factor));
}
