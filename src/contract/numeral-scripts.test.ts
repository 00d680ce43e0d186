import { expect, it } from 'vitest';
import { typedCharacter, typedCodes } from './characters';
import { NUMERAL_SCRIPTS, writtenIn } from './numeral-scripts';

it.each(NUMERAL_SCRIPTS)('$id has ten digits of its own, in the order of their values', ({ id, digits }) => {
  expect(digits).toHaveLength(10);
  const others = NUMERAL_SCRIPTS.filter((row) => row.id !== id).flatMap((row) => row.digits);
  expect(others.filter((glyph) => digits.includes(glyph))).toEqual([]);
  for (const [label, glyph] of digits.entries()) {
    expect(glyph).toMatch(/^\p{Nd}$/u);
    // Unicode lists the digits of a script in the order of their values.
    expect(glyph.codePointAt(0)).toBe(digits[0]!.codePointAt(0)! + label);
  }
});

it.each(NUMERAL_SCRIPTS)('$id can be typed on its own keyboard and on one with 0-9', ({ id, digits }) => {
  const written = writtenIn('1234567890', id);
  expect(typedCodes(written)).toBe('1234567890');
  expect(typedCharacter(digits[7]!)?.code).toBe('7');
  expect(typedCharacter('7')?.code).toBe('7');
});

it('writes a number with the marks of its script', () => {
  expect(writtenIn('1,234.5 6_', 'arabic-indic')).toBe('١٬٢٣٤٫٥ ٦_');
  expect(writtenIn('1,234.5', 'devanagari')).toBe('१,२३४.५');
  expect(writtenIn('1,234.5', 'latin')).toBe('1,234.5');
  expect(typedCodes('١٬٢٣٤٫٥')).toBe('1,234.5');
});
