import type { Box } from '../contract/image';
import { centerX, centerY } from '../imaging/box';
import { type Curve, offAt } from './curve';
import { median } from './quantile';
import { type GridLines, isIn, type Strip, stripsBetween, widthOf } from './strips';

/** Share of the digits that lines may cross; on squared paper they cross many. */
const MOST_CROSSED = 0.12;
/** A digit is crossed by a line that passes through this middle part of its width, or of its height. */
const CORE = 0.5;
/** Cells lower than this, in heights of a digit, are squares of the paper. */
const LOWEST = 1.05;
/** Width and height of a square of the paper differ by at most this share. */
const SQUARE = 0.15;
/** Digits of one number on squared paper stand nearer than this, in their heights. */
const WORD_GAP = 0.5;

/** Whether the lines are those of squared paper: lower than the digits, or written over. */
export function isSquaredPaper({ across, down }: GridLines, digits: readonly Box[], digitHeight: number): boolean {
  const rows = stripsBetween(across).filter((row) => digits.some((box) => isIn(row, centerX(box), centerY(box))));
  if (median(rows.map(widthOf)) < LOWEST * digitHeight) return true;
  const inside = digits.filter((box) => rows.some((row) => isIn(row, centerX(box), centerY(box))));
  const crossed = inside.filter(
    (box) =>
      down.some((line) => Math.abs(offAt(line, centerY(box)) - centerX(box)) < (CORE / 2) * box.width) ||
      across.some((line) => Math.abs(offAt(line, centerX(box)) - centerY(box)) < (CORE / 2) * box.height),
  );
  return crossed.length > MOST_CROSSED * inside.length || isWrittenAcross(rows, down, inside, digitHeight);
}

/** Whether digits of a single row of squares follow one another over the lines as closely as within a square. */
function isWrittenAcross(
  rows: readonly Strip[],
  down: readonly Curve[],
  digits: readonly Box[],
  digitHeight: number,
): boolean {
  const [row] = rows;
  const isSquare = Math.abs(median(stripsBetween(down).map(widthOf)) / (row ? widthOf(row) : 0) - 1) < SQUARE;
  if (!row || rows.length > 1 || !isSquare) return false;
  const inOrder = [...digits].sort((a, b) => a.x - b.x);
  const gaps = inOrder.slice(1).map((box, index) => box.x - inOrder[index]!.x - inOrder[index]!.width);
  return gaps.length > 0 && gaps.every((gap) => gap < WORD_GAP * digitHeight);
}
