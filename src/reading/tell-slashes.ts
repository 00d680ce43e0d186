import type { Box } from '../contract/image';
import type { RecognizedDigit } from '../contract/recognition';
import { centerX } from '../imaging/box';
import type { InkComponent } from '../imaging/ink-components';
import type { LineCharacter, LineReading } from '../line/read-lines';

/** A slash is at least this many times as tall as the digits beside it: a slanted 1 is as tall as they are. */
const SLASH_HEIGHT = 1.22;
/** What a reading loses in probability with each stroke that could be either. */
const EITHER = 0.5;

/**
 * A slanted 1 and a slash are the same stroke; what tells them apart is its height. Each slash of a line that is no
 * taller than the digits becomes a 1, and the reading is less certain.
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
  const isOne = line.characters.map((character) => {
    const stroke = character.code === '/' ? strokeAt(character, components) : undefined;
    return stroke !== undefined && stroke.height < SLASH_HEIGHT * usual;
  });
  if (!isOne.includes(true)) return line;
  const characters = line.characters.map((each, index) => (isOne[index] ? { ...each, code: '1' } : each));
  const codes = characters.map(({ code }) => code);
  const known = line.readings.find((reading) => reading.codes.join('') === codes.join(''));
  const probability = Math.max(known?.probability ?? 0, EITHER * (line.readings[0]?.probability ?? 0));
  return { ...line, characters, readings: [{ codes, probability }, ...line.readings.filter((each) => each !== known)] };
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
        piece.height >= 0.5 * box.height &&
        piece.width <= 1.2 * box.height,
    )
    .sort((a, b) => b.height - a.height)[0];
}
