import { READING_THRESHOLDS } from '../contract/reading-thresholds';
import { toCheck } from './fuse-number';
import type { ReadCharacter, ReadNumber, ReadNumbers } from './read-number';

const SHORT = READING_THRESHOLDS.fusion.shortDigits;

/**
 * A doubtful number of one or two digits may be no number at all, so that none of its digits is sure: a letter beside
 * others, a sign. In longer ones each digit keeps its own verdict, which tells where to look.
 */
export function doubtShort(read: ReadNumbers): ReadNumbers {
  return { ...read, rows: read.rows.map((row) => row.map(doubted)) };
}

function doubted(number: ReadNumber): ReadNumber {
  const digits = number.characters.filter(({ kind }) => kind === 'digit').length;
  if (number.doubts.length === 0 || digits > SHORT) return number;
  return {
    ...number,
    characters: number.characters.map(
      (each): ReadCharacter => (each.kind === 'digit' ? { ...each, digit: toCheck(each.digit) } : each),
    ),
  };
}
