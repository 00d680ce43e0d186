import { describe, expect, it } from 'vitest';
import type { DigitRegion } from '../contract/recognition';
import { mergeLooks } from './merge-looks';

const region = (x: number, score: number, width = 20): DigitRegion => ({ score, box: { x, y: 10, width, height: 40 } });

describe('mergeLooks', () => {
  it('takes the mean of what both looks found', () => {
    expect(mergeLooks([region(0, 0.9)], [region(4, 0.5)])).toEqual([region(2, 0.7)]);
  });

  it('halves the heat of what only one look found, whichever it is', () => {
    expect(mergeLooks([region(0, 0.4), region(200, 0.6)], [region(100, 0.3)])).toEqual([
      region(200, 0.3),
      region(0, 0.2),
      region(100, 0.15),
    ]);
  });

  it('gives every place of the second look to the hottest that it overlaps, and to no other', () => {
    const merged = mergeLooks([region(2, 0.4), region(0, 0.8)], [region(0, 0.6)]);
    expect(merged.map(({ score }) => score)).toEqual([0.7, 0.2]);
  });

  it('takes the nearest of several', () => {
    expect(mergeLooks([region(0, 0.5)], [region(6, 0.5), region(1, 0.5)])).toEqual([region(0.5, 0.5), region(6, 0.25)]);
  });

  it('has nothing to say about nothing', () => {
    expect(mergeLooks([], [])).toEqual([]);
  });
});
