import type { Expectation, ExpectationId } from '../contract/expectation';
import { isDateText } from '../numbers/calendar';
import { interpretNumber } from '../numbers/interpret-number';
import { NUMBER_CONVENTIONS, type PlainNumber, parseIn } from '../numbers/number-conventions';

interface ExpectationRow {
  readonly id: ExpectationId;
  readonly asksForCount?: boolean;
  /** @param text the number as written, '_' for a place that nobody has read */
  readonly fits: (text: string, count: number) => boolean;
}

/** One row a choice. */
export const EXPECTATIONS = [
  { id: 'anything', fits: () => true },
  // Marks are left out while such a picture is read, see `numbers/digits-only.ts`.
  { id: 'digits-only', fits: (text) => /^\d+$/.test(text) },
  { id: 'digits', asksForCount: true, fits: (text, count) => /^\d+$/.test(text) && text.length === count },
  { id: 'integer', fits: (text) => hasForm(text, ({ hasFraction }) => !hasFraction) },
  { id: 'decimal', fits: (text) => hasForm(text, ({ hasFraction }) => hasFraction) },
  { id: 'signed', fits: (text) => hasForm(text.replace(/^[-+]/, ''), () => true) },
  { id: 'percent', fits: (text) => isSound(text, 'percent') },
  { id: 'fraction', fits: (text) => isSound(text, 'fraction') },
  { id: 'amount', fits: isAmount },
  { id: 'time', fits: (text) => isSound(text, 'time') },
  { id: 'date', fits: (text) => isDateText(text) },
  { id: 'date-day-first', fits: (text) => isDateText(text, ['day-month-year']) },
  { id: 'date-month-first', fits: (text) => isDateText(text, ['month-day-year']) },
  { id: 'date-year-first', fits: (text) => isDateText(text, ['year-month-day']) },
  { id: 'postal-code', fits: (text) => /^\d{5}(-\d{4})?$/.test(text) },
] as const satisfies readonly ExpectationRow[];

export const ANYTHING: Expectation = { id: 'anything' };

/** The fewest and the most digits that can be asked for. */
export const DIGIT_COUNTS = { fewest: 1, most: 30, usual: 5 } as const;

export function expectationRow(id: ExpectationId): ExpectationRow {
  return EXPECTATIONS.find((row) => row.id === id) ?? EXPECTATIONS[0];
}

export function fits(text: string, { id, count }: Expectation): boolean {
  return expectationRow(id).fits(text, count ?? DIGIT_COUNTS.usual);
}

/** Whether the text is a number without a sign in some convention, and of such a form. */
function hasForm(text: string, isWanted: (number: PlainNumber) => boolean): boolean {
  return NUMBER_CONVENTIONS.some((convention) => {
    const number = parseIn(text, convention);
    return number !== null && isWanted(number);
  });
}

function isSound(text: string, wanted: string): boolean {
  const { kind, doubts } = interpretNumber(text);
  return kind === wanted && doubts.length === 0;
}

/** Digits alone may be cents: no zero in front, except as in '050'. With a point there are two digits behind it. */
function isAmount(text: string): boolean {
  if (/^\d+$/.test(text)) return /^(0|[1-9]\d*|0\d\d)$/.test(text);
  if (isSound(text, 'amount')) return true;
  return hasForm(text, ({ hasFraction }) => !hasFraction || /\D\d\d$/.test(text));
}
