import type { GrayImage } from '../contract/image';
import { READING_THRESHOLDS } from '../contract/reading-thresholds';
import { blockMean, transposed } from '../imaging/block-mean';
import { type Curve, lengthOf, scaledCurve } from './curve';
import { joinCurves } from './join-curves';
import { traceCurves } from './trace-curves';

const LINES = READING_THRESHOLDS.layout.lines;

/** Ruled lines and frames of a page, in its pixels. */
export interface Rulings {
  readonly across: readonly Curve[];
  readonly down: readonly Curve[];
}

/** @param digitHeight usual height of a digit on the page, pixels */
export function findRulings(page: GrayImage, digitHeight: number, isLightInk = false): Rulings {
  const least = Math.sqrt((page.width * page.height) / LINES.mostSamples);
  const factor = Math.max(1, Math.ceil(least), Math.floor(digitHeight / LINES.digitSamples));
  const small = blockMean(page, factor);
  const gray = isLightInk ? { ...small, data: Float32Array.from(small.data, (level) => 255 - level) } : small;
  const height = digitHeight / factor;
  return {
    across: linesAcross(gray, height, factor),
    down: linesAcross(transposed(gray), height, factor),
  };
}

function linesAcross(gray: GrayImage, height: number, factor: number): Curve[] {
  const reach = Math.max(3, Math.round(LINES.thickest * height));
  const pieces = traceCurves(gray, reach, Math.max(4, LINES.gap * height), LINES.shortestPiece * height);
  return joinCurves(pieces, height)
    .filter((curve) => lengthOf(curve) >= LINES.shortest * height && curve.seen >= LINES.leastSeen)
    .map((curve) => scaledCurve(curve, factor));
}
