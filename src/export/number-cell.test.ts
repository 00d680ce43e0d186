import { describe, expect, it } from 'vitest';
import { fixedNumbers } from '../corrections/fixed-number';
import type { ChosenConvention } from '../numbers/number-conventions';
import { type NumberCell, numberCell } from './number-cell';
import { testPicture } from './test-pictures';

function cellOf(text: string, convention: ChosenConvention = 'any'): NumberCell {
  const { reading } = testPicture('a', [text], { convention }).read!;
  return numberCell(fixedNumbers(reading)[0]!, convention);
}

describe('numberCell', () => {
  it.each([
    ['42', 'any', '42', 42],
    ['007', 'any', '007', null],
    ['0', 'any', '0', 0],
    ['0.5', 'any', '0.5', 0.5],
    ['1234567890123456', 'any', '1234567890123456', null],
    ['-264.27', 'any', '-264.27', -264.27],
    ['264,27', 'any', '264,27', 264.27],
    ['1.234,50', 'continental', '1234,50', 1234.5],
    ['1.234', 'continental', '1234', 1234],
    ['1,234.50', 'western', '1234.50', 1234.5],
    ['12·5', 'any', '12.5', 12.5],
    ['12·5', 'continental', '12,5', 12.5],
    ['1,234', 'any', '1,234', null],
    ['22,35,000/-', 'any', '2235000', 2235000],
    ['27.3%', 'any', '27.3%', 0.273],
    ['10:45', 'any', '10:45', null],
    ['5/27', 'any', '5/27', null],
    ['22/11/2026', 'any', '22/11/2026', null],
    ['+1-202-555-0143', 'any', '+1-202-555-0143', null],
  ] as const)('%s (%s) is typed %s and counts as %s', (text, convention, typed, value) => {
    expect(cellOf(text, convention)).toMatchObject({ written: text, typed, value });
  });

  it.each([
    ['2026-11-22', '2026-11-22'],
    ['22/11/2026', '2026-11-22'],
    ['11/22/2026', '2026-11-22'],
    ['5.5.2026', '2026-05-05'],
    ['5/6/2026', null],
    ['22/11/26', null],
    ['2026', null],
  ])('the day of %s is %s', (text, day) => {
    expect(cellOf(text).day).toBe(day);
  });
});
