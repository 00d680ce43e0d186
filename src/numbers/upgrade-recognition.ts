import type { CharacterPlace, Recognition, RecognizedNumber } from '../contract/recognition';
import { lineOf, numberOf } from './number-of';

/** A reading as it was kept before marks were read: lines of digits. */
export interface DigitsOnlyRecognition
  extends Omit<Recognition, 'marks' | 'numbers' | 'otherInk' | 'tables' | 'lines'> {
  readonly lines: readonly {
    /** The digits of the line; a space where a wide gap parts two numbers. */
    readonly text: string;
    /** Indexes into `digits`. */
    readonly digitIndexes: readonly number[];
  }[];
}

/** A reading as it was kept before tables were found. */
export type RecognitionWithoutTables = Omit<Recognition, 'tables'>;

/** In any form that was ever kept. */
export type StoredRecognition = Recognition | RecognitionWithoutTables | DigitsOnlyRecognition;

/**
 * A stored reading as it is understood today. The text of an old one stays the same to the letter, because corrections
 * belong to it.
 *
 * @returns the very same object when it is of today's form
 */
export function upgradeRecognition(stored: StoredRecognition): Recognition {
  if ('tables' in stored) return stored;
  if ('numbers' in stored) return { ...stored, tables: [] };
  const characters = { digits: stored.digits, marks: [] };
  const numbers: RecognizedNumber[] = [];
  const lines = stored.lines.map(({ text, digitIndexes }) => {
    const indexes = numbersIn(text, digitIndexes).map((places) => numbers.push(numberOf(places, characters)) - 1);
    return lineOf(indexes, numbers);
  });
  return { ...stored, marks: [], numbers, otherInk: [], tables: [], lines };
}

/** The places of each number of a line, in which a space parts two. */
function numbersIn(text: string, digitIndexes: readonly number[]): CharacterPlace[][] {
  let next = 0;
  return text
    .split(' ')
    .filter((number) => number !== '')
    .map((number) => {
      const indexes = digitIndexes.slice(next, next + number.length);
      next += number.length;
      return indexes.map((index) => ({ kind: 'digit', index }) as const);
    })
    .filter((places) => places.length > 0);
}
