import { expect, it } from 'vitest';
import { solveLinear } from './solve-linear';

it('solves equations in whatever order they come', () => {
  const [x, y, z] = solveLinear([
    [0, 2, 1, 7],
    [1, 1, 1, 6],
    [2, 0, -1, -1],
  ]);
  expect([x, y, z].map((value) => Math.round(value! * 1e6) / 1e6)).toEqual([1, 2, 3]);
});
