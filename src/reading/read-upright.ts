import type { CancelSignal } from '../contract/cancel';
import type { Expectation } from '../contract/expectation';
import type { GrayImage } from '../contract/image';
import { READING_THRESHOLDS } from '../contract/reading-thresholds';
import type { OtherInk } from '../contract/recognition';
import { type Turn, turnBack, turnGray } from '../imaging/turn';
import type { ReadCharacter, ReadNumber, ReadNumbers } from './read-number';
import { type PageReader, type ReadPage, readPage } from './read-page';

const TURN = READING_THRESHOLDS.turn;

export interface ReadUpright extends ReadPage {
  /** Clockwise, before reading. */
  readonly turn: Turn;
}

/**
 * Reads a page as it lies, and turned where that gives nothing to believe in, or several rows without one sure number, and
 * another turn does better. Boxes stay those of the page.
 */
export async function readUpright(
  page: GrayImage,
  reader: PageReader,
  expectation: Expectation,
  signal?: CancelSignal,
  onClassify?: () => void,
): Promise<ReadUpright> {
  const asItLies = await readPage(page, reader, expectation, signal, onClassify);
  const before = beliefIn(asItLies.numbers);
  const isLong = page.width > TURN.long * page.height || page.height > TURN.long * page.width;
  const areFew = before.digits <= TURN.fewDigits && isLong;
  const isDoubted = before.rows > 1 && before.sure === 0;
  const isBelieved = before.digits > 0 && before.believed / before.digits >= TURN.doubtful;
  if (isBelieved && !areFew && !isDoubted) return { ...asItLies, turn: 0 };
  let best: ReadUpright = { ...asItLies, turn: 0 };
  let most = Math.max(TURN.leastDigits * TURN.convincing, TURN.times * before.believed);
  for (const turn of [90, 270, 180] as const) {
    const turned = await readPage(turnGray(page, turn), reader, expectation, signal);
    const { digits, believed, longest, sure } = beliefIn(turned.numbers);
    // Many numbers can be read either way up.
    if (turn === 180 && sure === 0) continue;
    // A strip that lies on its side holds long numbers, not a heap of short ones.
    if (turn !== 180 && isLong && longest < TURN.longestShare * digits) continue;
    const least = turn === 180 ? TURN.leastUpsideDown : TURN.leastDigits;
    if (longest < TURN.leastDigits || digits < least || believed / digits < TURN.convincing || believed < most)
      continue;
    best = { ...turned, numbers: turnedBack(turned.numbers, turn, page), turn };
    most = believed;
  }
  return best;
}

/**
 * Digits, how many of them are believed (each counts as much as its number is likely to be right), and the longest number
 * that is; numbers without doubts; rows.
 */
function beliefIn({ rows }: ReadNumbers) {
  let [digits, believed, longest, sure] = [0, 0, 0, 0];
  for (const { characters, confidence, doubts } of rows.flat()) {
    const count = characters.filter(({ kind }) => kind === 'digit').length;
    digits += count;
    believed += count * confidence;
    if (confidence >= TURN.convincing) longest = Math.max(longest, count);
    if (doubts.length === 0) sure += 1;
  }
  return { digits, believed, longest, sure, rows: rows.length };
}

function turnedBack({ rows, otherInk, tables }: ReadNumbers, turn: Turn, page: GrayImage): ReadNumbers {
  return {
    rows: rows.map((row) =>
      row.map((number): ReadNumber => ({ ...number, characters: number.characters.map(characterBack) })),
    ),
    otherInk: otherInk.map((ink): OtherInk => ({ ...ink, box: turnBack(ink.box, turn, page) })),
    tables: tables.map((table) => table.map((row) => row.map((box) => turnBack(box, turn, page)))),
  };

  function characterBack(character: ReadCharacter): ReadCharacter {
    if (character.kind === 'mark') {
      return { kind: 'mark', mark: { ...character.mark, box: turnBack(character.mark.box, turn, page) } };
    }
    const { region } = character.digit;
    return {
      kind: 'digit',
      digit: { ...character.digit, region: { ...region, box: turnBack(region.box, turn, page) } },
    };
  }
}
