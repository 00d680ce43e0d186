import { isDigitCode } from '../contract/characters';
import type { Box } from '../contract/image';
import { type NumeralScriptId, writtenIn } from '../contract/numeral-scripts';
import type { Glyph, Prediction, RecognizedDigit, RecognizedMark, RecognizedNumber } from '../contract/recognition';
import type { ChosenConvention } from '../numbers/number-conventions';
import type { SheetTable } from './sheet-table';

/** sure, check: as the reader judged it. accepted: a person agreed with the reader. edited: a person said what it is. */
export type Status = 'sure' | 'check' | 'accepted' | 'edited';

/** A digit or a mark as it stands after correction by hand. */
export interface FixedCharacter {
  /** Never used twice in a picture. Digits of the recognition have their indexes, its marks theirs after the digits. */
  readonly id: number;
  /** In pixels of the upright original. */
  readonly box: Box;
  /** A digit or a mark; null: a character stands here, and nobody has said yet which. */
  readonly code: string | null;
  /** Which script it is written in. */
  readonly script: NumeralScriptId;
  readonly status: Status;
  /** null where no digit was read: for a mark, and for a character that was typed in. */
  readonly prediction: Prediction | null;
  readonly glyph: Glyph | null;
  /** The mark as it was read; null where none was. */
  readonly mark: RecognizedMark | null;
  /** The number it was read in: an index into `FixedReading.numbersAsRead`; null for what was added by hand. */
  readonly numberIndex: number | null;
  /** The cell of a table that it belongs to, by its id; null: its place decides. */
  readonly cell: number | null;
  /** A space follows: another number begins. Never for the last of a line. */
  readonly isBeforeGap: boolean;
  /** How the reader, or a rule of its column, chose it to fit; what a person said since then counts more. */
  readonly chosenToFit?: NonNullable<RecognizedDigit['chosenToFit']> | 'rule';
  /** A person said which script it is written in. */
  readonly isScriptChosen?: true;
}

export interface NumberAsRead extends RecognizedNumber {
  /** The reader is sure of each character, and yet not of the number, for no other reason. */
  readonly isUnclearAsWhole: boolean;
}

/** A reading after correction, in reading order. */
export interface FixedReading {
  /** Lines from top to bottom, characters from left to right; no line is empty. */
  readonly lines: readonly (readonly FixedCharacter[])[];
  /** What was taken out by hand, to be shown as such. */
  readonly removed: readonly FixedCharacter[];
  /** Parts of the picture that a person said are no part of the data. */
  readonly leftOut: readonly Box[];
  /** The numbers before any correction, those that were struck out among them. */
  readonly numbersAsRead: readonly NumberAsRead[];
  readonly nextId: number;
  /** Which script a number that is typed in is written in: that of most digits. */
  readonly script: NumeralScriptId;
  /** As they were read, or as a person has shaped them since. */
  readonly tables: readonly SheetTable[];
  /** Printed labels of tables that are no part of the data: the characters of each. */
  readonly labels: readonly (readonly FixedCharacter[])[];
  /** How its numbers are written, by which they have values. */
  readonly convention: ChosenConvention;
}

/** All characters in reading order. */
export function charactersOf(reading: FixedReading): readonly FixedCharacter[] {
  return reading.lines.flat();
}

export function findCharacter(reading: FixedReading, id: number): FixedCharacter | null {
  return charactersOf(reading).find((character) => character.id === id) ?? null;
}

/** How a character is written; an empty place reads '_'. */
export function codeOf({ code }: FixedCharacter): string {
  return code ?? '_';
}

/** How a character stands in the picture, in the digits of its script. */
export function writtenCode(character: FixedCharacter): string {
  return writtenIn(codeOf(character), character.script);
}

/** Digits, and places that may be one. */
export function isDigit({ code }: FixedCharacter): boolean {
  return code === null || isDigitCode(code);
}

/** What the reader took a character for; null where it was not asked. */
export function codeAsRead({ mark, prediction }: FixedCharacter): string | null {
  const best = prediction?.ranked[0]?.label;
  return mark?.code ?? (best === undefined ? null : String(best));
}

/** A line as text, with a space between two numbers. */
export function lineText(line: readonly FixedCharacter[], write = codeOf): string {
  return line.map((character) => write(character) + (character.isBeforeGap ? ' ' : '')).join('');
}

/** The lines joined by newlines. */
export function readingText(reading: FixedReading, write = codeOf): string {
  return reading.lines.map((line) => lineText(line, write)).join('\n');
}

/** The same as it stands in the picture. */
export function writtenText(reading: FixedReading): string {
  return readingText(reading, writtenCode);
}

/** A line's numbers: its characters, parted where a space stands. */
export function numbersOf(line: readonly FixedCharacter[]): readonly (readonly FixedCharacter[])[] {
  const numbers: FixedCharacter[][] = [[]];
  for (const character of line) {
    numbers.at(-1)?.push(character);
    if (character.isBeforeGap) numbers.push([]);
  }
  return numbers.filter((number) => number.length > 0);
}
