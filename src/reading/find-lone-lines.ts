import type { Box, GrayImage } from '../contract/image';
import { READING_THRESHOLDS } from '../contract/reading-thresholds';
import { boxAround, sharedArea, sharedWidth } from '../imaging/box';
import { inkComponents } from '../imaging/ink-components';
import { type LinePart, partAround } from '../line/cut-line';

const LONE = READING_THRESHOLDS.lone;

export interface LoneLines {
  readonly parts: readonly LinePart[];
  /** A few strokes are all the ink on the page: somebody wrote them to be read. */
  readonly isOnlyInk: boolean;
}

/** Parts of a page that may be numbers because there is ink and nothing else, for pages on which no digit was located. */
export function findLoneLines(page: GrayImage, samples: number): LoneLines {
  const { boxes, isFew } = linesOfInk(page, samples);
  const parts = boxes.slice(0, LONE.mostParts).map((box) => partAround(box, 0));
  return { parts, isOnlyInk: isFew && parts.length === 1 };
}

/** Boxes around ink that stands in one line, those of the tallest pieces first; `isFew`: what one digit may be made of. */
export function linesOfInk(
  page: GrayImage,
  samples: number,
): { readonly boxes: readonly Box[]; readonly isFew: boolean } {
  const pieces = inkComponents(page, samples)
    .filter(
      ({ box }) =>
        box.height >= LONE.leastHeight &&
        !(box.width >= LONE.wholePage * page.width && box.height >= LONE.wholePage * page.height),
    )
    .map(({ box }) => box)
    .sort((a, b) => b.height - a.height)
    .slice(0, LONE.mostPieces);
  const lines: Box[][] = [];
  for (const piece of pieces) {
    const line = lines.find((boxes) => isInLine(piece, boxAround(boxes)));
    if (line) line.push(piece);
    else lines.push([piece]);
  }
  const isFew = pieces.length <= LONE.piecesOfDigit;
  const boxes = isFew ? joinCrossing(lines.map(boxAround)) : lines.map(boxAround);
  const tallest = Math.max(0, ...boxes.map(({ height }) => height));
  return { boxes: boxes.filter(({ height }) => height >= LONE.leastShare * tallest), isFew };
}

function isInLine(piece: Box, line: Box): boolean {
  const middles = Math.abs(piece.y + piece.height / 2 - line.y - line.height / 2);
  const gap = -sharedWidth(piece, line);
  return middles <= LONE.sameLine * Math.max(piece.height, line.height) && gap <= LONE.gap * line.height;
}

/** Joins boxes that cross each other: strokes of one large digit need not be level. */
function joinCrossing(boxes: readonly Box[]): Box[] {
  const joined: Box[] = [];
  for (const box of boxes) {
    const crossing = joined.filter((other) => sharedArea(box, other) > 0);
    for (const other of crossing) joined.splice(joined.indexOf(other), 1);
    joined.push(boxAround([box, ...crossing]));
  }
  return joined.length < boxes.length ? joinCrossing(joined) : joined;
}
