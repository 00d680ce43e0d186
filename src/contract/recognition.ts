import type { ExpectationFit } from './expectation';
import type { Box } from './image';
import type { BackendInfo } from './network';

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

/** The short form of a prediction: the most probable label alone. */
export interface DigitReading {
  readonly label: number;
  /** Its calibrated probability, 0..1. */
  readonly confidence: number;
  readonly verdict: Verdict;
}

/** What `Recognizer.classifyDigits` answers. */
export interface DigitReadings {
  /** One a picture, in the order given. */
  readonly digits: readonly DigitReading[];
  readonly modelVersion: string;
  readonly backend: BackendInfo;
  /** Without the loading of the models. */
  readonly elapsedMs: number;
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
  /**
   * Chosen because of what was expected, and always to be checked. 'label': another label is more probable;
   * 'place': without the expectation no digit would have been read here.
   */
  readonly chosenToFit?: 'label' | 'place';
}

export interface ReadingLine {
  /** The digits of the line from left to right; a space where a wide gap parts two numbers. */
  readonly text: string;
  /** Indexes into `Recognition.digits`. */
  readonly digitIndexes: readonly number[];
}

/** What was read in one picture. No digits at all is a result, not a failure: `digits` is empty and `text` is ''. */
export interface Recognition {
  /** Size of the upright original in pixels; all boxes are in these pixels. */
  readonly imageWidth: number;
  readonly imageHeight: number;
  /** In reading order; regions judged 'not-a-digit' are left out. */
  readonly digits: readonly RecognizedDigit[];
  readonly lines: readonly ReadingLine[];
  /** The lines joined by newlines. */
  readonly text: string;
  /** Only when something was expected. */
  readonly fit?: ExpectationFit;
  readonly modelVersion: string;
  readonly backend: BackendInfo;
  readonly elapsedMs: number;
}
