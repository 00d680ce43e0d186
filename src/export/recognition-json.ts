import type { ExpectationFit } from '../contract/expectation';
import type { RecognitionFailure } from '../contract/failure';
import { failureMessage } from '../contract/failure-words';
import type { Box } from '../contract/image';
import type { Recognition } from '../contract/recognition';
import type { Result } from '../contract/result';
import { type FixedNumber, fixedNumbers } from '../corrections/fixed-number';
import {
  charactersOf,
  codeOf,
  type FixedCharacter,
  type FixedReading,
  isDigit,
  lineText,
  readingText,
  writtenText,
} from '../corrections/fixed-reading';
import { type FixedCell, fixedTables } from '../corrections/fixed-table';
import { uncorrected } from '../corrections/uncorrected';
import { boxAround } from '../imaging/box';

/** Raised when a field changes its meaning or goes; `docs/json.md` says what was before. */
export const JSON_VERSION = 2;

/**
 * One picture as `recognize` prints it and as the app exports it; `docs/json.md` describes every field. Boxes are in
 * pixels of the upright picture.
 *
 * @param reading the recognition after correction by hand
 * @param note a person's own words on the picture
 */
export function readingJson(file: string, recognition: Recognition, reading: FixedReading, note = ''): object {
  const characters = charactersOf(reading);
  const digits = characters.filter(isDigit);
  const marks = characters.filter((character) => !isDigit(character));
  const numbers = fixedNumbers(reading);
  const tables = fixedTables(reading);
  const hasNames = tables.some(({ columns }) => columns.some(({ name }) => name !== ''));
  const struckOut = reading.numbersAsRead.filter((number) => number.isStruckOut);
  return {
    version: JSON_VERSION,
    file,
    ...(note && { note }),
    text: readingText(reading),
    ...(recognition.script && { script: recognition.script, written: writtenText(reading) }),
    lines: reading.lines.map((line) => lineText(line)),
    numbers: numbers.map((number) => ({
      ...numberJson(number, digits, marks),
      ...(recognition.script && { script: number.script, written: number.written }),
      ...(number.scripts.length > 0 && { scripts: number.scripts }),
    })),
    digits: digits.map(digitJson),
    marks: marks.map(markJson),
    struckOut: struckOut.map(({ text, box }) => ({ text, box: boxJson(box) })),
    ...(reading.leftOut.length > 0 && { leftOut: reading.leftOut.map(boxJson) }),
    ...(reading.labels.length > 0 && { labels: reading.labels.map(labelJson) }),
    tables: tables.map(({ rows }) => rows.map((row) => row.map((cell) => cellJson(cell, numbers)))),
    ...(hasNames && { columnNames: tables.map(({ columns }) => columns.map(({ name }) => name)) }),
    otherInk: recognition.otherInk.map(({ kind, box }) => ({ kind, box: boxJson(box) })),
    ...(recognition.fit && { expected: expectedJson(recognition.fit) }),
    ...(recognition.mayBeOther && { mayBeOtherScript: true }),
    ...(recognition.scriptMissed && { scriptMissed: recognition.scriptMissed.script }),
    ...(recognition.turned && { turned: recognition.turned }),
    elapsedMs: rounded(recognition.elapsedMs, 1),
    backend: recognition.backend.name,
    model: recognition.modelVersion,
  };
}

function numberJson(number: FixedNumber, digits: readonly FixedCharacter[], marks: readonly FixedCharacter[]): object {
  const { text, value, kind, status, confidence, box, characters, doubts, alternatives } = number;
  const indexesIn = (all: readonly FixedCharacter[]) =>
    characters.map((one) => all.indexOf(one)).filter((at) => at >= 0);
  return {
    text,
    value,
    kind,
    verdict: status,
    confidence: confidence === null ? null : rounded(confidence, 6),
    box: boxJson(box),
    digits: indexesIn(digits),
    marks: indexesIn(marks),
    doubts,
    alternatives: alternatives.map((other) => ({ text: other.text, confidence: rounded(other.confidence, 6) })),
  };
}

function labelJson(characters: readonly FixedCharacter[]): object {
  return { text: characters.map(codeOf).join(''), box: boxJson(boxAround(characters.map(({ box }) => box))) };
}

/** The first of what a person put into the cell. */
function cellJson({ numbers: [first], box }: FixedCell, numbers: readonly FixedNumber[]): object {
  const at = first ? numbers.findIndex(({ characters }) => characters[0] === first.characters[0]) : -1;
  return { number: at < 0 ? null : at, box: boxJson(box) };
}

export function failureJson(file: string, failure: RecognitionFailure): object {
  return { version: JSON_VERSION, file, error: { kind: failure.kind, message: failureMessage(failure) } };
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
    box: boxJson(box),
    alternatives: ranked.filter((candidate) => candidate.label !== label),
  };
}

function markJson({ code, status, box, mark }: FixedCharacter): object {
  const confidence = mark?.code === code ? rounded(mark?.confidence ?? 0, 6) : null;
  return { mark: code, confidence, verdict: status, box: boxJson(box) };
}

function boxJson({ x, y, width, height }: Box): object {
  return { x: rounded(x, 2), y: rounded(y, 2), width: rounded(width, 2), height: rounded(height, 2) };
}

function rounded(value: number, places: number): number {
  return Number(value.toFixed(places));
}
