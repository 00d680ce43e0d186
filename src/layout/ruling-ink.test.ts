import { expect, it } from 'vitest';
import { isRulingInk } from './ruling-ink';

const line = (off: number, length = 300) => ({ at: [0, length], off: [off, off], strength: 50, seen: 1 });
const rulings = { across: [line(100)], down: [line(50)] };
const box = (x: number, y: number, width: number, height: number) => ({ x, y, width, height });

it('a thin piece along a line is the line', () => {
  expect(isRulingInk(box(48, 20, 4, 40), rulings)).toBe(true);
  expect(isRulingInk(box(120, 99, 60, 3), rulings)).toBe(true);
});

it('a stroke beside a line, across it, or as thick as a digit is not', () => {
  expect(isRulingInk(box(56, 20, 4, 40), rulings)).toBe(false);
  expect(isRulingInk(box(120, 80, 4, 40), rulings)).toBe(false);
  expect(isRulingInk(box(40, 20, 20, 40), rulings)).toBe(false);
});

it('what is nearly as long as the line is a stroke that was followed itself', () => {
  expect(isRulingInk(box(48, 20, 4, 40), { across: [], down: [line(50, 70)] })).toBe(false);
});
