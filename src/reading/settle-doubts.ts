import type { Box } from '../contract/image';
import type { DigitRegion, RecognizedDigit } from '../contract/recognition';
import { containment, intersectionOverUnion } from '../imaging/box';

/** Where the locator doubts, the classifier has to be this certain of one digit; where it is sure, of none. */
const CERTAIN = 0.97;
/** Heat from which on the locator is sure of a digit, and from which on a place is looked at. */
const STRONG_HEAT = 0.6;
const LEAST_HEAT = 0.2;
/** Two digits that were both read may overlap more than two places that were only located. */
const MAX_OVERLAP = 0.35;
const MAX_CONTAINMENT = 0.75;
/** How far the middle of a believed digit may be, and how much taller one of the two, in heights of the taller one. */
const REACH = { across: 1.6, along: 0.5 } as const;
const MAX_HEIGHT_RATIO = 3;

/** The places, among those that were left out, that may be a digit of the same number as a believed one. */
export function placesBeside(
  places: readonly DigitRegion[],
  believed: readonly RecognizedDigit[],
): readonly DigitRegion[] {
  return places.filter(({ box, score }) => score >= LEAST_HEAT && mayJoin(box, believed));
}

/**
 * Beside a believed digit one network's word is enough: what the locator left out is a digit when the classifier is
 * certain (a small zero beside tall digits, slanted ones whose boxes overlap), what the classifier rejected is one
 * when the locator is sure (an unusual way to write it). The surest go first; all of them are to be checked.
 *
 * @param leftOut places of `placesBeside`, with what the classifier says of them
 * @param rejected located places that the classifier took for no digit
 */
export function settleDoubts(
  believed: readonly RecognizedDigit[],
  leftOut: readonly RecognizedDigit[],
  rejected: readonly RecognizedDigit[],
): readonly RecognizedDigit[] {
  const doubtful = [
    ...leftOut.filter(({ prediction }) => (prediction.ranked[0]?.probability ?? 0) >= CERTAIN),
    ...rejected.filter(
      ({ region, prediction }) =>
        region.score >= STRONG_HEAT && prediction.notDigitProbability < CERTAIN && mayJoin(region.box, believed),
    ),
  ].sort((a, b) => b.region.score - a.region.score);
  const settled: RecognizedDigit[] = [];
  for (const digit of doubtful) {
    if (!areApart(digit.region.box, settled)) continue;
    settled.push({ ...digit, prediction: { ...digit.prediction, verdict: 'check' } });
  }
  return settled;
}

function mayJoin(box: Box, believed: readonly RecognizedDigit[]): boolean {
  return areApart(box, believed) && believed.some(({ region }) => isBeside(box, region.box));
}

function areApart(box: Box, digits: readonly RecognizedDigit[]): boolean {
  return digits.every(
    ({ region }) =>
      intersectionOverUnion(box, region.box) < MAX_OVERLAP && containment(box, region.box) < MAX_CONTAINMENT,
  );
}

function isBeside(a: Box, b: Box): boolean {
  const height = Math.max(a.height, b.height);
  return (
    height <= MAX_HEIGHT_RATIO * Math.min(a.height, b.height) &&
    Math.abs(a.x + a.width / 2 - b.x - b.width / 2) <= REACH.across * height &&
    Math.abs(a.y + a.height / 2 - b.y - b.height / 2) <= REACH.along * height
  );
}
