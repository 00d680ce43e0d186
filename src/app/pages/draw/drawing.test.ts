import { expect, it } from 'vitest';
import { cleared, EMPTY_DRAWING, padFor, type Stroke, undone, withStroke } from './drawing';

const A: Stroke = [[1, 2]];
const B: Stroke = [
  [3, 4],
  [5, 6],
];

it('undoes strokes and clearing one by one, and nothing more', () => {
  const both = withStroke(withStroke(EMPTY_DRAWING, A), B);
  expect(both.strokes).toEqual([A, B]);
  expect(undone(both).strokes).toEqual([A]);
  const empty = cleared(both);
  expect(empty.strokes).toEqual([]);
  expect(undone(empty).strokes).toEqual([A, B]);
  expect(undone(undone(undone(undone(empty))))).toEqual(EMPTY_DRAWING);
});

it('clearing an empty pad is no change', () => {
  expect(cleared(EMPTY_DRAWING)).toBe(EMPTY_DRAWING);
});

it('the pad is square where the window is narrow', () => {
  expect(padFor(360)).toEqual({ width: 800, height: 800 });
  expect(padFor(1440)).toEqual({ width: 1200, height: 600 });
});
