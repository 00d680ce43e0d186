import { describe, expect, it } from 'vitest';
import type { Box } from '../contract/image';
import { readingLines } from './reading-order';

const digit = (x: number, y: number, height = 30): Box => ({ x, y, width: height * 0.6, height });

/** A grid of digits, turned about the origin by `degrees`. */
function grid(rows: number, columns: number, pitch: number, degrees: number): Box[] {
  const angle = (degrees * Math.PI) / 180;
  return Array.from({ length: rows * columns }, (_, index) => {
    const x = (index % columns) * pitch;
    const y = Math.floor(index / columns) * pitch;
    return digit(x * Math.cos(angle) - y * Math.sin(angle), x * Math.sin(angle) + y * Math.cos(angle));
  });
}

describe('readingLines', () => {
  it.each([
    ['nothing', [], []],
    ['one digit', [digit(5, 5)], [[0]]],
    ['a row given backwards', [digit(90, 0), digit(60, 2), digit(30, -2), digit(0, 0)], [[3, 2, 1, 0]]],
    [
      'two rows',
      [digit(0, 60), digit(30, 60), digit(0, 0), digit(30, 3)],
      [
        [2, 3],
        [0, 1],
      ],
    ],
    [
      'a row that climbs',
      [digit(0, 40), digit(30, 34), digit(60, 28), digit(90, 20), digit(120, 14)],
      [[0, 1, 2, 3, 4]],
    ],
    ['small beside tall', [digit(0, 0, 40), digit(40, 14, 24), digit(75, 2, 38)], [[0, 1, 2]]],
  ])('orders %s', (_, boxes: Box[], expected) => {
    expect(readingLines(boxes).map(({ indexes }) => indexes)).toEqual(expected);
  });

  it.each([-8, -3, 0, 3, 8])('reads a 9x9 grid row by row at %i degrees', (degrees) => {
    const lines = readingLines(grid(9, 9, 60, degrees));
    expect(lines.map(({ indexes }) => indexes)).toEqual(
      Array.from({ length: 9 }, (_, row) => Array.from({ length: 9 }, (_, column) => row * 9 + column)),
    );
  });

  it('parts numbers at a wide gap only', () => {
    const [line] = readingLines([digit(0, 0), digit(25, 0), digit(50, 0), digit(220, 0), digit(245, 0)]);
    expect(line?.gapsAfter).toEqual([false, false, true, false, false]);
    const [even] = readingLines([digit(0, 0), digit(100, 0), digit(200, 0)]);
    expect(even?.gapsAfter).toEqual([false, false, false]);
  });

  it('puts every digit in exactly one line, however scattered', () => {
    const boxes = Array.from({ length: 60 }, (_, k) =>
      digit((k * 7919) % 500, (k * 104729) % 400, 8 + ((k * 31) % 40)),
    );
    const order = readingLines(boxes).flatMap(({ indexes }) => indexes);
    expect([...order].sort((a, b) => a - b)).toEqual(boxes.map((_, index) => index));
  });
});
