import type { Box } from '../contract/image';
import type { DigitRegion } from '../contract/recognition';
import { containment, intersectionOverUnion } from '../imaging/box';

const MAX_OVERLAP = 0.25;
const MAX_CONTAINMENT = 0.6;

/** Whether two boxes overlap too much, or lie too far within one another, to be two digits. */
export function areOneDigit(a: Box, b: Box): boolean {
  return intersectionOverUnion(a, b) >= MAX_OVERLAP || containment(a, b) >= MAX_CONTAINMENT;
}

/** Greedy non-maximum suppression: of regions that may be one digit, the best score stays. */
export function suppressOverlaps(regions: readonly DigitRegion[]): DigitRegion[] {
  const kept: DigitRegion[] = [];
  for (const region of [...regions].sort((a, b) => b.score - a.score)) {
    if (kept.every(({ box }) => !areOneDigit(box, region.box))) kept.push(region);
  }
  return kept;
}
