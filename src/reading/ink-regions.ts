import type { Box, GrayImage } from '../contract/image';
import { READING_THRESHOLDS } from '../contract/reading-thresholds';
import type { DigitRegion } from '../contract/recognition';
import { boxAround, containment, sharedHeight, sharedWidth } from '../imaging/box';
import { inkComponents } from '../imaging/ink-components';
import type { LocatedDigits } from '../locate/locate-digits';

const INK = READING_THRESHOLDS.inkRegion;

/**
 * What was located, and besides it each piece of ink as large as a digit that lies in no region: the locator knows the
 * shapes of Latin digits best, and sees two digits in some of other scripts: a piece no wider than one is one. What is
 * no digit is left to the classifier.
 */
export function withInkRegions(page: GrayImage, located: LocatedDigits): LocatedDigits {
  const pieces = inkPieces(page);
  const heights = [...located.regions.map(({ box }) => box.height), ...pieces.map(longerSide)].sort((a, b) => a - b);
  const typical = typicalOf(heights);
  const sized = pieces.filter((box) => {
    const size = longerSide(box) / typical;
    return size >= INK.least && size <= INK.most;
  });
  const parts = (box: Box) => located.regions.filter((region) => lies(region, box));
  const single = sized.filter((box) => box.width <= INK.single.wide * box.height);
  const whole = single.filter((box) => isMore(box, parts(box)));
  const isPartOf = (some: readonly Box[]) => (region: DigitRegion) => some.some((box) => lies(region, box));
  const [isPart, isHidden] = [isPartOf(whole), isPartOf(single)];
  const added = sized.filter((box) => located.regions.every((region) => containment(box, region.box) < INK.known));
  const found = [
    ...whole.map((box): DigitRegion => ({ box, score: Math.max(...parts(box).map(({ score }) => score)) })),
    ...added.map((box): DigitRegion => ({ box, score: INK.score })),
  ];
  return {
    regions: [...located.regions.filter((region) => !isPart(region)), ...found],
    alternatives: located.alternatives.filter((region) => !isHidden(region)),
  };
}

/** Pieces that may be digits. Thick strokes and rings are whole only where a digit is not much taller than the locator's. */
function inkPieces(page: GrayImage): readonly Box[] {
  const piecesAt = (samples: number) =>
    joined(inkComponents(page, samples).flatMap(({ box }) => (isPossible(box, page) ? [box] : [])));
  const samples = Math.min(READING_THRESHOLDS.inkSamples, page.width * page.height);
  const pieces = piecesAt(samples);
  const typical = typicalOf(pieces.map(longerSide).sort((a, b) => a - b));
  const inSamples = typical * Math.sqrt(samples / (page.width * page.height));
  return inSamples > INK.coarse ? piecesAt(samples * (INK.coarse / inSamples) ** 2) : pieces;
}

/** Whether a piece is more than the one region in it. */
function isMore(piece: Box, parts: readonly DigitRegion[]): boolean {
  const [only] = parts;
  return only !== undefined && (parts.length > 1 || areaOf(only.box) < INK.single.least * areaOf(piece));
}

function areaOf({ width, height }: Box): number {
  return width * height;
}

function typicalOf(sorted: readonly number[]): number {
  return sorted[Math.floor(INK.typical * sorted.length)] ?? 0;
}

function lies({ box: region }: DigitRegion, box: Box): boolean {
  return containment(region, box) >= INK.single.within && areaOf(region) <= INK.single.most * areaOf(box);
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
