import type { CodePatternId } from '../contract/code-patterns';
import type { Expectation, ExpectationId } from '../contract/expectation';
import type { NumberKind } from '../contract/recognition';
import { isDateText } from '../numbers/calendar';
import { hasCodeForm } from '../numbers/code-forms';
import { interpretNumber } from '../numbers/interpret-number';
import { type ChosenConvention, conventionsOf, type PlainNumber, parseIn } from '../numbers/number-conventions';

interface ExpectationRow {
  readonly id: ExpectationId;
  readonly asksForCount?: boolean;
  readonly asksForPattern?: boolean;
  /** @param text the number as written, '_' for a place that nobody has read */
  readonly fits: (text: string, asked: Asked) => boolean;
}

interface Asked {
  readonly count: number;
  readonly convention: ChosenConvention;
  readonly pattern: CodePatternId | undefined;
}

/** One row a choice. */
export const EXPECTATIONS = [
  { id: 'anything', fits: () => true },
  // Marks are left out while such a picture is read, see `numbers/digits-only.ts`.
  { id: 'digits-only', fits: (text) => /^\d+$/.test(text) },
  { id: 'digits', asksForCount: true, fits: (text, { count }) => /^\d+$/.test(text) && text.length === count },
  { id: 'integer', fits: (text, asked) => hasForm(text, asked, ({ hasFraction }) => !hasFraction) },
  { id: 'decimal', fits: (text, asked) => hasForm(text, asked, ({ hasFraction }) => hasFraction) },
  { id: 'signed', fits: (text, asked) => hasForm(text.replace(/^[-+]/, ''), asked, () => true) },
  { id: 'percent', fits: (text, asked) => isSound(text, asked, 'percent') },
  { id: 'fraction', fits: (text, asked) => isSound(text, asked, 'fraction') },
  { id: 'amount', fits: isAmount },
  { id: 'time', fits: (text, asked) => isSound(text, asked, 'time') },
  { id: 'date', fits: (text) => isDateText(text) },
  { id: 'date-day-first', fits: (text) => isDateText(text, ['day-month-year']) },
  { id: 'date-month-first', fits: (text) => isDateText(text, ['month-day-year']) },
  { id: 'date-year-first', fits: (text) => isDateText(text, ['year-month-day']) },
  { id: 'postal-code', fits: (text) => /^\d{5}(-\d{4})?$/.test(text) },
  { id: 'number-plate', asksForPattern: true, fits: isNumberPlate },
  { id: 'code', fits: (text) => /^[A-Z\d]+$/.test(text) },
] as const satisfies readonly ExpectationRow[];

/** The fewest and the most digits that can be asked for. */
export const DIGIT_COUNTS = { fewest: 1, most: 30, usual: 5 } as const;

export function expectationRow(id: ExpectationId): ExpectationRow {
  return EXPECTATIONS.find((row) => row.id === id) ?? EXPECTATIONS[0];
}

export function isSameExpectation(a: Expectation, b: Expectation): boolean {
  return a.id === b.id && a.count === b.count && a.convention === b.convention && a.pattern === b.pattern;
}

export function fits(text: string, { id, count, convention, pattern }: Expectation): boolean {
  return expectationRow(id).fits(text, {
    count: count ?? DIGIT_COUNTS.usual,
    convention: convention ?? 'any',
    pattern,
  });
}

/** Whether the text is a number without a sign in one of the conventions, and of such a form. */
function hasForm(text: string, { convention }: Asked, isWanted: (number: PlainNumber) => boolean): boolean {
  return conventionsOf(convention).some((row) => {
    const number = parseIn(text, row);
    return number !== null && isWanted(number);
  });
}

function isSound(text: string, { convention }: Asked, wanted: NumberKind): boolean {
  const { kind, doubts } = interpretNumber(text, convention);
  return kind === wanted && doubts.length === 0;
}

/** Of any country: two to nine characters, which need not be of both kinds. */
function isNumberPlate(text: string, { pattern }: Asked): boolean {
  return pattern ? hasCodeForm(text, pattern) : /^[A-Z\d]{2,9}$/.test(text);
}

/** Digits alone may be cents: no zero in front, except as in '050'. With a point there are two digits behind it. */
function isAmount(text: string, asked: Asked): boolean {
  if (/^\d+$/.test(text)) return /^(0|[1-9]\d*|0\d\d)$/.test(text);
  if (isSound(text, asked, 'amount')) return true;
  return hasForm(text, asked, ({ hasFraction }) => !hasFraction || /\D\d\d$/.test(text));
}
