import { type FixedCharacter, lineText, numbersOf } from '../corrections/fixed-reading';
import { confidenceOf } from '../corrections/summarize-fixed';
import type { Cell } from './csv';
import type { ExportedPicture } from './exported-picture';

/** One number as it is written in a picture. */
interface NumberRow {
  readonly picture: ExportedPicture;
  /** 1 for the topmost line; null when the picture holds no number. */
  readonly line: number | null;
  /** 1 for the leftmost number of the line. */
  readonly position: number | null;
  readonly digits: readonly FixedCharacter[];
}

interface Column {
  readonly title: string;
  readonly value: (row: NumberRow) => Cell;
}

/** The columns of every exported table. Texts stay texts, so that leading zeros survive. */
const COLUMNS: readonly Column[] = [
  { title: 'file', value: ({ picture }) => picture.name },
  { title: 'line', value: ({ line }) => line },
  { title: 'position', value: ({ position }) => position },
  { title: 'number', value: ({ digits }) => lineText(digits).trimEnd() },
  { title: 'status', value: status },
  { title: 'confidence', value: confidence },
  { title: 'added', value: ({ picture }) => new Date(picture.createdAt).toISOString() },
  { title: 'model', value: ({ picture }) => picture.read?.recognition.modelVersion ?? '' },
];

/** The titles and one row a number; a picture without numbers has a row of its own, so that none goes missing. */
export function numberTable(pictures: readonly ExportedPicture[]): readonly (readonly Cell[])[] {
  const rows = pictures.flatMap(numberRows).map((row) => COLUMNS.map((column) => column.value(row)));
  return [COLUMNS.map((column) => column.title), ...rows];
}

function numberRows(picture: ExportedPicture): readonly NumberRow[] {
  const lines = picture.read?.reading.lines ?? [];
  const rows = lines.flatMap((line, lineIndex) =>
    numbersOf(line).map((digits, index) => ({ picture, line: lineIndex + 1, position: index + 1, digits })),
  );
  return rows.length > 0 ? rows : [{ picture, line: null, position: null, digits: [] }];
}

/** 'check' as long as a digit asks for a look, 'edited' when a person changed one, else 'sure'. */
function status({ picture, digits }: NumberRow): string {
  if (!picture.read) {
    return picture.failure ? 'failed' : 'not read';
  }
  if (digits.length === 0) {
    return 'no digits';
  }
  const statuses = new Set(digits.map((digit) => digit.status));
  return statuses.has('check') ? 'check' : statuses.has('edited') ? 'edited' : 'sure';
}

/** Probability of the number's least certain digit that nobody has looked at. */
function confidence({ digits }: NumberRow): number | null {
  const known = digits.map(confidenceOf).filter((value) => value !== null);
  return known.length > 0 ? Number(Math.min(...known).toFixed(4)) : null;
}
