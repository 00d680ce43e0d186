import type { Expectation, ExpectationFit } from '../contract/expectation';
import type { Doubt } from '../contract/recognition';
import { fits } from '../corrections/expectations';
import type { ReadNumber, ReadNumbers } from './read-number';

/** Whether the numbers as written are what was expected; those that are not are to be checked. */
export function expectNumbers(
  read: ReadNumbers,
  expectation: Expectation,
  fit: ExpectationFit,
): { readonly numbers: ReadNumbers; readonly fit: ExpectationFit } {
  const isFitting = (number: ReadNumber) => fits(textOf(number), expectation);
  const all = read.rows.flat();
  const doubted = (number: ReadNumber): ReadNumber => {
    const doubt: Doubt = 'does-not-fit';
    return isFitting(number) ? number : { ...number, doubts: [...number.doubts, doubt] };
  };
  return {
    numbers: { ...read, rows: read.rows.map((row) => row.map(doubted)) },
    fit: { ...fit, isMet: all.length > 0 && all.every(isFitting) },
  };
}

/** As written, digits and marks. */
export function textOf({ characters }: Pick<ReadNumber, 'characters'>): string {
  return characters
    .map((character) =>
      character.kind === 'mark' ? character.mark.code : `${character.digit.prediction.ranked[0]?.label ?? ''}`,
    )
    .join('');
}
