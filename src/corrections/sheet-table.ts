import type { Box } from '../contract/image';
import type { Recognition } from '../contract/recognition';
import type { TableLabels } from '../contract/recognized-table';
import type { ColumnRule } from './column-rule';

/** A place of a sheet. What it holds is said by the characters (`FixedCharacter.cell`). */
export interface SheetCell {
  /** Never used for another cell of the same picture. */
  readonly id: number;
  /** In pixels of the upright original; cells side by side share an edge. */
  readonly box: Box;
  /** How many columns it fills; 0: the next one on the left fills this place as well. */
  readonly span: number;
}

export interface SheetColumn {
  /** Never used for another column of the same table, unless no rule names it anymore. */
  readonly id: number;
  /** '' without one. */
  readonly name: string;
  readonly rule: ColumnRule | null;
}

/** Printed labels around a table, which are no part of it until a person brings them back. */
export interface SheetLabels extends TableLabels {
  /** All cells as they were read, those of the labels among them. */
  readonly rows: readonly (readonly SheetCell[])[];
  /** What the labels name the columns, by the columns' ids; '' where they name none. */
  readonly names: readonly string[];
}

/** A table as a person has shaped it: all rows have a cell in every column. */
export interface SheetTable {
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly SheetCell[])[];
  /** Whether the last row holds the sums of those above. */
  readonly hasTotalRow: boolean;
  /** null where there are none, or where they are part of the data. */
  readonly labels: SheetLabels | null;
}

/** The tables as they were read; cells are numbered from 0, row by row. */
export function sheetTables({ tables }: Pick<Recognition, 'tables'>): readonly SheetTable[] {
  let id = 0;
  return tables.map(({ rows }) => ({
    columns: (rows[0] ?? []).map((_, column) => ({ id: column, name: '', rule: null })),
    rows: rows.map((cells) => cells.map(({ box }) => ({ id: id++, box, span: 1 }))),
    hasTotalRow: false,
    labels: null,
  }));
}

/** The cell that each number was read in, by the number's index. */
export function cellsAsRead(recognition: Pick<Recognition, 'tables'>): ReadonlyMap<number, number> {
  const indexes = recognition.tables.flatMap(({ rows }) => rows.flat().map(({ numberIndex }) => numberIndex));
  return new Map(indexes.flatMap((index, cell) => (index === null ? [] : [[index, cell] as const])));
}

/** The cell that fills a place: the place's own, or the one on the left that reaches over it. */
export function ownerOf(cells: readonly SheetCell[], column: number): number {
  let owner = column;
  while (owner > 0 && cells[owner]?.span === 0) owner -= 1;
  return owner;
}
