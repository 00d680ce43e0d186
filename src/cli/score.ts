import type { DigitReading } from '../contract/digit-readings';
import type { Box } from '../contract/image';
import type { RecognizedNumber } from '../contract/recognition';
import { confusionMatrix } from '../scoring/confusion-matrix';
import { wilsonInterval } from '../scoring/wilson-interval';
import { editDistance, rightCharacters } from './align-texts';
import { confidenceShares, type ReliabilityBin, reliabilityBins, type VerdictCounts } from './confidence-shares';
import { rounded } from './rounded';
import { type NumberFigures, scoreNumbers } from './score-numbers';

export interface ScoredDigit extends DigitReading {
  /** Where it was found; absent where its place was told. */
  readonly box?: Box;
}

export type ScoredNumber = Pick<
  RecognizedNumber,
  'text' | 'value' | 'kind' | 'box' | 'verdict' | 'confidence' | 'doubts' | 'isStruckOut'
>;

/** What was read in one labelled picture. */
export interface ScoredPicture {
  readonly name: string;
  readonly label: string;
  /** Those that count: none of a struck-out number. */
  readonly digits: readonly ScoredDigit[];
  /** Absent where only digits were asked for. */
  readonly numbers?: readonly ScoredNumber[];
  readonly elapsedMs: number;
  /** The text with what the label has beside digits (marks, or spaces and lines); without it digits alone count. */
  readonly text?: string;
  /** Kind of the failure, when the picture could not be read at all; it then counts as blank. */
  readonly failure?: string;
}

/** All shares are 0..1. */
export interface Score {
  readonly count: number;
  /** Share of pictures whose characters are all right, with nothing missing and nothing added. */
  readonly exact: number;
  /** 1 - Levenshtein distance / characters in the labels. */
  readonly digitAccuracy: number;
  /** 95 % Wilson interval of `exact`. */
  readonly wilson95: readonly [number, number];
  /** Share of pictures in which no digit was found. */
  readonly blank: number;
  /** Share of pictures with another number of characters than their label, blank ones included. */
  readonly wrongLength: number;
  readonly medianMs: number;
  /** Of all digits read; one that the label does not have, or has elsewhere, is wrong. */
  readonly calibrationError: number;
  /** The bins of `calibrationError` that hold digits, least confident first: what the reader said and what was right. */
  readonly reliability: readonly ReliabilityBin[];
  /** Share of the digits read that have the verdict 'sure', and of those that have the verdict 'check'. */
  readonly sureShare: number;
  readonly checkShare: number;
  /** Share of the sure ones that are right. */
  readonly sureAccuracy: number;
  /** The numbers behind these shares. */
  readonly verdicts: VerdictCounts;
  /** What the verdicts of whole numbers are worth, where numbers were read. */
  readonly numbers?: NumberFigures;
  readonly failed: number;
  /** For singles: rows are true digits, columns the digit read, pictures with exactly one digit read. */
  readonly confusion?: readonly (readonly number[])[];
}

export function readText(picture: ScoredPicture): string {
  return picture.text ?? picture.digits.map((digit) => digit.label).join('');
}

export function isRight(picture: ScoredPicture): boolean {
  return readText(picture) === picture.label;
}

/** What the verdicts of whole numbers are worth; nothing where no picture was read for its numbers. */
export function numberFigures(pictures: readonly ScoredPicture[]): { readonly numbers?: NumberFigures } {
  const judged = pictures.flatMap((picture) =>
    picture.numbers ? [{ isRight: isRight(picture), verdicts: picture.numbers.map(({ verdict }) => verdict) }] : [],
  );
  return judged.length === 0 ? {} : { numbers: scoreNumbers(judged) };
}

/** @param pictures at least one */
export function score(pictures: readonly ScoredPicture[], kind: 'strings' | 'singles'): Score {
  const count = pictures.length;
  const share = (test: (picture: ScoredPicture) => boolean) => pictures.filter(test).length / count;
  const exact = share(isRight);
  const errors = sum(pictures.map((picture) => editDistance(readText(picture), picture.label)));
  const labelDigits = sum(pictures.map((picture) => picture.label.length));
  return {
    count,
    exact: rounded(exact),
    digitAccuracy: rounded(Math.max(0, 1 - errors / Math.max(1, labelDigits))),
    wilson95: roundedInterval(wilsonInterval(exact, count)),
    blank: rounded(share((picture) => picture.digits.length === 0)),
    wrongLength: rounded(share((picture) => readText(picture).length !== picture.label.length)),
    medianMs: rounded(median(pictures.map((picture) => picture.elapsedMs)), 2),
    ...scoreConfidence(pictures),
    ...numberFigures(pictures),
    failed: pictures.filter((picture) => picture.failure !== undefined).length,
    ...(kind === 'singles' && { confusion: confusionMatrix(singleReadings(pictures)) }),
  };
}

function scoreConfidence(pictures: readonly ScoredPicture[]) {
  const digits = pictures.flatMap((picture) => {
    const read = picture.digits.map(({ label }) => label).join('');
    const right = rightCharacters(read, picture.label.replace(/\D/g, ''));
    return picture.digits.map((digit, index) => ({ ...digit, isRight: right[index]! }));
  });
  const sure = digits.filter((digit) => digit.verdict === 'sure');
  const bins = reliabilityBins(digits);
  const verdicts: VerdictCounts = {
    read: digits.length,
    check: digits.filter((digit) => digit.verdict === 'check').length,
    sure: sure.length,
    sureAndRight: sure.filter((digit) => digit.isRight).length,
  };
  return { ...confidenceShares(verdicts, bins), verdicts };
}

function singleReadings(pictures: readonly ScoredPicture[]) {
  return pictures
    .filter(({ digits }) => digits.length === 1)
    .map(({ label, digits }) => ({ truth: Number(label), read: digits[0]!.label }));
}

function roundedInterval([low, high]: readonly [number, number]): readonly [number, number] {
  return [rounded(low), rounded(high)];
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
