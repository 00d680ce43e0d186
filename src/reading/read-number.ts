import type { Box } from '../contract/image';
import type { NumeralScriptId } from '../contract/numeral-scripts';
import type { OtherInk, RecognizedDigit, RecognizedMark } from '../contract/recognition';
import type { FusedNumber } from './fuse-number';
import type { CellPlace } from './number-part';

/** A character whose digit has been classified; boxes in pixels of the page. */
export type ReadCharacter =
  | { readonly kind: 'digit'; readonly digit: RecognizedDigit }
  | { readonly kind: 'mark'; readonly mark: RecognizedMark };

export interface ReadNumber extends Omit<FusedNumber, 'characters' | 'otherInk'> {
  readonly characters: readonly ReadCharacter[];
  /** Of the plate that it stands on; absent: as large as its characters. */
  readonly box?: Box;
  /** The cell of a table that it is the number of. */
  readonly cell?: CellPlace;
  /** Where the script was told: what it may be written in, most probable first. */
  readonly scripts?: readonly NumeralScriptId[];
}

/** Boxes of a table's cells, row by row. */
export type TableBoxes = readonly (readonly Box[])[];

export interface ReadNumbers {
  /** Rows from top to bottom, numbers from left to right. */
  readonly rows: readonly (readonly ReadNumber[])[];
  readonly otherInk: readonly OtherInk[];
  readonly tables: readonly TableBoxes[];
}
