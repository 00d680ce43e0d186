import { type FixedNumber, fixedLines } from '../corrections/fixed-number';
import { type FixedTable, fixedTables } from '../corrections/fixed-table';
import type { ExportedPicture } from './exported-picture';
import { matchColumns, placedCells } from './match-columns';
import { joinedCell, type NumberCell, numberCell, textCell } from './number-cell';

/** One row of numbers; null for an empty cell of a table. */
export type NumberRow = readonly (NumberCell | null)[];

type ReadPicture = NonNullable<ExportedPicture['read']>;

/** A row of a picture's numbers. */
export interface FoundRow {
  readonly cells: NumberRow;
  /** The names of the columns of its table, '' for one without; null for numbers that stand in no table. */
  readonly columns: readonly string[] | null;
}

/**
 * The numbers of a picture in rows: one row of all of them or, where tables were found, a row for each of theirs and one
 * for each line beside them, from top to bottom, so that no number goes missing.
 *
 * @returns no row for a picture without numbers
 */
export function pictureRows({ read }: ExportedPicture): readonly FoundRow[] {
  if (!read) return [];
  const tables = fixedTables(read.reading);
  const lines = fixedLines(read.reading);
  const asRow = (numbers: readonly FixedNumber[]): FoundRow => ({
    cells: numbers.map((number) => numberCell(number, read.reading.convention)),
    columns: null,
  });
  if (tables.length === 0) {
    const numbers = lines.flat();
    return numbers.length > 0 ? [asRow(numbers)] : [];
  }
  const inTables = new Set(tables.flatMap((table) => table.rows.flat().flatMap(({ numbers }) => numbers.map(firstId))));
  const beside = lines.map((line) => line.filter((number) => !inTables.has(firstId(number))));
  const blocks = [
    ...tables.map((table) => ({ y: table.rows[0]?.[0]?.box.y ?? 0, rows: foundRows(table, read) })),
    ...beside.filter((line) => line.length > 0).map((line) => ({ y: line[0]!.box.y, rows: [asRow(line)] })),
  ];
  return blocks.sort((a, b) => a.y - b.y).flatMap(({ rows }) => rows);
}

/**
 * What is copied of pictures: the cells of their tables; of a picture without one its numbers in one column, and an empty
 * cell where none was read, so that a list of pictures stays in step. Tables of many pictures become one, in which each
 * row begins with the name of its picture.
 */
export function copiedRows(pictures: readonly ExportedPicture[]): readonly NumberRow[] {
  const sheets = pictures.map((picture) => ({
    picture,
    rows: picture.read ? fixedTables(picture.read.reading).flatMap((table) => foundRows(table, picture.read!)) : [],
  }));
  if (pictures.length > 1 && sheets.every(({ rows }) => rows.length > 0)) {
    const all = sheets.flatMap(({ picture, rows }) => rows.map((row) => ({ picture, row })));
    const { names, places } = matchColumns(all.map(({ row }) => row.columns ?? []));
    return all.map(({ picture, row }, at) => [
      textCell(picture.name),
      ...placedCells(row.cells, places[at]!, names.length),
    ]);
  }
  return sheets.flatMap(({ picture, rows }) => {
    if (rows.length > 0) return rows.map(({ cells }) => cells);
    const cells = pictureRows(picture).flatMap((row) => row.cells);
    return cells.length > 0 ? cells.map((cell) => [cell]) : [[null]];
  });
}

function foundRows(table: FixedTable, read: Pick<ReadPicture, 'reading'>): readonly FoundRow[] {
  const columns = table.columns.map(({ name }) => name);
  return tableRows(table, read).map((cells) => ({ cells, columns }));
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
