import { expect, it } from 'vitest';
import { cleared, EMPTY_DRAWING, redone, type Stroke, undone, withStroke } from './drawing';

const A: Stroke = { points: [{ x: 1, y: 2 }], width: 4 };
const B: Stroke = {
  points: [
    { x: 3, y: 4 },
    { x: 5, y: 6 },
  ],
  width: 9,
};

it('undoes strokes and clearing one by one, and nothing more', () => {
  const both = withStroke(withStroke(EMPTY_DRAWING, A), B);
  expect(both.strokes).toEqual([A, B]);
  expect(undone(both).strokes).toEqual([A]);
  const empty = cleared(both);
  expect(empty.strokes).toEqual([]);
  expect(undone(empty).strokes).toEqual([A, B]);
  expect(undone(undone(undone(undone(empty)))).strokes).toEqual([]);
  expect(undone(EMPTY_DRAWING)).toBe(EMPTY_DRAWING);
});

it('does again what was undone, until something else is drawn', () => {
  const both = withStroke(withStroke(EMPTY_DRAWING, A), B);
  const none = undone(undone(both));
  expect(redone(none).strokes).toEqual([A]);
  expect(redone(redone(none))).toEqual(both);
  expect(redone(both)).toBe(both);
  expect(redone(withStroke(none, B)).strokes).toEqual([B]);
});

it('clearing an empty pad is no change', () => {
  expect(cleared(EMPTY_DRAWING)).toBe(EMPTY_DRAWING);
});
