import type { Box } from '../contract/image';
import { boxAround, centerX, centerY } from '../imaging/box';
import { charactersOf, type FixedCharacter, type FixedReading } from './fixed-reading';

/** How far a line is left out beside and above its characters, in their heights: the next sheet is written a little elsewhere. */
const MARGIN = 0.5;

/** What stands in a part of the picture is no part of the data: the characters with their middles there. */
export function charactersIn(reading: FixedReading, { x, y, width, height }: Box): readonly FixedCharacter[] {
  return charactersOf(reading).filter(({ box }) => {
    const [middleX, middleY] = [centerX(box), centerY(box)];
    return middleX >= x && middleX < x + width && middleY >= y && middleY < y + height;
  });
}

/** The part of the picture that the line of a character takes; null where the character is not there. */
export function lineBox(reading: FixedReading, id: number): Box | null {
  const line = reading.lines.find((characters) => characters.some((character) => character.id === id));
  if (!line) return null;
  const { x, y, width, height } = boxAround(line.map(({ box }) => box));
  const margin = height * MARGIN;
  const others = charactersOf(reading).filter((character) => !line.includes(character));
  const wide = { x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin };
  const holdsOthers = charactersIn({ ...reading, lines: [others] }, wide).length > 0;
  return holdsOthers ? { x, y, width, height } : wide;
}

/** The same part of another picture of the same sheet. */
export function scaledBox(box: Box, from: PictureSize, to: PictureSize): Box {
  const [across, down] = [to.imageWidth / from.imageWidth, to.imageHeight / from.imageHeight];
  return { x: box.x * across, y: box.y * down, width: box.width * across, height: box.height * down };
}

interface PictureSize {
  readonly imageWidth: number;
  readonly imageHeight: number;
}
