import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Box } from '../contract/image';
import { rowsOf } from './rows';

const box = (x: number, y: number, height = 20): Box => ({ x, y, width: 12, height });
const indexes = (boxes: readonly Box[]) => rowsOf(boxes, 20).rows.map((row) => row.indexes);

describe('rowsOf', () => {
  it('reads from the top and from the left', () => {
    expect(indexes([box(40, 60), box(20, 10), box(0, 12), box(20, 61)])).toEqual([
      [2, 1],
      [3, 0],
    ]);
  });

  it('keeps parts of a row together, however far apart', () => {
    expect(indexes([box(0, 10), box(600, 14), box(0, 60), box(600, 64)])).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });

  it('follows rows whose slope changes from left to right and from top to bottom', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -0.1, max: 0.1, noNaN: true }),
        fc.double({ min: -0.0001, max: 0.0001, noNaN: true }),
        fc.double({ min: -0.0003, max: 0.0003, noNaN: true }),
        (slope, alongX, alongY) => {
          const boxes = [0, 1, 2, 3, 4].flatMap((row) =>
            [0, 1, 2, 3, 4, 5, 6, 7].map((column) => {
              const [x, level] = [column * 70, row * 50];
              return box(x, level + (slope + alongX * (x - 250) + alongY * (level - 100)) * (x - 250));
            }),
          );
          expect(indexes(boxes).map((row) => row.length)).toEqual([8, 8, 8, 8, 8]);
        },
      ),
      { seed: 14 },
    );
  });
});
