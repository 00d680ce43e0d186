import type { Box, GrayImage } from '../contract/image';
import { READING_THRESHOLDS } from '../contract/reading-thresholds';
import type { DigitRegion } from '../contract/recognition';
import { boxAround, containment, sharedHeight, sharedWidth } from '../imaging/box';
import { inkComponents } from '../imaging/ink-components';
import type { LocatedDigits } from '../locate/locate-digits';

const INK = READING_THRESHOLDS.inkRegion;

/**
 * What was located, and besides it each piece of ink as large as a digit that lies in no region: the locator knows the
 * shapes of Latin digits best. What is no digit is left to the classifier.
 */
export function withInkRegions(page: GrayImage, located: LocatedDigits): LocatedDigits {
  const pieces = joined(
    inkComponents(page, READING_THRESHOLDS.inkSamples).flatMap(({ box }) => (isPossible(box, page) ? [box] : [])),
  );
  const heights = [...located.regions.map(({ box }) => box.height), ...pieces.map(longerSide)].sort((a, b) => a - b);
  const typical = heights[Math.floor(INK.typical * heights.length)] ?? 0;
  const added = pieces.filter((box) => {
    const size = longerSide(box) / typical;
    const isFree = located.regions.every(({ box: other }) => containment(box, other) < INK.known);
    return isFree && size >= INK.least && size <= INK.most;
  });
  const regions = added.map((box): DigitRegion => ({ box, score: INK.score }));
  return { ...located, regions: [...located.regions, ...regions] };
}

/** Pieces that stand above one another in the same columns are strokes of one digit. */
function joined(boxes: readonly Box[]): readonly Box[] {
  const open = [...boxes].sort((a, b) => b.width * b.height - a.width * a.height);
  const found: Box[] = [];
  for (const box of open) {
    const at = found.findIndex(
      (other) =>
        sharedWidth(box, other) >= INK.sameColumns * Math.min(box.width, other.width) &&
        -sharedHeight(box, other) <= INK.gap * longerSide(other),
    );
    if (at < 0) found.push(box);
    else found[at] = boxAround([found[at]!, box]);
  }
  return found;
}

function isPossible(box: Box, page: GrayImage): boolean {
  const [longer, shorter] = [longerSide(box), Math.min(box.width, box.height)];
  return (
    longer >= INK.pixels && box.height <= INK.ofPage * page.height && box.width <= INK.wide * box.height && shorter > 1
  );
}

function longerSide({ width, height }: Box): number {
  return Math.max(width, height);
}
