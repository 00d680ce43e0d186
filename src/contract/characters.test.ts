import { expect, it } from 'vitest';
import {
  CHARACTERS,
  hasLetters,
  isDigitCode,
  isLetterCode,
  isMarkCode,
  LETTER_CODES,
  MARK_CODES,
  typedCharacter,
  typedNumber,
} from './characters';

it('the marks are those of the table', () => {
  expect(CHARACTERS.filter((row) => row.kind === 'mark').map((row) => row.code)).toEqual(MARK_CODES);
});

it('the first ten are the digits, in the order of their values', () => {
  expect(
    CHARACTERS.slice(0, 10)
      .map((row) => row.code)
      .join(''),
  ).toBe('0123456789');
  expect(isDigitCode('7') && !isMarkCode('7') && isMarkCode('/') && !isDigitCode('letter')).toBe(true);
});

it('every digit and every mark has a key, and no key types two', () => {
  const keys = CHARACTERS.flatMap((row) => row.typed);
  expect(new Set(keys).size).toBe(keys.length);
  for (const row of CHARACTERS) expect(row.typed.length > 0).toBe(row.kind !== 'other');
  expect(typedCharacter('*')?.code).toBe('×');
  expect(typedCharacter('q')).toBeNull();
});

it('letters are characters of codes, and no output of the line reader', () => {
  expect(LETTER_CODES.join('')).toBe('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  expect(CHARACTERS.some(({ kind }) => kind === 'letter')).toBe(false);
  expect(isLetterCode('Q') && !isLetterCode('q') && !isLetterCode('0') && !isMarkCode('Q')).toBe(true);
  expect([hasLetters('21CS045'), hasLetters('21045')]).toEqual([true, false]);
});

it('a letter is typed where letters are taken, and there alone', () => {
  expect(typedCharacter('x')?.code).toBe('×');
  expect(typedCharacter('x', true)?.code).toBe('X');
  expect(typedCharacter('7', true)?.code).toBe('7');
  expect(typedNumber('ayo 9034', true)).toBe('AYO9034');
  expect(typedNumber('ayo 9034')).toBeNull();
});
