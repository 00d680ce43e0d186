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
  | 'postal-code';

/** What a person expects every number of a picture to be. `count` is the number of digits for rows that ask for it. */
export interface Expectation {
  readonly id: ExpectationId;
  readonly count?: number;
}

/** What an expectation did to a reading. */
export interface ExpectationFit {
  readonly expectation: Expectation;
  /** Whether every number is what was expected. Where nothing plausible is, the number stays as it was read. */
  readonly isMet: boolean;
  /** Digits that were read and left out, for the rest to fit. */
  readonly leftOut: number;
}
