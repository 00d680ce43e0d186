import { describe, expect, it } from 'vitest';
import type { Recognition } from '../contract/recognition';
import { sampleRecognition } from '../corrections/test-reading';
import { isRight } from './score';
import { scoredCells, type TablePicture } from './table-cells';

/** Three cells side by side, 100 pixels wide; sample digits stand 30 pixels apart. */
const picture = (...labels: string[]): TablePicture => ({
  name: 'table',
  labels,
  cellAt: ({ x, y }) => (y < 60 && x >= 0 && x < 300 ? Math.floor(x / 100) : undefined),
  open: async () => new File([], 'table.jpg'),
});

/** '12   7': the first number in the first cell, the other in the third, which begins at 200. */
function reading(text: string, cells: readonly (readonly [x: number, numberIndex: number | null])[]): Recognition {
  const rows = [cells.map(([x, numberIndex]) => ({ numberIndex, box: { x, y: 0, width: 100, height: 60 } }))];
  return { ...sampleRecognition([text]), tables: [{ rows }] };
}

const right = (labels: string[], read: Recognition) => scoredCells(picture(...labels), read).map(isRight);

describe('scoredCells', () => {
  it('is right where a cell holds its number, and where it is empty', () => {
    const read = reading('12     7', [
      [0, 0],
      [100, null],
      [200, 1],
    ]);
    expect(right(['12', '', '7'], read)).toEqual([true, true, true]);
    expect(right(['13', '4', ''], read)).toEqual([false, false, false]);
  });

  it('is wrong where no cell was found, whatever was read', () => {
    expect(right(['12', '', '7'], reading('12     7', []))).toEqual([false, false, false]);
  });

  it('is wrong where a cell was cut in two, and where its number is not the only one in it', () => {
    const read = reading('1 2    7', [
      [0, 0],
      [40, 1],
      [100, null],
      [200, null],
    ]);
    expect(right(['12', '', '7'], read)).toEqual([false, true, false]);
  });

  it('compares digits alone', () => {
    expect(
      right(
        ['15', '', ''],
        reading('1.5', [
          [0, 0],
          [100, null],
          [200, null],
        ]),
      ),
    ).toEqual([true, true, true]);
  });
});
