import { READING_THRESHOLDS } from '../contract/reading-thresholds';
import type { Doubt } from '../contract/recognition';
import { toCheck } from './fuse-number';
import type { ReadCharacter, ReadNumber, ReadNumbers } from './read-number';

const OTHER = READING_THRESHOLDS.otherScript;

/**
 * Whether what was read as Latin is most probably written in another script: hardly a number of the page is sure, and its
 * digits fit badly. The reader of Latin alone cannot know more.
 */
export function seemsOther({ rows }: ReadNumbers): boolean {
  let [digits, sure, logarithms] = [0, 0, 0];
  for (const number of rows.flat()) {
    const count = digitCount(number);
    digits += count;
    if (number.doubts.length === 0) sure += count;
    logarithms += Math.log(Math.max(number.confidence, Number.EPSILON));
  }
  if (digits < OTHER.digits || sure > OTHER.sure * digits) return false;
  return Math.exp(logarithms / digits) < OTHER.fit;
}

/** None of the numbers is sure, nor any of their digits, for nobody knows which script it is. */
export function doubtScript(read: ReadNumbers): ReadNumbers {
  const doubted = (number: ReadNumber): ReadNumber => {
    const doubts: readonly Doubt[] = [...number.doubts, 'unclear-script'];
    const characters = number.characters.map(
      (each): ReadCharacter => (each.kind === 'digit' ? { ...each, digit: toCheck(each.digit) } : each),
    );
    return { ...number, characters, doubts };
  };
  return { ...read, rows: read.rows.map((row) => row.map(doubted)) };
}

function digitCount({ characters }: ReadNumber): number {
  return characters.filter(({ kind }) => kind === 'digit').length;
}
