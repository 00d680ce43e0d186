import { describe, expect, it } from 'vitest';
import { isIn, joinedBoxes, type Strip, stripsBetween, widthOf, withoutGutters } from './strips';

const line = (off: number) => ({ at: [0, 100], off: [off, off], strength: 50, seen: 1 });
const offs = (strips: readonly Strip[]) => strips.map(({ from, to }) => [from.off[0], to.off[0]]);

describe('strips', () => {
  it('lie between neighboring lines', () => {
    const strips = stripsBetween([0, 30, 70].map(line));
    expect(strips.map(widthOf)).toEqual([30, 40]);
    expect([10, 30, 69, 70].map((off) => strips.findIndex((strip) => isIn(strip, 50, off)))).toEqual([0, 1, 1, -1]);
  });

  it('lose the spaces between boxes, and keep empty boxes', () => {
    const strips = stripsBetween([0, 30, 35, 65, 70, 100].map(line));
    expect(offs(withoutGutters(strips, [1, 0, 0, 0, 1]))).toEqual([
      [0, 30],
      [35, 65],
      [70, 100],
    ]);
  });

  it('keep an empty column of a table', () => {
    const strips = stripsBetween([0, 30, 60, 90].map(line));
    expect(withoutGutters(strips, [2, 0, 2])).toHaveLength(3);
  });

  it('become one where little space is between boxes', () => {
    const boxes = [0, 35, 90, 125].map((off) => ({ from: line(off), to: line(off + 30) }));
    expect(offs(joinedBoxes(boxes))).toEqual([
      [0, 65],
      [90, 155],
    ]);
  });

  it('stay apart where boxes share their lines', () => {
    expect(joinedBoxes(stripsBetween([0, 30, 60].map(line)))).toHaveLength(2);
  });
});
