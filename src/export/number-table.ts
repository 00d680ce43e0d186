import { type FixedNumber, fixedLines } from '../corrections/fixed-number';
import { confidenceOf } from '../corrections/summarize-fixed';
import type { Cell } from './csv';
import { type ExportedPicture, haveOtherScripts } from './exported-picture';
import { statusWord } from './status-word';

/** One number as it is written in a picture. */
interface DetailRow {
  readonly picture: ExportedPicture;
  /** 1 for the topmost line; null when the picture holds no number. */
  readonly line: number | null;
  /** 1 for the leftmost number of the line. */
  readonly position: number | null;
  readonly number: FixedNumber | null;
}

interface Column {
  readonly title: string;
  readonly value: (row: DetailRow) => Cell;
}

/** The columns of the table with every detail; boxes in pixels of the upright picture. */
const COLUMNS: readonly Column[] = [
  { title: 'file', value: ({ picture }) => picture.name },
  { title: 'line', value: ({ line }) => line },
  { title: 'position', value: ({ position }) => position },
  { title: 'number', value: ({ number }) => number?.text ?? '' },
  { title: 'value', value: ({ number }) => number && valueCell(number) },
  { title: 'kind', value: ({ number }) => number?.kind ?? '' },
  { title: 'status', value: ({ picture, number }) => statusWord(picture, number ? [number.status] : []) },
  { title: 'doubts', value: ({ number }) => number?.doubts.join(' ') ?? '' },
  { title: 'confidence', value: ({ number }) => number && confidence(number) },
  { title: 'x', value: ({ number }) => number && Math.round(number.box.x) },
  { title: 'y', value: ({ number }) => number && Math.round(number.box.y) },
  { title: 'width', value: ({ number }) => number && Math.round(number.box.width) },
  { title: 'height', value: ({ number }) => number && Math.round(number.box.height) },
  { title: 'note', value: ({ picture }) => picture.note ?? '' },
  { title: 'added', value: ({ picture }) => new Date(picture.createdAt).toISOString() },
  { title: 'model', value: ({ picture }) => picture.read?.recognition.modelVersion ?? '' },
];

/** Behind the others, where another script than Latin was read. */
const SCRIPT_COLUMNS: readonly Column[] = [
  { title: 'script', value: ({ number }) => number?.script ?? '' },
  { title: 'written', value: ({ number }) => number?.written ?? '' },
];

/** The titles and one row a number; a picture without numbers has a row of its own, so that none goes missing. */
export function numberTable(pictures: readonly ExportedPicture[]): readonly (readonly Cell[])[] {
  const columns = [...COLUMNS, ...(haveOtherScripts(pictures) ? SCRIPT_COLUMNS : [])];
  const rows = pictures.flatMap(numberRows).map((row) => columns.map((column) => column.value(row)));
  return [columns.map((column) => column.title), ...rows];
}

function numberRows(picture: ExportedPicture): readonly DetailRow[] {
  const lines = picture.read ? fixedLines(picture.read.reading) : [];
  const rows = lines.flatMap((numbers, line) =>
    numbers.map((number, index) => ({ picture, line: line + 1, position: index + 1, number })),
  );
  return rows.length > 0 ? rows : [{ picture, line: null, position: null, number: null }];
}

/** A number to compute with; one with zeros in front names something, and stays a text so that they survive. */
function valueCell({ kind, text, value }: FixedNumber): Cell {
  return kind === 'integer' && /^0\d/.test(text) ? text : value;
}

/** Probability that the number is right; once a person had a hand in it, of the least certain part nobody looked at. */
function confidence(number: FixedNumber): number | null {
  const known = number.characters.map(confidenceOf).filter((value) => value !== null);
  const least = known.length > 0 ? Math.min(...known) : null;
  const value = number.confidence ?? least;
  return value === null ? null : Number(value.toFixed(4));
}
