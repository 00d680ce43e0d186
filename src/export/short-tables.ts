import type { Cell } from './csv';
import type { ExportedPicture } from './exported-picture';
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

/** One row a picture, or one for each row of its tables; a picture without numbers has a row, so that none goes missing. */
export function rowsOfPictures(pictures: readonly ExportedPicture[]): readonly PictureRow[] {
  const rows = pictures.flatMap((picture) => {
    const found = pictureRows(picture);
    return (found.length > 0 ? found : [[]]).map((cells, at) => ({
      picture,
      cells,
      note: at === 0 ? (picture.note ?? '') : '',
    }));
  });
  const columns = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  return rows.map(({ picture, cells, note }) => {
    const padding = Array<null>(columns - cells.length).fill(null);
    return { picture, cells: [...cells, ...padding], status: rowStatus(picture, cells), note };
  });
}

/** The titles and one row a picture: file, its numbers, what is to be known of them. */
export function pictureTable(pictures: readonly ExportedPicture[]): readonly (readonly Cell[])[] {
  const rows = rowsOfPictures(pictures);
  const titles = rows[0]?.cells.map((_, column) => `number ${column + 1}`) ?? [];
  return [
    ['file', ...titles, 'status', 'note'],
    ...rows.map(({ picture, cells, status, note }) => [picture.name, ...cells.map(plainCell), status, note]),
  ];
}

/** The titles and one row a number. */
export function numberList(pictures: readonly ExportedPicture[]): readonly (readonly Cell[])[] {
  const rows = pictures.flatMap((picture): Cell[][] => {
    const cells = pictureRows(picture).flat();
    if (cells.every((cell) => cell === null)) return [[picture.name, null, statusWord(picture, [])]];
    return cells.flatMap((cell) => (cell ? [[picture.name, plainCell(cell), statusWord(picture, [cell.status])]] : []));
  });
  return [['file', 'number', 'status'], ...rows];
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
