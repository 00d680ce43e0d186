import { isLetterCode } from '../contract/characters';
import { type Expectation, expectsLetters } from '../contract/expectation';
import { charactersOf, type FixedReading } from './fixed-reading';

/** Whether letters that are typed are characters of the reading: where they are expected, or stand in it already. */
export function takesLetters(reading: FixedReading, expectation: Expectation): boolean {
  return expectsLetters(expectation) || charactersOf(reading).some(({ code }) => code !== null && isLetterCode(code));
}
