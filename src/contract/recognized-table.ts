import type { Box } from './image';

/** A place of a table for one number. */
export interface TableCell {
  /** Index into `Recognition.numbers`; null where no number that counts stands. */
  readonly numberIndex: number | null;
  /** As drawn; where there are no lines, halfway to the cells beside it. */
  readonly box: Box;
}

/** Numbers in rows and columns. Whatever stands beside the cells is no part of it. */
export interface RecognizedTable {
  /** From top to bottom, cells from left to right; all rows have as many cells. */
  readonly rows: readonly (readonly TableCell[])[];
  /** Where printed labels stand around what is written by hand; absent where none were told. */
  readonly labels?: TableLabels;
}

/** Its first row, its first column, or both. */
export interface TableLabels {
  readonly inRow: boolean;
  readonly inColumn: boolean;
}
