import { describe, expect, it } from 'vitest';
import { projection } from './grid-set';

describe('projection', () => {
  it('takes the corners of a photographed grid to the corners of a 9x9 grid', () => {
    const corners = [
      { x: 313, y: 892 },
      { x: 2601, y: 781 },
      { x: 2684, y: 3171 },
      { x: 395, y: 3121 },
    ];
    const toCell = projection(corners);
    const mapped = corners.map(toCell);
    [
      [0, 0],
      [9, 0],
      [9, 9],
      [0, 9],
    ].forEach(([x = 0, y = 0], index) => {
      expect(mapped[index]?.x).toBeCloseTo(x, 9);
      expect(mapped[index]?.y).toBeCloseTo(y, 9);
    });
  });

  it('keeps a square grid square', () => {
    const toCell = projection([
      { x: 10, y: 20 },
      { x: 100, y: 20 },
      { x: 100, y: 110 },
      { x: 10, y: 110 },
    ]);
    expect(toCell({ x: 55, y: 65 }).x).toBeCloseTo(4.5, 9);
    expect(toCell({ x: 55, y: 65 }).y).toBeCloseTo(4.5, 9);
  });
});
