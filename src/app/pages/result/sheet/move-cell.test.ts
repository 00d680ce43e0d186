import { describe, expect, it } from 'vitest';
import { moveCell, nextOpenCell } from './move-cell';

const size = { rows: 3, columns: 4 };

describe('moveCell', () => {
  it.each([
    ['ArrowRight', false, { row: 1, column: 3 }],
    ['ArrowLeft', false, { row: 1, column: 1 }],
    ['ArrowUp', false, { row: 0, column: 2 }],
    ['ArrowDown', false, { row: 2, column: 2 }],
    ['Home', false, { row: 1, column: 0 }],
    ['End', false, { row: 1, column: 3 }],
    ['Home', true, { row: 0, column: 0 }],
    ['End', true, { row: 2, column: 3 }],
    ['x', false, null],
  ] as const)('%s, far: %s', (key, isFar, place) => {
    expect(moveCell({ row: 1, column: 2 }, key, isFar, size)).toEqual(place);
  });

  it('stops at the edges', () => {
    expect(moveCell({ row: 0, column: 0 }, 'ArrowUp', false, size)).toEqual({ row: 0, column: 0 });
    expect(moveCell({ row: 2, column: 3 }, 'ArrowRight', false, size)).toEqual({ row: 2, column: 3 });
  });
});

describe('nextOpenCell', () => {
  it('goes on row by row and begins again at the top', () => {
    const open = new Set(['0,1', '2,0']);
    const isOpen = ({ row, column }: { row: number; column: number }) => open.has(`${row},${column}`);
    expect(nextOpenCell(isOpen, { row: 0, column: 1 }, size)).toEqual({ row: 2, column: 0 });
    expect(nextOpenCell(isOpen, { row: 2, column: 0 }, size)).toEqual({ row: 0, column: 1 });
    open.delete('0,1');
    expect(nextOpenCell(isOpen, { row: 2, column: 0 }, size)).toBeNull();
  });
});
