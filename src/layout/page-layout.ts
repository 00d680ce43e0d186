import type { Box } from '../contract/image';

/** A cell of a table and the digits in it. */
export interface LaidOutCell {
  /** Between the lines around it, at their middles; pixels of the page. */
  readonly box: Box;
  /** Indexes of the located digits, in no particular order; none in an empty cell. */
  readonly digits: readonly number[];
}

/** Rows from top to bottom, all of them with as many cells. */
export interface LaidOutTable {
  readonly rows: readonly (readonly LaidOutCell[])[];
}
