import { expect, it } from 'vitest';
import { quarterOf } from './use-milestones';

it('has five milestones at most, however many steps there are', () => {
  expect([0, 9, 10, 20, 39, 40].map((done) => quarterOf(done, 40))).toEqual([0, 0, 1, 2, 3, 4]);
  expect(new Set([...Array(1001).keys()].map((done) => quarterOf(done, 1000))).size).toBe(5);
  expect(quarterOf(0, 0)).toBe(0);
});
