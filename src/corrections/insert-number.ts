import { boxAround } from '../imaging/box';
import type { FixedCharacter, FixedReading } from './fixed-reading';
import { tidied } from './line-characters';
import { placeOf } from './placement';

/** A number of its own where its characters stand; gaps part it from those on both sides. @param number ends with a gap */
export function insertNumber(reading: FixedReading, number: readonly FixedCharacter[]): FixedReading {
  const { line, at, isNewLine } = placeOf(reading, boxAround(number.map(({ box }) => box)), null);
  const lines = reading.lines.map((characters) => [...characters]);
  if (isNewLine) lines.splice(line, 0, [...number]);
  else {
    const left = lines[line]![at - 1];
    if (left) lines[line]![at - 1] = { ...left, isBeforeGap: true };
    lines[line]!.splice(at, 0, ...number);
  }
  return tidied({ ...reading, lines });
}
