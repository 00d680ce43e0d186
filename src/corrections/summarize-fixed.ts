import type { Corrections } from './corrections';
import { digitsOf, type FixedDigit, type FixedReading, readingText } from './fixed-reading';

/** What lists show of a corrected reading. */
export interface FixedSummary {
  readonly text: string;
  readonly digitCount: number;
  /** Digits that nobody has looked at although the reader asked for it, and places still to be typed. */
  readonly openChecks: number;
  /** Probability of the least certain digit that nobody has looked at, 0..1; null when there is none. */
  readonly lowestConfidence: number | null;
  /** Whether anything differs from what the reader read; agreeing with it is no change. */
  readonly isEdited: boolean;
}

export function summarizeFixed(reading: FixedReading, corrections: Corrections): FixedSummary {
  const digits = digitsOf(reading);
  const text = readingText(reading);
  return {
    text,
    digitCount: digits.length,
    openChecks: digits.filter((digit) => digit.mark === 'check').length,
    lowestConfidence: leastCertain(digits)?.confidence ?? null,
    isEdited: text !== corrections.base,
  };
}

/** The digit that the reader is least certain of among those that nobody has looked at; null when there is none. */
export function leastCertain(
  digits: readonly FixedDigit[],
): { readonly digit: FixedDigit; readonly confidence: number } | null {
  const unseen = digits.flatMap((digit) => {
    const confidence = confidenceOf(digit);
    return confidence === null ? [] : [{ digit, confidence }];
  });
  return unseen.length === 0
    ? null
    : unseen.reduce((least, other) => (other.confidence < least.confidence ? other : least));
}

/** The reader's probability of the label that stands there; null where a person has said what it is, or still has to. */
export function confidenceOf({ mark, label, prediction }: FixedDigit): number | null {
  if (mark === 'accepted' || mark === 'edited' || label === null) return null;
  return prediction?.ranked.find((candidate) => candidate.label === label)?.probability ?? 0;
}
