import { expect, it } from 'vitest';
import { growth } from './growth';

it('compares the last tenth with the first after the warm-up', () => {
  const flat = Array.from({ length: 20 }, (_, batch) => (batch < 2 ? 10 : 50));
  expect(growth(flat)).toBe(0);
  expect(growth(flat.map((size, batch) => size + batch))).toBeCloseTo(0.304);
  expect(growth([10, 50, 55])).toBeCloseTo(0.1);
  expect(growth(flat.map(() => 0))).toBe(0);
});
