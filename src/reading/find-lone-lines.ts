import type { Box, GrayImage } from '../contract/image';
import { boxAround, sharedArea, sharedWidth } from '../imaging/box';
import { inkComponents } from '../imaging/ink-components';
import { type LinePart, partAround } from '../line/cut-line';

/** Samples of the page, coarse first: strokes as thick as the window of the contrast are seen on few samples only. */
export const LONE_LINE_SAMPLES = [12_000, 160_000] as const;
/** Pieces that are gathered into lines: the tallest ones. A picture full of texture has thousands. */
const MOST_PIECES = 120;
/** Parts that are looked at. */
const MOST_PARTS = 6;
/** A piece belongs to a line when its middle is nearer to the line's than this share of the taller one's height. */
const SAME_LINE = 0.5;
/** Pieces further apart than this, in heights of the line, are two numbers. */
const GAP = 2.2;
/** Smaller lines, as a share of the tallest one, are specks beside it. */
const LEAST_SHARE = 0.3;
/** In pixels of the page. */
const LEAST_HEIGHT = 4;

/** Pieces of a single digit, at most: more of them are a texture or a drawing. */
const PIECES_OF_DIGIT = 4;

export interface LoneLines {
  readonly parts: readonly LinePart[];
  /** A few strokes are all the ink on the page: somebody wrote them to be read. */
  readonly isOnlyInk: boolean;
}

/** Parts of a page that may be numbers because there is ink and nothing else, for pages on which no digit was located. */
export function findLoneLines(page: GrayImage, samples: number): LoneLines {
  const pieces = inkComponents(page, samples)
    .filter(
      ({ box }) => box.height >= LEAST_HEIGHT && !(box.width >= 0.97 * page.width && box.height >= 0.97 * page.height),
    )
    .map(({ box }) => box)
    .sort((a, b) => b.height - a.height)
    .slice(0, MOST_PIECES);
  const lines: Box[][] = [];
  for (const piece of pieces) {
    const line = lines.find((boxes) => isInLine(piece, boxAround(boxes)));
    if (line) line.push(piece);
    else lines.push([piece]);
  }
  const isFew = pieces.length <= PIECES_OF_DIGIT;
  const boxes = isFew ? joinCrossing(lines.map(boxAround)) : lines.map(boxAround);
  const tallest = Math.max(0, ...boxes.map(({ height }) => height));
  const parts = boxes
    .filter(({ height }) => height >= LEAST_SHARE * tallest)
    .slice(0, MOST_PARTS)
    .map((box) => partAround(box, 0));
  return { parts, isOnlyInk: isFew && parts.length === 1 };
}

function isInLine(piece: Box, line: Box): boolean {
  const middles = Math.abs(piece.y + piece.height / 2 - line.y - line.height / 2);
  const gap = -sharedWidth(piece, line);
  return middles <= SAME_LINE * Math.max(piece.height, line.height) && gap <= GAP * line.height;
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
