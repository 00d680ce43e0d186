import { describe, expect, it } from 'vitest';
import { classScores } from './class-scores';
import { confusionMatrix } from './confusion-matrix';
import { wilsonInterval } from './wilson-interval';

describe('wilsonInterval', () => {
  it.each([
    [1, 10, 0.72247, 1],
    [0, 10, 0, 0.27753],
    [0.5, 100, 0.40383, 0.59617],
    [0.9918, 10_000, 0.98983, 0.99339],
  ])('of %d in %i', (share, count, low, high) => {
    const [foundLow, foundHigh] = wilsonInterval(share, count);
    expect(foundLow).toBeCloseTo(low, 5);
    expect(foundHigh).toBeCloseTo(high, 5);
  });
});

describe('confusionMatrix and classScores', () => {
  const matrix = confusionMatrix([
    { truth: 4, read: 4 },
    { truth: 4, read: 4 },
    { truth: 4, read: 9 },
    { truth: 9, read: 9 },
    { truth: 7, read: 1 },
  ]);

  it('has true digits in rows', () => {
    expect(matrix[4]).toEqual([0, 0, 0, 0, 2, 0, 0, 0, 0, 1]);
  });

  it('says how many of the read and of the true ones are right, and nothing where there are none', () => {
    const scores = classScores(matrix);
    expect(scores[4]).toEqual({ label: 4, count: 3, precision: 1, recall: 2 / 3 });
    expect(scores[9]).toEqual({ label: 9, count: 1, precision: 0.5, recall: 1 });
    expect(scores[7]).toEqual({ label: 7, count: 1, precision: null, recall: 0 });
    expect(scores[0]).toEqual({ label: 0, count: 0, precision: null, recall: null });
  });
});
