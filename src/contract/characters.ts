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

/** One row of `characters.json`. The order of the rows is the order of the line reader's outputs: rows are only added. */
export interface CharacterRow {
  /** How it is written in texts and JSON, and shown; for `other` a name, because no number holds it. */
  readonly code: string;
  readonly kind: 'digit' | 'mark' | 'other';
  /** Its words are the message `character.<spoken>`. */
  readonly spoken: string;
  /** Keys that type it. */
  readonly typed: readonly string[];
}

export const CHARACTERS = rows as readonly CharacterRow[];

const BY_CODE = new Map(CHARACTERS.map((row) => [row.code, row]));

export function isDigitCode(code: string): boolean {
  return BY_CODE.get(code)?.kind === 'digit';
}

export function isMarkCode(code: string): code is MarkCode {
  return BY_CODE.get(code)?.kind === 'mark';
}

/** @returns the character that a key types, on a keyboard of any numeral script; null for every other key */
export function typedCharacter(key: string): CharacterRow | null {
  return CHARACTERS.find((row) => row.typed.includes(key)) ?? BY_CODE.get(codeOfGlyph(key) ?? '') ?? null;
}

/** @returns a typed text with 0-9 and the marks of the table in place of those of other scripts */
export function typedCodes(text: string): string {
  return [...text].map((key) => typedCharacter(key)?.code ?? key).join('');
}

/** @returns the text as numbers are written; null where a character of it stands in no number */
export function typedNumber(text: string): string | null {
  const typed = [...text.replaceAll(/\s/g, '')].map((key) => typedCharacter(key)?.code);
  return typed.every((code) => code !== undefined) ? typed.join('') : null;
}
