import type { Box } from '../contract/image';
import { boxAround } from '../imaging/box';
import { cellContents } from './cell-contents';
import { type FixedNumber, fixedNumber } from './fixed-number';
import type { FixedReading } from './fixed-reading';
import type { SheetColumn } from './sheet-table';

export interface FixedCell {
  readonly id: number;
  /** With the cells that it was merged with. */
  readonly box: Box;
  /** How many columns it fills; 0: the next one on the left fills this place as well. */
  readonly span: number;
  /** As corrected; none in an empty cell, more than one only where a person added one beside another. */
  readonly numbers: readonly FixedNumber[];
}

/** A table as it stands after correction. */
export interface FixedTable {
  readonly columns: readonly SheetColumn[];
  /** From top to bottom, cells from left to right. */
  readonly rows: readonly (readonly FixedCell[])[];
  readonly hasTotalRow: boolean;
}

/** The tables of a reading with its numbers in their cells. */
export function fixedTables(reading: FixedReading): readonly FixedTable[] {
  const contents = cellContents(reading);
  return reading.tables.map(({ columns, rows, hasTotalRow }) => ({
    columns,
    hasTotalRow,
    rows: rows.map((cells) =>
      cells.map(({ id, box, span }, column) => ({
        id,
        span,
        box: span > 1 ? boxAround(cells.slice(column, column + span).map((cell) => cell.box)) : box,
        numbers: (contents.get(id) ?? []).map((characters) => fixedNumber(reading, characters)),
      })),
    ),
  }));
}

/** How a cell is written, with 0-9. */
export function cellText({ numbers }: FixedCell): string {
  return numbers.map(({ text }) => text).join(' ');
}

/** How it stands in the picture. */
export function writtenCell({ numbers }: FixedCell): string {
  return numbers.map(({ written }) => written).join(' ');
}

/** Row and column of the cell that a character is in; null when it is in none. */
export function cellAround(
  { rows }: FixedTable,
  id: number | null,
): { readonly row: number; readonly column: number } | null {
  for (const [row, cells] of rows.entries()) {
    const column = cells.findIndex(({ numbers }) =>
      numbers.some(({ characters }) => characters.some((character) => character.id === id)),
    );
    if (column >= 0) return { row, column };
  }
  return null;
}

/** Cells in which something is to be checked. */
export function openCells({ rows }: FixedTable): number {
  return rows.flat().filter(({ numbers }) => numbers.some(({ status }) => status === 'check')).length;
}

/** Cells that can be looked at: merged ones count once. */
export function cellCount({ rows }: FixedTable): number {
  return rows.flat().filter(({ span }) => span > 0).length;
}
