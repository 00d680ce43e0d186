import { DEFAULT_SCRIPT } from '../contract/numeral-scripts';
import type { Corrections } from './corrections';
import { openChecks } from './fixed-number';
import {
  charactersOf,
  type FixedCharacter,
  type FixedReading,
  isDigit,
  readingText,
  writtenText,
} from './fixed-reading';

/** What lists show of a corrected reading. */
export interface FixedSummary {
  readonly text: string;
  /** As it stands in the picture; absent where nothing but Latin was read. */
  readonly written?: string;
  readonly digitCount: number;
  /**
   * Characters that nobody has looked at although the reader asked for it, places still to be typed, and numbers that
   * are doubtful as a whole.
   */
  readonly openChecks: number;
  /** Probability of the least certain character that nobody has looked at, 0..1; null when there is none. */
  readonly lowestConfidence: number | null;
  /** Whether anything differs from what the reader read; agreeing with it is no change. */
  readonly isEdited: boolean;
}

export function summarizeFixed(reading: FixedReading, corrections: Corrections): FixedSummary {
  const characters = charactersOf(reading);
  const text = readingText(reading);
  const written = writtenText(reading);
  return {
    text,
    ...((written !== text || reading.script !== DEFAULT_SCRIPT) && { written }),
    digitCount: characters.filter(isDigit).length,
    openChecks: openChecks(reading).length,
    lowestConfidence: leastCertain(characters)?.confidence ?? null,
    isEdited: text !== corrections.base,
  };
}

/** The character that the reader is least certain of among those that nobody has looked at; null when there is none. */
export function leastCertain(
  characters: readonly FixedCharacter[],
): { readonly character: FixedCharacter; readonly confidence: number } | null {
  const unseen = characters.flatMap((character) => {
    const confidence = confidenceOf(character);
    return confidence === null ? [] : [{ character, confidence }];
  });
  return unseen.length === 0
    ? null
    : unseen.reduce((least, other) => (other.confidence < least.confidence ? other : least));
}

/** The reader's probability of what stands there; null where a person has said what it is, or still has to. */
export function confidenceOf(character: FixedCharacter): number | null {
  const { status, code } = character;
  return status === 'accepted' || status === 'edited' || code === null ? null : probabilityOf(character);
}

/** The reader's probability of what stands there, whoever said it; 0 where the reader thought of something else. */
export function probabilityOf({ code, prediction, mark }: FixedCharacter): number {
  if (mark?.code === code) return mark?.confidence ?? 0;
  return prediction?.ranked.find(({ label }) => String(label) === code)?.probability ?? 0;
}
