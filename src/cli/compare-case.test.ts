import { describe, expect, it } from 'vitest';
import { type CaseReading, expectedCase, isCaseRight, wrongButSure } from './compare-case';

function reading(text: string, verdict: 'sure' | 'check' = 'sure'): CaseReading {
  const words = text.split(/\s+/).filter((word) => word !== '');
  return { text, numbers: words.map((word) => ({ text: word, verdict, isStruckOut: false })) };
}

const isRight = (expected: string, text: string) => isCaseRight(expectedCase(expected), reading(text));

describe('isCaseRight', () => {
  it('compares rows and numbers as written', () => {
    expect(isRight('65 71\n72 61', '65 71\n72 61')).toBe(true);
    expect(isRight('65 71\n72 61', '6571\n7261')).toBe(false);
    expect(isRight('-264.27', '264.27')).toBe(false);
    expect(isRight('12 _ 105\n_ 61', '12 105\n61')).toBe(true);
    expect(isRight('', '')).toBe(true);
    expect(isRight('', '7')).toBe(false);
  });

  it('lets grouping commas stay or go, and no other comma', () => {
    expect(isRight('1250000', '1,250,000')).toBe(true);
    expect(isRight('$12,738.50', '$12738.50')).toBe(true);
    expect(isRight('2235000/-', '22,35,000/-')).toBe(true);
    expect(isRight('12,5', '125')).toBe(false);
    expect(isRight('1250000', '1,25')).toBe(false);
  });

  it('knows what is said in words', () => {
    const refused: CaseReading = { text: '', numbers: [], failure: 'too-large' };
    expect(isCaseRight(expectedCase('a clear message'), refused)).toBe(true);
    expect(isCaseRight(expectedCase('a message'), reading('12'))).toBe(false);
    expect(isCaseRight(expectedCase('618\n2094 (or a clear message)'), refused)).toBe(true);
    expect(isRight('618\n2094 (or a clear message)', '618\n2094')).toBe(true);
    expect(isCaseRight(expectedCase('471'), refused)).toBe(false);
    expect(isRight('37040044 (spaces between groups allowed)', '3704 0044')).toBe(true);
    expect(isRight('(202) 555', '(202) 555')).toBe(true);
  });
});

describe('wrongButSure', () => {
  it('names numbers marked sure that do not stand in the picture, each as often as it is too many', () => {
    const expected = expectedCase('12 7\n1250');
    expect(wrongButSure(expected, reading('12 7 7\n1,250'))).toEqual(['7']);
    expect(wrongButSure(expected, reading('125 99', 'check'))).toEqual([]);
    expect(wrongButSure(expectedCase('3704 (spaces between groups allowed)'), reading('37 04'))).toEqual([]);
  });
});
