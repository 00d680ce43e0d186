import { describe, expect, it } from 'vitest';
import { formatCount, formatShare, formatValue } from './format-number';

describe('formatCount', () => {
  it('parts thousands', () => {
    expect(formatCount(10_000)).toBe('10,000');
  });
});

it('formatValue leaves no decimal out', () => {
  expect(formatValue(-12738.54321)).toBe('-12,738.54321');
});

describe('formatShare', () => {
  it.each([
    [0.9957, '99.57%'],
    [0.99999, '99.99%'],
    [0.00001, '0.01%'],
    [1, '100.00%'],
    [0, '0.00%'],
  ])('of %d is %s', (share, words) => {
    expect(formatShare(share)).toBe(words);
  });

  it('takes fewer decimals', () => {
    expect(formatShare(0.123, 0)).toBe('12%');
  });
});
