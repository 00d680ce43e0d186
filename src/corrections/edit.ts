import type { Box } from '../contract/image';
import type { Candidate, Glyph, RecognizedDigit, Verdict } from '../contract/recognition';
import { packGlyph, unpackGlyph } from './pack-glyph';

/** What the reader says about a place that a person pointed at, as JSON can hold it. */
interface StoredDigitReading {
  readonly ranked: readonly Candidate[];
  readonly notDigitProbability: number;
  readonly verdict: Verdict;
  readonly side: number;
  /** Two hexadecimal characters a pixel. */
  readonly ink: string;
}

/** A digit that the recognition did not have. */
export interface NewDigit {
  readonly box: Box;
  /** null where the reader was not asked, or could not answer. */
  readonly reading: StoredDigitReading | null;
}

/** One correction by hand. Digits are named by their ids. */
export type Edit =
  | { readonly kind: 'replace'; readonly id: number; readonly label: number }
  | { readonly kind: 'accept'; readonly id: number }
  | { readonly kind: 'remove'; readonly id: number }
  /** `after` is the digit it follows; null: its box says where it belongs. */
  | { readonly kind: 'add'; readonly digit: NewDigit; readonly after: number | null }
  | { readonly kind: 'split'; readonly id: number; readonly parts: readonly [NewDigit, NewDigit] }
  /** With the next digit of its line. */
  | { readonly kind: 'merge'; readonly id: number; readonly whole: NewDigit }
  /** Several labels in one step, e.g. to fit what is expected. */
  | { readonly kind: 'relabel'; readonly labels: readonly { readonly id: number; readonly label: number }[] };

/** A place that the reader has read. */
export function readDigit(digit: RecognizedDigit): NewDigit {
  const { ranked, notDigitProbability, verdict } = digit.prediction;
  const { side, ink } = packGlyph(digit.glyph);
  return { box: digit.region.box, reading: { ranked, notDigitProbability, verdict, side, ink } };
}

/** A place that is still to be typed. */
export function emptyDigit(box: Box): NewDigit {
  return { box, reading: null };
}

export function glyphOf({ side, ink }: StoredDigitReading): Glyph {
  return unpackGlyph(side, ink);
}
