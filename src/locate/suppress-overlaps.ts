import type { Box } from '../contract/image';
import { READING_THRESHOLDS } from '../contract/reading-thresholds';
import type { DigitRegion } from '../contract/recognition';
import { containment, intersectionOverUnion } from '../imaging/box';

const ONE_DIGIT = READING_THRESHOLDS.oneDigit;

/** Whether two boxes overlap too much, or lie too far within one another, to be two digits. */
export function areOneDigit(a: Box, b: Box): boolean {
  return intersectionOverUnion(a, b) >= ONE_DIGIT.overlap || containment(a, b) >= ONE_DIGIT.containment;
}

/** Greedy non-maximum suppression: of regions that may be one digit, the best score stays. */
export function suppressOverlaps(regions: readonly DigitRegion[]): DigitRegion[] {
  const kept: DigitRegion[] = [];
  for (const region of [...regions].sort((a, b) => b.score - a.score)) {
    if (kept.every(({ box }) => !areOneDigit(box, region.box))) kept.push(region);
  }
  return kept;
}
