import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOutPage } from './layout-page';
import type { LaidOutTable } from './page-layout';
import { DrawnPage } from './test-drawn-page';

/** Digits in each cell, row by row. */
function counts({ rows }: LaidOutTable): number[][] {
  return rows.map((row) => row.map(({ digits }) => digits.length));
}

function tables({ page, digits }: DrawnPage): number[][][] {
  return layOutPage(page, digits).tables.map(counts);
}

const COLUMNS = [30, 130, 230, 330];
const ROWS = [30, 80, 130, 180];

describe('layOutPage, with lines', () => {
  it('finds the cells of a frame, empty ones too', () => {
    const drawn = new DrawnPage(360, 220).grid(COLUMNS, ROWS);
    drawn.number(45, 43, 2).number(245, 43, 3).number(145, 93, 1).number(45, 143, 3).number(150, 143, 2);
    expect(tables(drawn)).toEqual([
      [
        [2, 0, 3],
        [0, 1, 0],
        [3, 2, 0],
      ],
    ]);
  });

  it('gives the boxes between the lines', () => {
    const drawn = new DrawnPage(360, 220).grid(COLUMNS, ROWS).number(45, 43, 2).number(245, 143, 2);
    const { box } = layOutPage(drawn.page, drawn.digits).tables[0]!.rows[1]![2]!;
    expect(Math.abs(box.x - 230)).toBeLessThan(2.5);
    expect(Math.abs(box.y - 80)).toBeLessThan(2.5);
    expect(Math.abs(box.width - 100)).toBeLessThan(4);
    expect(Math.abs(box.height - 50)).toBeLessThan(4);
  });

  it('sets a line that is missing between digits, where the others are regular', () => {
    const drawn = new DrawnPage(470, 220);
    for (const y of ROWS) drawn.line({ x: 30, y }, { x: 430, y });
    for (const x of [30, 130, 330, 430]) drawn.line({ x, y: 30 }, { x, y: 180 });
    for (const y of [43, 93, 143]) for (const x of [50, 150, 250, 350]) drawn.number(x, y, 2);
    expect(tables(drawn)).toEqual([Array(3).fill([2, 2, 2, 2])]);
  });

  it('has a strip more where lines go on beyond the last that crosses them', () => {
    const drawn = new DrawnPage(400, 220);
    for (const y of ROWS) drawn.line({ x: 0, y }, { x: 399, y });
    for (const x of [130, 260]) drawn.line({ x, y: 30 }, { x, y: 180 });
    for (const y of [43, 93, 143]) for (const x of [30, 150, 300]) drawn.number(x, y, 2);
    expect(tables(drawn)).toEqual([Array(3).fill([2, 2, 2])]);
  });

  it('leaves the boxes of one number together', () => {
    const drawn = new DrawnPage(360, 100).grid([20, 60, 100, 140, 180, 220, 260], [30, 70]);
    for (const x of [30, 70, 110, 150, 190, 230]) drawn.digit(x, 38);
    expect(tables(drawn)).toEqual([]);
  });

  it('makes no columns of the boxes of a number and what is printed under them', () => {
    const drawn = new DrawnPage(360, 140).grid([20, 60, 100, 140, 180, 220, 260], [30, 70]);
    for (const x of [30, 70, 110, 150, 190, 230]) drawn.digit(x, 38).digit(x, 84);
    expect(tables(drawn)).toEqual([]);
  });

  it('joins boxes that stand near each other, and parts them where they stand apart', () => {
    const drawn = new DrawnPage(420, 260).grid([8, 326], [18, 204]);
    for (const y of [30, 90, 150]) {
      for (const x of [20, 68, 116, 180, 228, 276]) {
        drawn.grid([x, x + 38], [y, y + 42]);
        drawn.digit(x + 12, y + 9);
      }
    }
    expect(tables(drawn)).toEqual([Array(3).fill([3, 3])]);
  });

  it('takes squared paper for no table', () => {
    const squares = Array.from({ length: 22 }, (_, index) => 8 + index * 17);
    const drawn = new DrawnPage(380, 380).grid(squares, squares, 1).number(90, 120, 5);
    expect(tables(drawn)).toEqual([]);
  });

  it('takes one number over large squares for no table, and numbers within them for one', () => {
    const lines = [10, 70, 130, 190, 250, 310];
    const across = new DrawnPage(320, 320).grid(lines, lines, 1);
    for (const x of [82, 104, 126, 148, 170]) across.digit(x, 148);
    expect(tables(across)).toEqual([]);
    const within = new DrawnPage(320, 320).grid(lines, lines, 1);
    for (const x of [22, 82, 142, 202]) within.number(x, 148, 2);
    expect(tables(within)).toHaveLength(1);
  });

  it('takes upright strokes that stand one under the other for digits, and no line', () => {
    const drawn = new DrawnPage(360, 320).grid([30, 130, 230, 330], [30, 80, 130, 180, 230, 280]);
    for (const y of [43, 93, 143, 193, 243]) drawn.digit(78, y, { isOne: true }).number(150, y, 2).number(250, y, 2);
    expect(tables(drawn)).toEqual([Array(5).fill([1, 2, 2])]);
  });

  it('finds tables apart, the upper one first', () => {
    const drawn = new DrawnPage(360, 500).grid(COLUMNS, ROWS).grid([30, 180, 330], [300, 360, 420]);
    for (const y of [43, 93, 143]) for (const x of [45, 145, 245]) drawn.number(x, y, 2);
    for (const y of [318, 378]) for (const x of [60, 210]) drawn.number(x, y, 3);
    expect(tables(drawn)).toEqual([Array(3).fill([2, 2, 2]), Array(2).fill([3, 3])]);
  });

  it('holds whatever the slope, the perspective and the curl', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -0.12, max: 0.12, noNaN: true }),
        fc.double({ min: -0.0003, max: 0.0003, noNaN: true }),
        fc.double({ min: -6, max: 6, noNaN: true }),
        fc.integer({ min: 2, max: 5 }),
        fc.integer({ min: 2, max: 5 }),
        (slope, keystone, curl, rows, columns) => {
          const drawn = new DrawnPage(640, 480, ({ x, y }) => {
            const wide = 1 + keystone * (y - 200);
            const left = 300 + (x - 300) * wide - slope * (y - 200);
            return { x: left, y: 60 + y + slope * (x - 300) + curl * Math.sin(x / 120) };
          });
          drawn.grid(
            Array.from({ length: columns + 1 }, (_, column) => 60 + column * 90),
            Array.from({ length: rows + 1 }, (_, row) => 30 + row * 55),
          );
          for (let row = 0; row < rows; row++) {
            for (let column = 0; column < columns; column++) drawn.number(78 + column * 90, 46 + row * 55, 2);
          }
          expect(tables(drawn)).toEqual([Array(rows).fill(Array(columns).fill(2))]);
        },
      ),
      { numRuns: 25, seed: 14 },
    );
  });
});

