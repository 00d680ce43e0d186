import { DEFAULT_SCRIPT, type NumeralScriptId } from '../contract/numeral-scripts';
import type { FixedNumber } from '../corrections/fixed-number';
import type { Status } from '../corrections/fixed-reading';
import { isCalendarDate } from '../numbers/calendar';
import { type ChosenConvention, decimalMarkOf } from '../numbers/number-conventions';

/** A number on its way into a spreadsheet. */
export interface NumberCell {
  /** As it stands in the picture. */
  readonly written: string;
  /**
   * As it is typed into a spreadsheet: what has a value without group marks and currency, with the decimal mark of its
   * convention; everything else as it stands in the picture.
   */
  readonly typed: string;
  /** What a spreadsheet computes with; of '27.3%' it is 0.273. null for what stays a text: ids, dates, times, phones. */
  readonly value: number | null;
  /** Digits after the decimal mark; of '27.3%' one. */
  readonly decimals: number;
  readonly isPercent: boolean;
  /** The day of a date that has one meaning only, as '2026-11-22'; null otherwise. */
  readonly day: string | null;
  readonly status: Status;
  /** Which script it is written in; the other fields have 0-9. */
  readonly script: NumeralScriptId;
}

/** Spreadsheets keep 15 digits of a number (IEEE 754) and turn the rest into zeros. */
const MOST_DIGITS = 15;

/** @param convention how numbers are written in the picture; 'any': the decimal mark stays as it was written */
export function numberCell(number: FixedNumber, convention: ChosenConvention): NumberCell {
  const { text: written, kind, status, script } = number;
  const isPercent = kind === 'percent';
  const value = isIdentifier(written) ? null : number.value;
  const plain = value === null ? null : plainNumber(written, value);
  const mark = decimalMarkOf(convention) ?? (plain?.mark === '·' ? '.' : (plain?.mark ?? '.'));
  return {
    written,
    typed: plain ? plain.whole + (plain.fraction && mark + plain.fraction) + (isPercent ? '%' : '') : written,
    value: value !== null && isPercent ? Number((value / 100).toPrecision(MOST_DIGITS)) : value,
    decimals: plain?.fraction.length ?? 0,
    isPercent,
    day: kind === 'date' ? dayOf(written) : null,
    status,
    script,
  };
}

/** Several numbers in one cell of a table: a text. */
export function joinedCell(cells: readonly [NumberCell, ...NumberCell[]]): NumberCell {
  const [first, ...more] = cells;
  if (more.length === 0) return first;
  const written = cells.map((cell) => cell.written).join(' ');
  const status = cells.find((cell) => cell.status === 'check')?.status ?? first.status;
  return { ...textCell(written), status, script: first.script };
}

/** What is no number and stays a text, e.g. the name of a file. */
export function textCell(text: string): NumberCell {
  const meaning = { value: null, decimals: 0, isPercent: false, day: null };
  return { written: text, typed: text, ...meaning, status: 'sure', script: DEFAULT_SCRIPT };
}

/** What names something, as '007', or has more digits than a spreadsheet keeps. */
function isIdentifier(text: string): boolean {
  return /^[-+]?0\d/.test(text) || text.replace(/\D/g, '').length > MOST_DIGITS;
}

interface PlainNumber {
  /** With its minus; '0' where nothing stands before the mark. */
  readonly whole: string;
  readonly mark: string | null;
  /** '' for a whole number. */
  readonly fraction: string;
}

/** The digits of a number as written, parted where its value says that the fraction begins. */
function plainNumber(text: string, value: number): PlainNumber {
  const minus = value < 0 ? '-' : '';
  const at = Math.max(...['.', ',', '·'].map((mark) => text.lastIndexOf(mark)));
  const [whole, fraction] = [text.slice(0, Math.max(0, at)), text.slice(at + 1)].map((part) => part.replace(/\D/g, ''));
  const hasFraction = at >= 0 && fraction !== '' && Number(`${whole || '0'}.${fraction}`) === Math.abs(value);
  return hasFraction
    ? { whole: minus + (whole || '0'), mark: text[at]!, fraction: fraction! }
    : { whole: minus + text.replace(/\D/g, ''), mark: null, fraction: '' };
}

/** '2026-11-22' for a date with a year of four digits in which day and month cannot change places. */
function dayOf(text: string): string | null {
  const parts = text.split(/[-/.]/);
  const [first = '', second = '', third = ''] = parts;
  if (parts.length !== 3) return null;
  const orders =
    first.length === 4
      ? [[first, second, third]]
      : [
          [third, second, first],
          [third, first, second],
        ]; // year, month, day
  const days = orders
    .filter(([year, month, day]) => year?.length === 4 && isCalendarDate([year, month!, day!], ['year-month-day']))
    .map(([year, month, day]) => `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`);
  return new Set(days).size === 1 ? days[0]! : null;
}
