import { printLogOdds } from '../classify/print-voice';
import { READING_THRESHOLDS } from '../contract/reading-thresholds';
import type { Recognition, RecognizedNumber } from '../contract/recognition';
import type { RecognizedTable, TableCell, TableLabels } from '../contract/recognized-table';
import { lineOf } from '../numbers/number-of';

type Layout = Pick<Recognition, 'digits' | 'numbers' | 'tables' | 'lines' | 'text'>;

const { leastDigits, printed, mostly, written } = READING_THRESHOLDS.labels;

/**
 * Tells printed labels around tables that are filled in by hand: the first row and the first column, as wholes. Their numbers
 * stand in no line, as those that are struck out, and their tables say where they are.
 */
export function withLabels<Reading extends Layout>(reading: Reading): Reading {
  const labels = new Set<number>();
  const tables = reading.tables.map((table): RecognizedTable => {
    const found = labelsOf(table, reading);
    if (!found) return table;
    const cells = [...(found.inRow ? firstRow(table) : []), ...(found.inColumn ? firstColumn(table) : [])];
    for (const cell of cells) {
      // Writing among labels, as in the corner between them, stays a number beside the table.
      if (cell.numberIndex !== null && isPrinted(voicesOf(cell, reading))) labels.add(cell.numberIndex);
    }
    return { ...table, labels: found };
  });
  if (labels.size === 0) return reading;
  const numbers = reading.numbers.map((number, index): RecognizedNumber => {
    return labels.has(index) ? { ...number, isLabel: true } : number;
  });
  const lines = reading.lines
    .map(({ numberIndexes }) => lineOf(numberIndexes, numbers))
    .filter((line) => line.numberIndexes.length > 0);
  return { ...reading, numbers, tables, lines, text: lines.map(({ text }) => text).join('\n') };
}

/** null where nothing is told: a table with a printed border and no writing in it is one of printed numbers. */
function labelsOf(table: RecognizedTable, reading: Layout): TableLabels | null {
  const data = table.rows.slice(1).flatMap((cells) => cells.slice(1));
  const voices = data.flatMap((cell) => voicesOf(cell, reading));
  if (voices.length < leastDigits || mean(voices) > written) return null;
  // The corner belongs to a row, to a column or to neither.
  const [inRow, inColumn] = [firstRow(table), firstColumn(table)].map(
    (cells) => areLabels(cells, reading) || areLabels(cells.slice(1), reading),
  ) as [boolean, boolean];
  return inRow || inColumn ? { inRow, inColumn } : null;
}

function areLabels(cells: readonly TableCell[], reading: Layout): boolean {
  const filled = cells.map((cell) => voicesOf(cell, reading)).filter((voices) => voices.length > 0);
  const all = filled.flat();
  if (filled.length < 2 || all.length < leastDigits || mean(all) < printed) return false;
  return filled.filter(isPrinted).length >= mostly * filled.length;
}

function isPrinted(voices: readonly number[]): boolean {
  return mean(voices) > 0;
}

function firstRow({ rows }: RecognizedTable): readonly TableCell[] {
  return rows[0] ?? [];
}

function firstColumn({ rows }: RecognizedTable): readonly TableCell[] {
  return rows.flatMap((cells) => cells[0] ?? []);
}

/** What each digit of a cell's number says; other scripts than Latin have no voice. */
function voicesOf({ numberIndex }: TableCell, { numbers, digits }: Layout): readonly number[] {
  const places = numberIndex === null ? [] : numbers[numberIndex]!.characters;
  return places.flatMap(({ kind, index }) => {
    const digit = kind === 'digit' ? digits[index]! : null;
    return digit && !digit.script ? [printLogOdds(digit.glyph)] : [];
  });
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
