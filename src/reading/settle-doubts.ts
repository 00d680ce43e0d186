import type { Box } from '../contract/image';
import { READING_THRESHOLDS } from '../contract/reading-thresholds';
import type { DigitRegion, RecognizedDigit } from '../contract/recognition';
import { centerX, centerY, containment, intersectionOverUnion } from '../imaging/box';

const { heat: HEAT, doubts: DOUBTS } = READING_THRESHOLDS;

/** The places, among those that were left out, that may be a digit of the same number as a believed one. */
export function placesBeside(
  places: readonly DigitRegion[],
  believed: readonly RecognizedDigit[],
): readonly DigitRegion[] {
  return places.filter(({ box, score }) => score >= HEAT.looked && mayJoin(box, believed));
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
    ...leftOut.filter(({ prediction }) => (prediction.ranked[0]?.probability ?? 0) >= DOUBTS.certain),
    ...rejected.filter(
      ({ region, prediction }) =>
        region.score >= HEAT.strong && prediction.notDigitProbability < DOUBTS.certain && mayJoin(region.box, believed),
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
      intersectionOverUnion(box, region.box) < DOUBTS.overlap && containment(box, region.box) < DOUBTS.containment,
  );
}

function isBeside(a: Box, b: Box): boolean {
  const height = Math.max(a.height, b.height);
  return (
    height <= DOUBTS.heightRatio * Math.min(a.height, b.height) &&
    Math.abs(centerX(a) - centerX(b)) <= DOUBTS.across * height &&
    Math.abs(centerY(a) - centerY(b)) <= DOUBTS.along * height
  );
}
