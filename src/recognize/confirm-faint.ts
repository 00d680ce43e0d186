import type { Box } from '../contract/image';
import type { DigitRegion, RecognizedDigit } from '../contract/recognition';
import { containment, intersectionOverUnion } from '../imaging/box-overlap';

/** Fainter places are not looked at. */
const LEAST_HEAT = 0.15;
/** The classifier has to be this certain of one digit. */
const LEAST_PROBABILITY = 0.95;
/** Two digits that were both read may overlap more than two places that were only located. */
const MAX_OVERLAP = 0.35;
const MAX_CONTAINMENT = 0.75;
/** How far the middle of a believed digit may be, and how much taller one of the two, in heights of the taller one. */
const REACH = { across: 1.6, along: 0.6 } as const;
const MAX_HEIGHT_RATIO = 3;

/** The places, among those that were left out, that may be a digit of the same number as a believed one. */
export function placesBeside(
  places: readonly DigitRegion[],
  believed: readonly RecognizedDigit[],
): readonly DigitRegion[] {
  return places.filter(
    ({ box, score }) =>
      score >= LEAST_HEAT &&
      believed.some(({ region }) => isBeside(box, region.box)) &&
      believed.every(({ region }) => areApart(box, region.box)),
  );
}

/**
 * Faint digits that the classifier confirms: small zeros beside tall digits, slanted ones whose boxes overlap, a bare
 * stroke at the border. The surest go first; all of them are to be checked, since the locator did not believe them.
 *
 * @param read places of `placesBeside`, with what the classifier says of them
 */
export function confirmFaint(read: readonly RecognizedDigit[]): readonly RecognizedDigit[] {
  const confirmed: RecognizedDigit[] = [];
  for (const digit of [...read].sort((a, b) => sureness(b) * b.region.score - sureness(a) * a.region.score)) {
    if (sureness(digit) < LEAST_PROBABILITY) continue;
    if (!confirmed.every(({ region }) => areApart(region.box, digit.region.box))) continue;
    confirmed.push({ ...digit, prediction: { ...digit.prediction, verdict: 'check' } });
  }
  return confirmed;
}

function sureness({ prediction }: RecognizedDigit): number {
  return prediction.ranked[0]?.probability ?? 0;
}

function areApart(a: Box, b: Box): boolean {
  return intersectionOverUnion(a, b) < MAX_OVERLAP && containment(a, b) < MAX_CONTAINMENT;
}

function isBeside(a: Box, b: Box): boolean {
  const height = Math.max(a.height, b.height);
  return (
    height <= MAX_HEIGHT_RATIO * Math.min(a.height, b.height) &&
    Math.abs(a.x + a.width / 2 - b.x - b.width / 2) <= REACH.across * height &&
    Math.abs(a.y + a.height / 2 - b.y - b.height / 2) <= REACH.along * height
  );
}
