import { describe, expect, it } from 'vitest';
import type { RecognizedDigit } from '../contract/recognition';
import type { LaidOutTable } from '../layout/page-layout';
import { numberGroups } from './number-groups';
import { reachOut } from './reach-out';

const digit = (x: number, y = 10, height = 20): RecognizedDigit => ({
  region: { box: { x, y, width: 12, height }, score: 0.9 },
  glyph: { side: 0, data: new Uint8Array() },
  prediction: { ranked: [{ label: 1, probability: 0.9 }], notDigitProbability: 0, verdict: 'sure' },
});

/** One row of cells that are 40 pixels wide. */
const rowOf = (...cells: number[][]): LaidOutTable => ({
  rows: [cells.map((digits, column) => ({ digits, box: { x: column * 40, y: 0, width: 40, height: 40 } }))],
});

describe('numberGroups of a table', () => {
  it('makes a number of each cell, however near the digits are', () => {
    const digits = [4, 20, 44, 60].map((x) => digit(x));
    const [row = [], ...others] = numberGroups(digits, [], [rowOf([0, 1], [2, 3], [])]);
    expect(others).toEqual([]);
    expect(row.map((group) => [group.digits.length, group.cell])).toEqual([
      [2, { table: 0, row: 0, column: 0 }],
      [2, { table: 0, row: 0, column: 1 }],
    ]);
  });

  it('cuts no further than the cell', () => {
    const stroke = { box: { x: 43, y: 10, width: 3, height: 20 }, fill: 0.9 };
    const groups = numberGroups([digit(4), digit(22)], [], [rowOf([0, 1], [])]);
    const [part] = reachOut(groups, [stroke]).flat();
    expect(part!.box.x).toBeGreaterThanOrEqual(0);
    expect(part!.box.x + part!.box.width).toBeLessThanOrEqual(40);
  });

  it('keeps a stroke that stands higher with its number', () => {
    const groups = numberGroups([digit(4, 2, 20), digit(20, 14, 20)], [], [rowOf([0, 1])]);
    expect(groups.flat().map(({ digits }) => digits.length)).toEqual([2]);
  });

  it('makes numbers beside the table of further lines of a cell', () => {
    const digits = [digit(4, 0, 12), digit(16, 0, 12), digit(8, 26, 12)];
    const groups = numberGroups(digits, [], [rowOf([0, 1, 2])]).flat();
    expect(groups.map((group) => [group.digits.length, group.cell !== undefined])).toEqual([
      [2, true],
      [1, false],
    ]);
  });

  it('puts numbers above and below the table before and after its rows', () => {
    const digits = [digit(4, 300), digit(4, 100), digit(44, 100), digit(4, -60)];
    const table = rowOf([1], [2]);
    const moved = table.rows.map((row) => row.map((cell) => ({ ...cell, box: { ...cell.box, y: 90 } })));
    const groups = numberGroups(digits, [], [{ rows: moved }]);
    expect(groups.map((row) => row.map((group) => digits.indexOf(group.digits[0]!)))).toEqual([[3], [1, 2], [0]]);
  });
});
