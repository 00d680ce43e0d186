import { READING_THRESHOLDS } from '../contract/reading-thresholds';
import { median } from '../imaging/median';
import { type Curve, endOf, offAt, startOf } from './curve';

/** The lines that bound rows and columns: one more than there are. */
export interface GridLines {
  readonly across: readonly Curve[];
  readonly down: readonly Curve[];
}

/** A row or a column of a grid: what lies between two lines. */
export interface Strip {
  readonly from: Curve;
  readonly to: Curve;
}

const STRIPS = READING_THRESHOLDS.layout.strips;

export function stripsBetween(lines: readonly Curve[]): Strip[] {
  return lines.slice(1).map((to, index) => ({ from: lines[index]!, to }));
}

export function isIn({ from, to }: Strip, place: number, off: number): boolean {
  return offAt(from, place) <= off && off < offAt(to, place);
}

/** Width of a strip at its middle. */
export function widthOf({ from, to }: Strip): number {
  const middle = (Math.max(startOf(from), startOf(to)) + Math.min(endOf(from), endOf(to))) / 2;
  return offAt(to, middle) - offAt(from, middle);
}

/**
 * The strips without the spaces between boxes that stand apart: those that are narrow, and, where such spaces part all
 * boxes, whatever else lies between two boxes that hold digits.
 *
 * @param counts digits in each strip
 */
export function withoutGutters(strips: readonly Strip[], counts: readonly number[]): Strip[] {
  const isUsed = (index: number) => (counts[index] ?? 0) > 0;
  const widths = strips.map(widthOf);
  const usual = median(widths.filter((_, index) => isUsed(index)));
  const isNarrow = (index: number) => !isUsed(index) && widths[index]! < STRIPS.gutter * usual;
  const isBetween = (index: number) => !isUsed(index) && isUsed(index - 1) && isUsed(index + 1);
  const indexes = strips.map((_, index) => index);
  const areApart =
    indexes.some((index) => isNarrow(index) && isBetween(index)) &&
    !indexes.some((index) => isUsed(index) && isUsed(index + 1));
  return strips.filter((_, index) => !isNarrow(index) && !(areApart && isBetween(index)));
}

/** Boxes that stand apart, joined where only a little space is between them: the boxes of one number. */
export function joinedBoxes(boxes: readonly Strip[]): Strip[] {
  const spaces = boxes.slice(1).map((box, index) => widthOf({ from: boxes[index]!.to, to: box.from }));
  const usual = [...spaces].sort((a, b) => a - b)[spaces.length >> 2] ?? 0;
  // Boxes that share their lines stand not apart.
  if (usual <= 0) return [...boxes];
  return boxes.reduce<Strip[]>((joined, box, index) => {
    const before = joined.at(-1);
    if (before && spaces[index - 1]! <= STRIPS.sameNumber * usual)
      joined[joined.length - 1] = { from: before.from, to: box.to };
    else joined.push(box);
    return joined;
  }, []);
}
