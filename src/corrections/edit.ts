import type { Box } from '../contract/image';
import type { NumeralScriptId } from '../contract/numeral-scripts';
import type { Candidate, Glyph, RecognizedDigit, Verdict } from '../contract/recognition';
import type { ColumnRule } from './column-rule';
import { packGlyph, unpackGlyph } from './pack-glyph';
import type { NumberChoice } from './rewrite';

/** What the reader says about a place that a person pointed at, as JSON can hold it. */
interface StoredDigitReading {
  readonly ranked: readonly Candidate[];
  readonly notDigitProbability: number;
  readonly verdict: Verdict;
  readonly side: number;
  /** Two hexadecimal characters a pixel. */
  readonly ink: string;
}

/** A character that the recognition did not have. */
export interface NewCharacter {
  readonly box: Box;
  /** null where the reader was not asked, or could not answer. */
  readonly reading: StoredDigitReading | null;
}

/** A change of a table's shape, names or rules. `table` counts the tables of the picture, all places count from 0. */
export type TableEdit =
  /** Takes its room from the row before, or from the first one. */
  | { readonly kind: 'add-row' | 'add-column'; readonly table: number; readonly at: number }
  /** With all that stands in it. */
  | { readonly kind: 'remove-row' | 'remove-column'; readonly table: number; readonly at: number }
  /** A row of labels: what stands in it names the columns, and is no part of the data. */
  | { readonly kind: 'use-as-names'; readonly table: number; readonly at: number }
  /** Merged with the cell on its right, or split: into those it was merged from, else into itself and an empty one. */
  | {
      readonly kind: 'merge-cells' | 'split-cell';
      readonly table: number;
      readonly row: number;
      readonly column: number;
    }
  /** The left edge of a column, by so many pixels: its digits go to the cells that they lie in then. */
  | { readonly kind: 'move-edge'; readonly table: number; readonly column: number; readonly by: number }
  | { readonly kind: 'name-column'; readonly table: number; readonly column: number; readonly name: string }
  | { readonly kind: 'set-rule'; readonly table: number; readonly column: number; readonly rule: ColumnRule | null }
  | { readonly kind: 'set-total-row'; readonly table: number; readonly hasTotalRow: boolean }
  /** Printed labels that were left out. */
  | { readonly kind: 'bring-back'; readonly table: number }
  /** Numbers that its rules decided: the reader's other reading, which is to be checked. */
  | { readonly kind: 'choose-by-rule'; readonly table: number; readonly numbers: readonly NumberChoice[] };

/** One correction by hand. Characters are named by their ids, what they are by a digit or a mark. */
export type Edit =
  | { readonly kind: 'replace'; readonly id: number; readonly code: string }
  | { readonly kind: 'accept'; readonly id: number }
  /** The number that the character is in, with all its characters. */
  | { readonly kind: 'accept-number'; readonly id: number }
  | { readonly kind: 'remove'; readonly id: number }
  /** `after` is the character it follows; null: its box says where it belongs. */
  | { readonly kind: 'add'; readonly character: NewCharacter; readonly after: number | null }
  | { readonly kind: 'split'; readonly id: number; readonly parts: readonly [NewCharacter, NewCharacter] }
  /** With the next character of its line. */
  | { readonly kind: 'merge'; readonly id: number; readonly whole: NewCharacter }
  /** Several characters in one step, e.g. to fit what is expected. */
  | { readonly kind: 'relabel'; readonly codes: readonly { readonly id: number; readonly code: string }[] }
  /** Digits of a number, read again in another script; `id` is the first of them. */
  | {
      readonly kind: 'read-as';
      readonly id: number;
      readonly script: NumeralScriptId;
      readonly places: readonly { readonly id: number; readonly character: NewCharacter }[];
    }
  /** The number that the character is in, as a whole. */
  | { readonly kind: 'rewrite'; readonly id: number; readonly text: string }
  /** A new number, in a place where none stands; `cell` where that is a cell of a table. */
  | { readonly kind: 'write'; readonly box: Box; readonly text: string; readonly cell?: number }
  /** The number that the character is in, with all its characters. */
  | { readonly kind: 'clear'; readonly id: number }
  /** A part of the picture that is no part of the data, with all that stands in it. */
  | { readonly kind: 'leave-out'; readonly box: Box }
  | TableEdit;

/** A place that the reader has read. */
export function readDigit(digit: RecognizedDigit): NewCharacter {
  const { ranked, notDigitProbability, verdict } = digit.prediction;
  const { side, ink } = packGlyph(digit.glyph);
  return { box: digit.region.box, reading: { ranked, notDigitProbability, verdict, side, ink } };
}

/** A place that is still to be typed. */
export function emptyCharacter(box: Box): NewCharacter {
  return { box, reading: null };
}

export function glyphOf({ side, ink }: StoredDigitReading): Glyph {
  return unpackGlyph(side, ink);
}
