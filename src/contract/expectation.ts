import type { CodePatternId } from './code-patterns';

/** What numbers can be expected to be; the rule of each is a row in `corrections/expectations.ts`. */
export type ExpectationId =
  | 'anything'
  | 'digits-only'
  | 'digits'
  | 'integer'
  | 'decimal'
  | 'signed'
  | 'percent'
  | 'fraction'
  | 'amount'
  | 'time'
  | 'date'
  | 'date-day-first'
  | 'date-month-first'
  | 'date-year-first'
  | 'postal-code'
  | 'number-plate'
  | 'code';

/** Those with letters, which a reader of its own reads. */
const LETTERED: readonly ExpectationId[] = ['number-plate', 'code'];

/** Ways to write large numbers and fractions; each is a row in `numbers/number-conventions.ts`. */
export const NUMBER_CONVENTION_IDS = ['western', 'indian', 'continental', 'swiss'] as const;
export type NumberConventionId = (typeof NUMBER_CONVENTION_IDS)[number];

/** What a person expects every number of a picture to be. */
export interface Expectation {
  readonly id: ExpectationId;
  /** The number of digits, for rows that ask for it. */
  readonly count?: number;
  /** How numbers are written where the picture comes from; absent: only what all ways agree on has a value. */
  readonly convention?: NumberConventionId;
  /** Whose number plates they are, for rows that ask for it; absent: any country's. */
  readonly pattern?: CodePatternId;
}

/** Where nothing is expected. */
export const ANYTHING: Expectation = { id: 'anything' };

/** What an expectation did to a reading. */
export interface ExpectationFit {
  readonly expectation: Expectation;
  /** Whether every number is what was expected. Where nothing plausible is, the number stays as it was read. */
  readonly isMet: boolean;
  /** Digits that were read and left out, for the rest to fit. */
  readonly leftOut: number;
}

/** Whether letters are read, and typed, where this is expected. */
export function expectsLetters({ id }: Expectation): boolean {
  return LETTERED.includes(id);
}
