import { expect, it } from 'vitest';
import { CHARACTERS, isDigitCode, isMarkCode, MARK_CODES, typedCharacter } from './characters';

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
