import type { ExportedPicture } from './exported-picture';
import type { NumberCell } from './number-cell';
import { rowsOfPictures } from './short-tables';
import { type BookCell, type Sheet, workbook } from './workbook';

/** What a workbook says in the person's language. */
export interface WorkbookWords {
  readonly numbers: string;
  readonly about: string;
  /** Each a name with what it is: the second sheet. */
  readonly facts: readonly (readonly [name: string, value: string])[];
}

const DAY_MS = 24 * 60 * 60 * 1000;
/** 1970-01-01 as spreadsheets count days; before day 61, March 1 in 1900, they disagree. */
const DAYS_TO_1970 = 25_569;
const FIRST_DAY = 61;

/** The numbers of pictures as a workbook: the same rows and columns as in CSV, and a sheet that says where they come from. */
export function numbersWorkbook(
  pictures: readonly ExportedPicture[],
  { numbers, about, facts }: WorkbookWords,
): readonly Uint8Array<ArrayBuffer>[] {
  return workbook([
    { ...numbersSheet(pictures), name: numbers },
    {
      name: about,
      rows: facts.map(([name, value]) => [{ value: name, isBold: true }, { value }]),
      widths: [24, 72],
    },
  ]);
}

function numbersSheet(pictures: readonly ExportedPicture[]): Omit<Sheet, 'name'> {
  const { titles: columns, rows } = rowsOfPictures(pictures);
  const titles = ['file', ...columns, 'status', 'note'].map((value): BookCell => ({ value, isBold: true }));
  const body = rows.map(({ picture, cells, status, note }) => {
    return [
      { value: picture.name, format: '@' },
      ...cells.map((cell) => cell && bookCell(cell)),
      { value: status },
      note ? { value: note, format: '@' } : null,
    ];
  });
  return { rows: [titles, ...body], widths: [32, ...columns.map(() => 14), 12, 40], isFrozen: true };
}

function bookCell(cell: NumberCell): BookCell {
  return { ...contentOf(cell), ...(cell.status === 'check' && { isMarked: true }) };
}

function contentOf({ written, value, decimals, isPercent, day }: NumberCell): BookCell {
  const serial = day === null ? 0 : Date.parse(day) / DAY_MS + DAYS_TO_1970;
  if (serial >= FIRST_DAY) return { value: serial, format: 'yyyy-mm-dd' };
  if (value === null) return { value: written, format: '@' };
  const places = decimals > 0 ? `0.${'0'.repeat(decimals)}` : '0';
  return { value, format: isPercent ? `${places}%` : places };
}
