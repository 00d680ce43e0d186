import type { Box } from '../contract/image';
import type { TableCell } from '../contract/recognition';
import { centerX, centerY } from '../imaging/box';
import { type FixedNumber, fixedNumbers } from './fixed-number';
import type { FixedReading } from './fixed-reading';

export interface FixedCell {
  readonly box: Box;
  /** As corrected; none in an empty cell, more than one only where a person added one beside another. */
  readonly numbers: readonly FixedNumber[];
}

/** A table as it stands after correction: rows from top to bottom, cells from left to right. */
export type FixedTable = readonly (readonly FixedCell[])[];

/** The numbers of a reading in the cells of a table: where they were read, or where their middle is. */
export function fixedTable(reading: FixedReading, rows: readonly (readonly TableCell[])[]): FixedTable {
  const numbers = fixedNumbers(reading);
  const cells = rows.flat();
  const byIndex = new Map(cells.flatMap((cell) => (cell.numberIndex === null ? [] : [[cell.numberIndex, cell]])));
  const held = new Map<TableCell, FixedNumber[]>();
  for (const number of numbers) {
    const index = number.characters.find(({ numberIndex }) => numberIndex !== null)?.numberIndex;
    const cell =
      index === undefined || index === null ? cells.find(({ box }) => holds(box, number.box)) : byIndex.get(index);
    if (cell) held.set(cell, [...(held.get(cell) ?? []), number]);
  }
  return rows.map((row) => row.map((cell) => ({ box: cell.box, numbers: held.get(cell) ?? [] })));
}

/** How a cell is written. */
export function cellText({ numbers }: FixedCell): string {
  return numbers.map(({ text }) => text).join(' ');
}

/** Row and column of the cell that a character is in; null when it is in none. */
export function cellAround(
  table: FixedTable,
  id: number | null,
): { readonly row: number; readonly column: number } | null {
  for (const [row, cells] of table.entries()) {
    const column = cells.findIndex(({ numbers }) =>
      numbers.some(({ characters }) => characters.some((character) => character.id === id)),
    );
    if (column >= 0) return { row, column };
  }
  return null;
}

/** Cells in which something is to be checked. */
export function openCells(table: FixedTable): number {
  return table.flat().filter(({ numbers }) => numbers.some(({ status }) => status === 'check')).length;
}

function holds({ x, y, width, height }: Box, other: Box): boolean {
  const [middleX, middleY] = [centerX(other), centerY(other)];
  return middleX >= x && middleX < x + width && middleY >= y && middleY < y + height;
}
