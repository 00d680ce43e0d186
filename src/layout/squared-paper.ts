import type { Box } from '../contract/image';
import { READING_THRESHOLDS } from '../contract/reading-thresholds';
import { centerX, centerY } from '../imaging/box';
import { type Curve, offAt } from './curve';
import { median } from './quantile';
import { type GridLines, isIn, type Strip, stripsBetween, widthOf } from './strips';

const SQUARED = READING_THRESHOLDS.layout.squared;

/** Whether the lines are those of squared paper: lower than the digits, or written over. */
export function isSquaredPaper({ across, down }: GridLines, digits: readonly Box[], digitHeight: number): boolean {
  const rows = stripsBetween(across).filter((row) => digits.some((box) => isIn(row, centerX(box), centerY(box))));
  if (median(rows.map(widthOf)) < SQUARED.lowest * digitHeight) return true;
  const inside = digits.filter((box) => rows.some((row) => isIn(row, centerX(box), centerY(box))));
  const crossed = inside.filter(
    (box) =>
      down.some((line) => Math.abs(offAt(line, centerY(box)) - centerX(box)) < (SQUARED.core / 2) * box.width) ||
      across.some((line) => Math.abs(offAt(line, centerX(box)) - centerY(box)) < (SQUARED.core / 2) * box.height),
  );
  return crossed.length > SQUARED.mostCrossed * inside.length || isWrittenAcross(rows, down, inside, digitHeight);
}

/** Whether digits of a single row of squares follow one another over the lines as closely as within a square. */
function isWrittenAcross(
  rows: readonly Strip[],
  down: readonly Curve[],
  digits: readonly Box[],
  digitHeight: number,
): boolean {
  const [row] = rows;
  const isSquare = Math.abs(median(stripsBetween(down).map(widthOf)) / (row ? widthOf(row) : 0) - 1) < SQUARED.square;
  if (!row || rows.length > 1 || !isSquare) return false;
  const inOrder = [...digits].sort((a, b) => a.x - b.x);
  const gaps = inOrder.slice(1).map((box, index) => box.x - inOrder[index]!.x - inOrder[index]!.width);
  return gaps.length > 0 && gaps.every((gap) => gap < SQUARED.wordGap * digitHeight);
}
