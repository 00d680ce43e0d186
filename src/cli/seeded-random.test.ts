import { describe, expect, it } from 'vitest';
import { seededRandom } from './seeded-random';

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

describe('seededRandom', () => {
  it('gives the same numbers for the same seed and others for another one', () => {
    const draw = (seed: string) =>
      Array.from(
        { length: 5 },
        (
          (random) => () =>
            random.uniform()
        )(seededRandom(seed)),
      );
    expect(draw('paper')).toEqual(draw('paper'));
    expect(draw('paper')).not.toEqual(draw('papes'));
  });

  it('has the distributions that it names', () => {
    const random = seededRandom('distributions');
    const many = (draw: () => number) => Array.from({ length: 20_000 }, draw);
    const normal = many(() => random.normal(3, 2));
    expect(mean(normal)).toBeCloseTo(3, 1);
    expect(Math.sqrt(mean(normal.map((value) => (value - 3) ** 2)))).toBeCloseTo(2, 1);
    const poisson = many(() => random.poisson(2.5));
    expect(mean(poisson)).toBeCloseTo(2.5, 1);
    expect(mean(poisson.map((value) => (value - 2.5) ** 2))).toBeCloseTo(2.5, 0);
    expect(new Set(many(() => random.integer(-1, 2)))).toEqual(new Set([-1, 0, 1]));
  });

  it('samples without repetition', () => {
    const sample = seededRandom('sample').sample([1, 2, 3, 4, 5, 6, 7, 8, 9], 5);
    expect(new Set(sample).size).toBe(5);
    expect(seededRandom('sample').sample([1, 2], 5).sort()).toEqual([1, 2]);
  });
});
