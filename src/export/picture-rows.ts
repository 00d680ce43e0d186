import { type FixedNumber, fixedLines } from '../corrections/fixed-number';
import { type FixedTable, fixedTables } from '../corrections/fixed-table';
import type { ExportedPicture } from './exported-picture';
import { joinedCell, type NumberCell, numberCell } from './number-cell';

/** One row of numbers; null for an empty cell of a table. */
export type NumberRow = readonly (NumberCell | null)[];

type ReadPicture = NonNullable<ExportedPicture['read']>;

/**
 * The numbers of a picture in rows: one row of all of them or, where tables were found, a row for each of theirs and one
 * for each line beside them, from top to bottom, so that no number goes missing.
 *
 * @returns no row for a picture without numbers
 */
export function pictureRows({ read }: ExportedPicture): readonly NumberRow[] {
  if (!read) return [];
  const tables = fixedTables(read.reading);
  const lines = fixedLines(read.reading);
  if (tables.length === 0) {
    const numbers = lines.flat();
    return numbers.length > 0 ? [numbers.map((number) => numberCell(number, read.reading.convention))] : [];
  }
  const inTables = new Set(tables.flatMap((table) => table.rows.flat().flatMap(({ numbers }) => numbers.map(firstId))));
  const beside = lines.map((line) => line.filter((number) => !inTables.has(firstId(number))));
  const blocks = [
    ...tables.map((table) => ({ y: table.rows[0]?.[0]?.box.y ?? 0, rows: tableRows(table, read) })),
    ...beside
      .filter((line) => line.length > 0)
      .map((line) => ({ y: line[0]!.box.y, rows: [line.map((one) => numberCell(one, read.reading.convention))] })),
  ];
  return blocks.sort((a, b) => a.y - b.y).flatMap(({ rows }) => rows);
}

/**
 * What is copied of pictures: the cells of their tables; of a picture without one its numbers in one column, and an empty
 * cell where none was read, so that a list of pictures stays in step.
 */
export function copiedRows(pictures: readonly ExportedPicture[]): readonly NumberRow[] {
  return pictures.flatMap((picture) => {
    const tables = picture.read ? fixedTables(picture.read.reading) : [];
    if (picture.read && tables.length > 0) return tables.flatMap((table) => tableRows(table, picture.read!));
    const cells = pictureRows(picture).flat();
    return cells.length > 0 ? cells.map((cell) => [cell]) : [[null]];
  });
}

/** A table as rows of cells. */
export function tableRows(table: FixedTable, { reading }: Pick<ReadPicture, 'reading'>): readonly NumberRow[] {
  return table.rows.map((row) =>
    row.map(({ numbers }) => {
      const [first, ...more] = numbers.map((number) => numberCell(number, reading.convention));
      return first ? joinedCell([first, ...more]) : null;
    }),
  );
}

function firstId({ characters }: FixedNumber): number {
  return characters[0]!.id;
}
