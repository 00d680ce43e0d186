import type { Box } from '../contract/image';
import { boxAround, centerX, centerY } from '../imaging/box';
import { type FixedCharacter, type FixedReading, numbersOf } from './fixed-reading';

type Characters = readonly FixedCharacter[];

/** The numbers of each cell by the cell's id: where their characters say; those that were added by hand by their middle. */
export function cellContents(reading: FixedReading): ReadonlyMap<number, readonly Characters[]> {
  if (reading.tables.length === 0) return new Map();
  const cells = reading.tables.flatMap(({ rows }) => rows.flat()).filter(({ span }) => span > 0);
  const known = new Set(cells.map(({ id }) => id));
  const cellAt = (number: Characters) =>
    cells.find(({ box }) => holds(box, boxAround(number.map((character) => character.box))))?.id;
  const contents = new Map<number, Characters[]>();
  for (const number of reading.lines.flatMap(numbersOf)) {
    const said = number.find(({ cell }) => cell !== null && known.has(cell))?.cell;
    const isAdded = number.every(({ numberIndex }) => numberIndex === null);
    const cell = said ?? (isAdded ? cellAt(number) : undefined);
    if (cell !== undefined && cell !== null) contents.set(cell, [...(contents.get(cell) ?? []), number]);
  }
  return contents;
}

function holds({ x, y, width, height }: Box, other: Box): boolean {
  const [middleX, middleY] = [centerX(other), centerY(other)];
  return middleX >= x && middleX < x + width && middleY >= y && middleY < y + height;
}
