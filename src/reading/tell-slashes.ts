import { isDigitCode } from '../contract/characters';
import type { Box } from '../contract/image';
import { READING_THRESHOLDS } from '../contract/reading-thresholds';
import type { RecognizedDigit } from '../contract/recognition';
import { centerX } from '../imaging/box';
import type { InkComponent } from '../imaging/ink-components';
import type { LineCharacter, LineReading } from '../line/read-lines';
import { interpretNumber } from '../numbers/interpret-number';

const SLASH = READING_THRESHOLDS.slash;

/** A fraction's numbers have at most this many digits, and do not begin with 0. */
const FRACTION = /^[1-9]\d{0,2}\/[1-9]\d{0,2}$/;

/**
 * A slanted 1 and a slash are the same stroke; what tells them apart is its height, and whether a slash makes
 * sense there: in a date, a fraction, the ending of an amount. Each slash that is no taller than the digits, or in no
 * such place and not much taller, becomes a 1, and the reading is less certain. So does a parenthesis between digits that
 * has no other half.
 *
 * @param digits located digits of the number
 * @param components pieces of ink on the page
 */
export function tellSlashes(
  line: LineReading,
  digits: readonly RecognizedDigit[],
  components: readonly InkComponent[],
): LineReading {
  const heights = digits.map(({ region }) => region.box.height).sort((a, b) => a - b);
  const usual = heights[Math.floor(heights.length / 2)];
  if (usual === undefined) return line;
  const codesRead = line.characters.map(({ code }) => code);
  const least = makesSense(codesRead.join('')) ? SLASH.height : SLASH.tallHeight;
  const isOne = line.characters.map((character, index) => {
    if (isLoneBracket(codesRead, index)) return true;
    if (character.code !== '/' || closesAmount(codesRead, index)) return false;
    const stroke = strokeAt(character, components);
    return stroke ? stroke.height < least * usual : least === SLASH.tallHeight;
  });
  if (!isOne.includes(true)) return line;
  const characters = line.characters.map((each, index) => (isOne[index] ? { ...each, code: '1' } : each));
  const codes = characters.map(({ code }) => code);
  const known = line.readings.find((reading) => reading.codes.join('') === codes.join(''));
  const probability = Math.max(known?.probability ?? 0, SLASH.either * (line.readings[0]?.probability ?? 0));
  return { ...line, characters, readings: [{ codes, probability }, ...line.readings.filter((each) => each !== known)] };
}

/** A slash that ends a grouped number, with or without a dash behind it: a 1 there would make a group too long. */
function closesAmount(codes: readonly string[], index: number): boolean {
  return /^[-=]?$/.test(codes.slice(index + 1).join('')) && /[.,]\d{3}$/.test(codes.slice(0, index).join(''));
}

/** A parenthesis without its other half, between digits or after a long number: nobody writes that. */
function isLoneBracket(codes: readonly string[], index: number): boolean {
  const code = codes[index];
  if (code !== '(' && code !== ')') return false;
  const hasPartner = code === '(' ? codes.slice(index).includes(')') : codes.slice(0, index).includes('(');
  if (hasPartner || !isDigitCode(codes[index - 1] ?? '')) return false;
  return (
    isDigitCode(codes[index + 1] ?? '') || (code === ')' && index === codes.length - 1 && index > SLASH.listDigits)
  );
}

function makesSense(text: string): boolean {
  const { kind } = interpretNumber(text);
  return kind === 'date' || kind === 'amount' || kind === 'expression' || (kind === 'fraction' && FRACTION.test(text));
}

/** The piece of ink where a character stands; undefined where it touches others or none is found. */
function strokeAt({ box }: LineCharacter, components: readonly InkComponent[]): Box | undefined {
  return components
    .map((component) => component.box)
    .filter(
      (piece) =>
        piece.x <= centerX(box) &&
        piece.x + piece.width >= centerX(box) &&
        piece.y < box.y + box.height &&
        piece.y + piece.height > box.y &&
        piece.height >= SLASH.stroke.height * box.height &&
        piece.width <= SLASH.stroke.width * box.height,
    )
    .sort((a, b) => b.height - a.height)[0];
}
