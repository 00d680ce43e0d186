import { describe, expect, it } from 'vitest';
import { readPageRanges } from './page-ranges';

describe('readPageRanges', () => {
  it.each([
    ['1-3, 8', [1, 2, 3, 8]],
    ['8 1–3', [1, 2, 3, 8]],
    ['2,2,1-2', [1, 2]],
    ['12', [12]],
  ])('reads %s', (text, pages) => {
    expect(readPageRanges(text, 12, 10)).toEqual(pages);
  });

  it.each(['', 'all', '0', '13', '3-1', '1-', '1-12', '-2', '1.5', '1-999999999999'])('refuses %s', (text) => {
    expect(readPageRanges(text, 12, 10)).toBeNull();
  });
});
