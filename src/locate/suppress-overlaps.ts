import type { DigitRegion } from '../contract/recognition';
import { containment, intersectionOverUnion } from '../imaging/box-overlap';

const MAX_OVERLAP = 0.25;
const MAX_CONTAINMENT = 0.6;

/** Greedy non-maximum suppression: of regions that overlap too much, or lie within one another, the best score stays. */
export function suppressOverlaps(regions: readonly DigitRegion[]): DigitRegion[] {
  const kept: DigitRegion[] = [];
  for (const region of [...regions].sort((a, b) => b.score - a.score)) {
    const isFree = kept.every(
      ({ box }) =>
        intersectionOverUnion(box, region.box) < MAX_OVERLAP && containment(box, region.box) < MAX_CONTAINMENT,
    );
    if (isFree) kept.push(region);
  }
  return kept;
}
