import type { Cell } from './csv';
import { type ExportedPicture, haveOtherScripts, scriptsOf } from './exported-picture';
import { matchColumns, placedCells } from './match-columns';
import type { NumberCell } from './number-cell';
import { type NumberRow, pictureRows } from './picture-rows';
import { statusWord } from './status-word';

/** One row of a picture's numbers with what stands beside them. */
export interface PictureRow {
  readonly picture: ExportedPicture;
  /** As many in each row. */
  readonly cells: NumberRow;
  readonly status: string;
  /** In the first row of a picture alone. */
  readonly note: string;
}

export interface PictureTable {
  /** Of the columns of numbers. */
  readonly titles: readonly string[];
  readonly rows: readonly PictureRow[];
}

/**
 * One row a picture, or one for each row of its tables; a picture without numbers has a row, so that none goes missing.
 * Columns of tables with the same name are one, and so are those without a name in the same place.
 */
export function rowsOfPictures(pictures: readonly ExportedPicture[]): PictureTable {
  const found = pictures.flatMap((picture) => {
    const rows = pictureRows(picture);
    return (rows.length > 0 ? rows : [{ cells: [], columns: null }]).map((row, at) => ({ picture, row, at }));
  });
  // A table lends its names to numbers that stand in none.
  const order = [...found].sort((a, b) => Number(a.row.columns === null) - Number(b.row.columns === null));
  const matched = matchColumns(order.map(({ row }) => row.columns ?? row.cells.map(() => '')));
  const placesOf = new Map(order.map(({ row }, at) => [row, matched.places[at]!]));
  return {
    titles: matched.names.map((name, column) => name || `number ${column + 1}`),
    rows: found.map(({ picture, row, at }) => ({
      picture,
      cells: placedCells(row.cells, placesOf.get(row)!, matched.names.length),
      status: rowStatus(picture, row.cells),
      note: at === 0 ? (picture.note ?? '') : '',
    })),
  };
}

/** The titles and one row a picture: file, its numbers, what is to be known of them. */
export function pictureTable(pictures: readonly ExportedPicture[]): readonly (readonly Cell[])[] {
  const { titles, rows } = rowsOfPictures(pictures);
  const isSaid = haveOtherScripts(pictures);
  return [
    ['file', ...titles, 'status', 'note', ...(isSaid ? ['script'] : [])],
    ...rows.map(({ picture, cells, status, note }) => {
      const scripts = isSaid ? [scriptsOf(picture).join(' ')] : [];
      return [picture.name, ...cells.map(plainCell), status, note, ...scripts];
    }),
  ];
}

/** The titles and one row a number. */
export function numberList(pictures: readonly ExportedPicture[]): readonly (readonly Cell[])[] {
  const isSaid = haveOtherScripts(pictures);
  const row = (picture: ExportedPicture, cell: NumberCell | null): Cell[] => [
    picture.name,
    plainCell(cell),
    statusWord(picture, cell ? [cell.status] : []),
    ...(isSaid ? [cell?.script ?? ''] : []),
  ];
  const rows = pictures.flatMap((picture): Cell[][] => {
    const cells = pictureRows(picture)
      .flatMap(({ cells: all }) => all)
      .filter((cell) => cell !== null);
    return cells.length === 0 ? [row(picture, null)] : cells.map((cell) => row(picture, cell));
  });
  return [['file', 'number', 'status', ...(isSaid ? ['script'] : [])], ...rows];
}

/** A number to compute with, by a decimal point as in every CSV file; what has no value as it stands in the picture. */
function plainCell(cell: NumberCell | null): Cell {
  if (!cell) return null;
  if (cell.value === null) return cell.written;
  return cell.isPercent ? cell.typed.replace(',', '.') : cell.value;
}

/** A row of a table in which all cells are empty has nothing to check. */
function rowStatus(picture: ExportedPicture, cells: NumberRow): string {
  const statuses = cells.flatMap((cell) => cell?.status ?? []);
  return cells.length > 0 && statuses.length === 0 ? '' : statusWord(picture, statuses);
}