describe('layOutPage, without lines', () => {
  it('finds columns and rows by how digits stand, with empty cells', () => {
    const drawn = new DrawnPage(420, 240);
    drawn.number(30, 30, 2).number(150, 32, 3).number(280, 28, 2);
    drawn.number(32, 80, 1).number(282, 80, 3);
    drawn.number(28, 130, 3).number(152, 128, 2).number(278, 131, 1);
    expect(tables(drawn)).toEqual([
      [
        [2, 3, 2],
        [1, 0, 3],
        [3, 2, 1],
      ],
    ]);
  });

  it('follows rows that slope and bend', () => {
    const drawn = new DrawnPage(560, 420, ({ x, y }) => ({
      x: x - 0.1 * y + 30,
      y: 30 + y + 0.1 * x + 0.0001 * x * x,
    }));
    for (const y of [30, 90, 150, 210]) for (const x of [30, 180, 330, 450]) drawn.number(x, y, 2);
    expect(tables(drawn)).toEqual([Array(4).fill([2, 2, 2, 2])]);
  });

  it('keeps numbers written in groups together', () => {
    const drawn = new DrawnPage(420, 200);
    for (const y of [30, 90, 150]) for (const x of [20, 112, 204]) drawn.number(x, y, 4);
    expect(tables(drawn)).toEqual([]);
  });

  it('makes no table of one row, nor of one column', () => {
    const row = new DrawnPage(420, 100).number(20, 30, 2).number(180, 30, 2).number(320, 30, 2);
    const column = new DrawnPage(200, 300);
    for (const y of [30, 90, 150, 210]) column.number(40, y, 3);
    expect([tables(row), tables(column)]).toEqual([[], []]);
  });

  it('has no table on a page of a digit or none', () => {
    expect(tables(new DrawnPage(200, 100))).toEqual([]);
    expect(tables(new DrawnPage(200, 100).grid([20, 100, 180], [20, 80]).digit(50, 40))).toEqual([]);
  });
});
