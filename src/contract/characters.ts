import rows from './characters.json' with { type: 'json' };
import { codeOfGlyph } from './numeral-scripts';

/** Marks that stand in numbers, as `characters.json` has them: '-' is minus and dash, '·' the raised point. */
export const MARK_CODES = [
  '.',
  '·',
  ',',
  '-',
  '+',
  '/',
  ':',
  '%',
  '(',
  ')',
  '=',
  '×',
  '$',
  '€',
  '£',
  '¥',
  '₹',
] as const;
export type MarkCode = (typeof MARK_CODES)[number];

/** Letters of number plates and codes: capitals alone. */
export const LETTER_CODES = [
  ...(['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L', 'M'] as const),
  ...(['N', 'O', 'P', 'Q', 'R', 'S', 'T', 'U', 'V', 'W', 'X', 'Y', 'Z'] as const),
] as const;
export type LetterCode = (typeof LETTER_CODES)[number];

/** A character of a number. Those of `characters.json` are in the order of the line reader's outputs: rows are only added. */
export interface CharacterRow {
  /** How it is written in texts and JSON, and shown; for `other` a name, because no number holds it. */
  readonly code: string;
  readonly kind: 'digit' | 'mark' | 'letter' | 'other';
  /** Its words are the message `character.<spoken>`; a letter is called as it is. */
  readonly spoken: string;
  /** Keys that type it. */
  readonly typed: readonly string[];
}

/** What lines of numbers are read as. */
export const CHARACTERS = rows as readonly CharacterRow[];

const LETTERS = LETTER_CODES.map((code): CharacterRow => {
  return { code, kind: 'letter', spoken: code, typed: [code, code.toLowerCase()] };
});

/** All that can stand in a number or a code. */
export const WRITTEN_CODES: readonly string[] = [...CHARACTERS, ...LETTERS]
  .filter(({ kind }) => kind !== 'other')
  .map(({ code }) => code);

const BY_CODE = new Map([...CHARACTERS, ...LETTERS].map((row) => [row.code, row]));

export function isDigitCode(code: string): boolean {
  return BY_CODE.get(code)?.kind === 'digit';
}

export function isMarkCode(code: string): code is MarkCode {
  return BY_CODE.get(code)?.kind === 'mark';
}

export function isLetterCode(code: string): code is LetterCode {
  return BY_CODE.get(code)?.kind === 'letter';
}

export function hasLetters(text: string): boolean {
  return [...text].some(isLetterCode);
}

/**
 * @param takesLetters in a code, where 'x' is a letter and no sign of multiplication
 * @returns the character that a key types, on a keyboard of any numeral script; null for every other key
 */
export function typedCharacter(key: string, takesLetters = false): CharacterRow | null {
  const letter = takesLetters ? LETTERS.find((row) => row.typed.includes(key)) : undefined;
  return letter ?? CHARACTERS.find((row) => row.typed.includes(key)) ?? BY_CODE.get(codeOfGlyph(key) ?? '') ?? null;
}

/** @returns a typed text with 0-9 and the marks of the table in place of those of other scripts */
export function typedCodes(text: string): string {
  return [...text].map((key) => typedCharacter(key)?.code ?? key).join('');
}

/** @returns the text as numbers, or codes, are written; null where a character of it stands in none */
export function typedNumber(text: string, takesLetters = false): string | null {
  const typed = [...text.replaceAll(/\s/g, '')].map((key) => typedCharacter(key, takesLetters)?.code);
  return typed.every((code) => code !== undefined) ? typed.join('') : null;
}
