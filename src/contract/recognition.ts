import type { LetterCode, MarkCode } from './characters';
import type { ExpectationFit } from './expectation';
import type { FailureKind } from './failure';
import type { Box } from './image';
import type { BackendInfo } from './network';
import type { NUMBER_KINDS } from './number-kinds';
import type { NumeralScriptId, ScriptChoice } from './numeral-scripts';
import type { RecognizedTable } from './recognized-table';

/** A place where a digit stands, in pixels of the picture it was found on. `score` is the locator's probability. */
export interface DigitRegion {
  readonly box: Box;
  readonly score: number;
}

export interface Candidate {
  /** Value of the digit, 0..9. */
  readonly label: number;
  /** Calibrated, 0..1; the ten of a digit and 'not a digit' add up to 1. */
  readonly probability: number;
}

export const VERDICTS = ['sure', 'check', 'not-a-digit'] as const;
export type Verdict = (typeof VERDICTS)[number];

export interface Prediction {
  /** All ten labels, most probable first; only a label that was chosen to fit stands before more probable ones. */
  readonly ranked: readonly Candidate[];
  readonly notDigitProbability: number;
  readonly verdict: Verdict;
}

/** What the classifier saw: contrast-normalized, 0 paper .. 255 ink, `side * side` long. */
export interface Glyph {
  readonly side: number;
  readonly data: Uint8Array;
}

export interface RecognizedDigit {
  readonly region: DigitRegion;
  readonly prediction: Prediction;
  readonly glyph: Glyph;
  /** Whose digit it is; absent: Latin. */
  readonly script?: NumeralScriptId;
  /**
   * Chosen because of what was expected, and always to be checked. 'label': another label is more probable;
   * 'place': without the expectation no digit would have been read here.
   */
  readonly chosenToFit?: 'label' | 'place';
}

/** A mark that belongs to a number, or a letter of a code. */
export interface RecognizedMark {
  readonly code: MarkCode | LetterCode;
  readonly box: Box;
  /** Calibrated probability that it is this mark, 0..1. */
  readonly confidence: number;
  readonly verdict: NumberVerdict;
  /** Chosen because of what was expected, where the reader took it for another character. */
  readonly chosenToFit?: 'label';
}

/** Where a character of a number is kept: an index into `Recognition.digits` or `Recognition.marks`. */
export interface CharacterPlace {
  readonly kind: 'digit' | 'mark';
  readonly index: number;
}

/** 'sure' has no doubts; 'check' has at least one. */
export type NumberVerdict = Exclude<Verdict, 'not-a-digit'>;

export type NumberKind = (typeof NUMBER_KINDS)[number];

/** Why a number should be looked at; the words are the messages `doubt.<id>`. */
export const DOUBTS = [
  'unclear-character',
  'unclear-script',
  'readings-differ',
  'unexplained-ink',
  'impossible-grouping',
  'may-be-ruling',
  'does-not-fit',
  'settled-by-pattern',
  'struck-out',
  'faint',
  'turned',
  'breaks-rule',
] as const;
export type Doubt = (typeof DOUBTS)[number];

export interface NumberAlternative {
  readonly text: string;
  readonly confidence: number;
}

export interface RecognizedNumber {
  /** As written: '-264.27', '22,35,000/-', '27.3%'. */
  readonly text: string;
  /** null where it has none, as a date, or where it is doubtful, as '1,234' of an unknown country. */
  readonly value: number | null;
  readonly kind: NumberKind;
  /** From left to right. */
  readonly characters: readonly CharacterPlace[];
  readonly box: Box;
  readonly verdict: NumberVerdict;
  /** Calibrated probability that the whole text is right, 0..1. */
  readonly confidence: number;
  /** Empty when sure. */
  readonly doubts: readonly Doubt[];
  /** Other texts it may be, most probable first. */
  readonly alternatives: readonly NumberAlternative[];
  /** Reported, and not counted: it stands in no line. */
  readonly isStruckOut: boolean;
  /** A printed label of a table: as a struck-out one it stands in no line. */
  readonly isLabel?: true;
  /** Where the reader told its script: the scripts that it may be written in, most probable first. */
  readonly scripts?: readonly NumeralScriptId[];
}

export const INK_KINDS = ['letter', 'crossed-box', 'struck-out', 'ruling', 'left-out', 'unexplained'] as const;
export type InkKind = (typeof INK_KINDS)[number];

/** Ink that is part of no number. */
export interface OtherInk {
  readonly kind: InkKind;
  readonly box: Box;
}

export interface ReadingLine {
  /** The numbers of the line as written, from left to right, with a space between two. */
  readonly text: string;
  /** Indexes into `Recognition.numbers`. */
  readonly numberIndexes: readonly number[];
}

/** The model of a script did not arrive. */
export interface ScriptMissed {
  readonly script: ScriptChoice;
  readonly failure: FailureKind;
}

/**
 * What was read in one picture. Texts have 0-9 and the marks of the table, whatever script they are written in.
 *
 * No digits at all is a result, not a failure: `digits` is empty and `text` is ''.
 */
export interface Recognition {
  /** Size of the upright original in pixels; all boxes are in these pixels. */
  readonly imageWidth: number;
  readonly imageHeight: number;
  /** In reading order; regions judged 'not-a-digit' are left out. */
  readonly digits: readonly RecognizedDigit[];
  /** In reading order. */
  readonly marks: readonly RecognizedMark[];
  /** In reading order. */
  readonly numbers: readonly RecognizedNumber[];
  readonly otherInk: readonly OtherInk[];
  /** From top to bottom. */
  readonly tables: readonly RecognizedTable[];
  /** From top to bottom; a row of a table is one line, of its numbers alone: only the table knows of empty cells. */
  readonly lines: readonly ReadingLine[];
  /** The lines joined by newlines. */
  readonly text: string;
  /** Which numeral script was asked for; absent: Latin. */
  readonly script?: ScriptChoice;
  /** Read as Latin, and most probably something else. */
  readonly mayBeOther?: true;
  /** What was asked for and could not be loaded: read as Latin, and all of it is to be checked. */
  readonly scriptMissed?: ScriptMissed;
  /** Only when something was expected. */
  readonly fit?: ExpectationFit;
  /** Degrees by which the picture was turned clockwise before it was read; absent when it was read as it is. */
  readonly turned?: 90 | 180 | 270;
  /** A person asked for the picture to be read as it is: no turn was tried, nor is one when it is read again. */
  readonly asItLies?: true;
  readonly modelVersion: string;
  readonly backend: BackendInfo;
  readonly elapsedMs: number;
}
