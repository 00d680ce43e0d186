import { describe, expect, it } from 'vitest';
import { pickBox } from '../../parts/picture/pick-box';
import { moveSelection } from './move-selection';

const BOXES = [
  { x: 10, y: 10, width: 20, height: 30 },
  { x: 12, y: 12, width: 5, height: 5 },
  { x: 100, y: 10, width: 20, height: 30 },
];

describe('pickBox', () => {
  it.each([
    ['inside one', { x: 25, y: 30 }, 0],
    ['inside two, the smaller', { x: 14, y: 14 }, 1],
    ['near one', { x: 93, y: 20 }, 2],
    ['far from all', { x: 60, y: 80 }, null],
  ])('%s', (_, point, expected) => {
    expect(pickBox(BOXES, point, 10)).toBe(expected);
  });

  it('finds nothing among no boxes', () => {
    expect(pickBox([], { x: 0, y: 0 }, 100)).toBeNull();
  });
});

describe('moveSelection', () => {
  const lines = [
    [0, 1, 2],
    [3, 4],
  ];
  it.each([
    [0, 'ArrowRight', 1],
    [2, 'ArrowRight', 3],
    [4, 'ArrowRight', null],
    [0, 'ArrowLeft', null],
    [3, 'ArrowLeft', 2],
    [1, 'ArrowDown', 4],
    [2, 'ArrowDown', 4],
    [4, 'ArrowUp', 1],
    [0, 'ArrowUp', null],
    [3, 'Home', 0],
    [0, 'End', 4],
    [0, 'x', null],
  ])('from %d, %s leads to %s', (from, key, to) => {
    expect(moveSelection(lines, from, key)).toBe(to);
  });
});
