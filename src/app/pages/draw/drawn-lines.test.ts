import { expect, it } from 'vitest';
import type { Stroke } from './drawing';
import { drawnLines } from './drawn-lines';

const upright = (x: number, top: number, bottom: number): Stroke => ({
  points: [
    { x, y: top },
    { x, y: bottom },
  ],
  width: 4,
});

it('parts lines by the paper between them, whatever the order in which they were written', () => {
  const [second, first, alsoFirst] = [upright(0, 200, 300), upright(0, 0, 100), upright(80, 20, 130)];
  expect(drawnLines([second, first, alsoFirst])).toEqual([[first, alsoFirst], [second]]);
});

it('leaves a short bar with the digit that it stands above', () => {
  const [body, bar] = [upright(0, 30, 130), upright(20, 5, 10)];
  expect(drawnLines([body, bar])).toEqual([[bar, body]]);
});

it('finds none on an empty pad', () => {
  expect(drawnLines([])).toEqual([]);
});
