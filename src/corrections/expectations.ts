import type { Expectation, ExpectationId } from '../contract/expectation';

interface ExpectationRow {
  readonly id: ExpectationId;
  readonly asksForCount?: boolean;
  /** @param number digits only */
  readonly fits: (number: string, count: number) => boolean;
}

/** One row a choice. Only digits are read, so points, commas and dashes never stand in a number. */
export const EXPECTATIONS = [
  { id: 'anything', fits: () => true },
  {
    id: 'digits',
    asksForCount: true,
    fits: (number, count) => number.length === count,
  },
  {
    id: 'postal-code',
    fits: (number) => /^\d{5}$/.test(number),
  },
  {
    id: 'amount',
    fits: (number) => /^(0|[1-9]\d*|0\d\d)$/.test(number),
  },
  {
    id: 'date',
    fits: isDate,
  },
] as const satisfies readonly ExpectationRow[];

export const ANYTHING: Expectation = { id: 'anything' };

/** The fewest and the most digits that can be asked for. */
export const DIGIT_COUNTS = { fewest: 1, most: 30, usual: 5 } as const;

export function expectationRow(id: ExpectationId): ExpectationRow {
  return EXPECTATIONS.find((row) => row.id === id) ?? EXPECTATIONS[0];
}

export function fits(number: string, { id, count }: Expectation): boolean {
  return expectationRow(id).fits(number, count ?? DIGIT_COUNTS.usual);
}

/** Day-month-year, month-day-year or year-month-day; the year in two or four digits. */
function isDate(number: string): boolean {
  if (!/^(\d{6}|\d{8})$/.test(number)) return false;
  const part = (start: number, length: number) => Number(number.slice(start, start + length));
  if (number.length === 8) {
    const [a, b] = [part(0, 2), part(2, 2)];
    return isDay(a, b, part(4, 4)) || isDay(b, a, part(4, 4)) || isDay(part(6, 2), part(4, 2), part(0, 4));
  }
  const [a, b, c] = [part(0, 2), part(2, 2), part(4, 2)];
  return isDay(a, b, 2000 + c) || isDay(b, a, 2000 + c) || isDay(c, b, 2000 + a);
}

/** Whether the day is in the calendar, from 1900 to 2099. */
function isDay(day: number, month: number, year: number): boolean {
  if (year < 1900 || year > 2099 || month < 1 || month > 12 || day < 1) return false;
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day <= lengths[month - 1]!;
}
