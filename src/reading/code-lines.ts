import type { Box, GrayImage } from '../contract/image';
import { READING_THRESHOLDS } from '../contract/reading-thresholds';
import { boxAround, centerY, sharedWidth } from '../imaging/box';
import { linesOfInk } from './find-lone-lines';

const CODE = READING_THRESHOLDS.code;

/** Boxes around the lines of ink on a page that may be codes; a code may have gaps. */
export function codeLines(page: GrayImage): readonly Box[] {
  return joinRows(linesOfInk(page, CODE.samples).boxes).slice(0, CODE.mostLines);
}

/** Joins boxes that stand beside each other at one level, until none does any more. */
function joinRows(boxes: readonly Box[]): readonly Box[] {
  const joined: Box[] = [];
  for (const box of boxes) {
    const beside = joined.findIndex((other) => areInRow(box, other));
    if (beside < 0) joined.push(box);
    else joined[beside] = boxAround([box, joined[beside]!]);
  }
  return joined.length < boxes.length ? joinRows(joined) : joined;
}

function areInRow(a: Box, b: Box): boolean {
  const taller = Math.max(a.height, b.height);
  const isLevel = Math.abs(centerY(a) - centerY(b)) <= CODE.level * taller;
  return isLevel && -sharedWidth(a, b) <= CODE.gap * taller;
}
