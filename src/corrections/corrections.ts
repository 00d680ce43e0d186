import { ANYTHING, type Expectation } from '../contract/expectation';
import type { Recognition } from '../contract/recognition';
import { applyEdit } from './apply-edit';
import type { Edit } from './edit';
import type { FixedReading } from './fixed-reading';
import { uncorrected } from './uncorrected';

/** Raised when the stored form changes; `stored-corrections.ts` reads the older ones. */
export const CORRECTIONS_VERSION = 2;

/**
 * All that a person corrected in one reading, as the list of what was done: undoing takes the last one back, without
 * limit and also after a reload. JSON can hold it.
 */
export interface Corrections {
  /** The uncorrected text; corrections of another reading would hit the wrong digits. */
  readonly base: string;
  readonly edits: readonly Edit[];
  /** What was undone and can be done again, the next one last. */
  readonly undone: readonly Edit[];
  readonly expectation: Expectation;
}

/** What the picture was read with is still expected of it. */
export function noCorrections(recognition: Recognition): Corrections {
  const expectation = recognition.fit?.expectation ?? ANYTHING;
  return { base: recognition.text, edits: [], undone: [], expectation };
}

/** The reading with all its corrections. */
export function correctedReading(recognition: Recognition, corrections: Corrections): FixedReading {
  const convention = corrections.expectation.convention ?? 'any';
  return corrections.edits.reduce(applyEdit, { ...uncorrected(recognition), convention });
}

/** @returns the very same corrections when the edit changes nothing */
export function withEdit(recognition: Recognition, corrections: Corrections, edit: Edit): Corrections {
  const reading = correctedReading(recognition, corrections);
  if (applyEdit(reading, edit) === reading) return corrections;
  return { ...corrections, edits: [...corrections.edits, edit], undone: [] };
}

export function undo(corrections: Corrections): Corrections {
  const last = corrections.edits.at(-1);
  if (!last) return corrections;
  return { ...corrections, edits: corrections.edits.slice(0, -1), undone: [...corrections.undone, last] };
}

export function redo(corrections: Corrections): Corrections {
  const next = corrections.undone.at(-1);
  if (!next) return corrections;
  return { ...corrections, edits: [...corrections.edits, next], undone: corrections.undone.slice(0, -1) };
}

/** What a person expects does not change the reading, so it is no step to undo. */
export function withExpectation(corrections: Corrections, expectation: Expectation): Corrections {
  return { ...corrections, expectation };
}
