import { describe, expect, it } from 'vitest';
import { inkComponents } from './ink-components';

/** Paper with rectangles of ink on it. */
function page(paper: number, ink: number, ...boxes: readonly (readonly [number, number, number, number])[]) {
  const data = new Uint8Array(200 * 100).fill(paper);
  for (const [x, y, width, height] of boxes) {
    for (let row = y; row < y + height; row++) data.fill(ink, row * 200 + x, row * 200 + x + width);
  }
  return { width: 200, height: 100, data };
}

describe('inkComponents', () => {
  it.each([
    ['dark on light', 220, 40],
    ['light on dark', 30, 200],
  ])('finds each piece of ink, %s', (_, paper, ink) => {
    const found = inkComponents(page(paper, ink, [20, 30, 6, 30], [60, 40, 20, 5]), 20_000);
    expect(found.map(({ box }) => box).sort((a, b) => a.x - b.x)).toEqual([
      { x: 20, y: 30, width: 6, height: 30 },
      { x: 60, y: 40, width: 20, height: 5 },
    ]);
    expect(found.every(({ fill }) => fill === 1)).toBe(true);
  });

  it('finds nothing on blank paper, and passes over specks', () => {
    expect(inkComponents(page(220, 40), 20_000)).toEqual([]);
    expect(inkComponents(page(220, 40, [50, 50, 2, 2]), 20_000)).toEqual([]);
  });

  it('gives boxes in pixels of the page, however few samples it takes', () => {
    const [piece] = inkComponents(page(220, 40, [80, 20, 40, 60]), 5000);
    expect(Math.abs(piece!.box.x - 80)).toBeLessThanOrEqual(3);
    expect(Math.abs(piece!.box.height - 60)).toBeLessThanOrEqual(5);
  });
});
