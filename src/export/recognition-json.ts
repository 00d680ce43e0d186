import type { ExpectationFit } from '../contract/expectation';
import type { RecognitionFailure } from '../contract/failure';
import { failureMessage } from '../contract/failure-words';
import type { Recognition } from '../contract/recognition';
import type { Result } from '../contract/result';
import {
  charactersOf,
  type FixedCharacter,
  type FixedReading,
  isDigit,
  lineText,
  readingText,
  uncorrected,
} from '../corrections/fixed-reading';

/**
 * One picture as `recognize` prints it and as the app exports it; `docs/json.md` describes every field. Boxes are in
 * pixels of the upright picture.
 *
 * @param reading the recognition after correction by hand
 */
export function readingJson(file: string, recognition: Recognition, reading: FixedReading): object {
  return {
    file,
    text: readingText(reading),
    lines: reading.lines.map(lineText),
    digits: charactersOf(reading).filter(isDigit).map(digitJson),
    ...(recognition.fit && { expected: expectedJson(recognition.fit) }),
    elapsedMs: rounded(recognition.elapsedMs, 1),
    backend: recognition.backend.name,
    model: recognition.modelVersion,
  };
}

export function failureJson(file: string, failure: RecognitionFailure): object {
  return { file, error: { kind: failure.kind, message: failureMessage(failure) } };
}

/** What was read in a file, before any correction; or why it was not. */
export function recognitionJson(file: string, result: Result<Recognition>): object {
  return result.ok ? readingJson(file, result.value, uncorrected(result.value)) : failureJson(file, result.failure);
}

function expectedJson({ expectation, isMet, leftOut }: ExpectationFit): object {
  return { ...expectation, isMet, leftOut };
}

function digitJson({ code, status, box, prediction, chosenToFit }: FixedCharacter): object {
  const label = code === null ? null : Number(code);
  const ranked = (prediction?.ranked ?? []).map((candidate) => ({
    label: candidate.label,
    probability: rounded(candidate.probability, 6),
  }));
  return {
    label,
    confidence: ranked.find((candidate) => candidate.label === label)?.probability ?? null,
    verdict: status,
    ...(chosenToFit && { chosenToFit }),
    box: { x: rounded(box.x, 2), y: rounded(box.y, 2), width: rounded(box.width, 2), height: rounded(box.height, 2) },
    alternatives: ranked.filter((candidate) => candidate.label !== label),
  };
}

function rounded(value: number, places: number): number {
  return Number(value.toFixed(places));
}
