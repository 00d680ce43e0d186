import type { DigitReading } from '../contract/recognition';
import { confusionMatrix } from '../scoring/confusion-matrix';
import { wilsonInterval } from '../scoring/wilson-interval';

/** What was read in one labelled picture. */
export interface ScoredPicture {
  readonly name: string;
  readonly label: string;
  readonly digits: readonly DigitReading[];
  readonly elapsedMs: number;
  /** Kind of the failure, when the picture could not be read at all; it then counts as blank. */
  readonly failure?: string;
}

/** Digits of about the same confidence. */
export interface ReliabilityBin {
  /** Mean confidence. */
  readonly confidence: number;
  /** Share of right ones. */
  readonly accuracy: number;
  readonly count: number;
}

/** All shares are 0..1. */
export interface Score {
  readonly count: number;
  /** Share of pictures whose digits are all right, with nothing missing and nothing added. */
  readonly exact: number;
  /** 1 - Levenshtein distance / digits in the labels. */
  readonly digitAccuracy: number;
  /** 95 % Wilson interval of `exact`. */
  readonly wilson95: readonly [number, number];
  /** Share of pictures in which no digit was found. */
  readonly blank: number;
  /** Share of pictures with another number of digits than their label, blank ones included. */
  readonly wrongLength: number;
  readonly medianMs: number;
  /** Of the digits in pictures read at the right length, so that each digit has its truth. */
  readonly calibrationError: number;
  /** The bins of `calibrationError` that hold digits, least confident first: what the reader said and what was right. */
  readonly reliability: readonly ReliabilityBin[];
  /** Share of these digits with the verdict 'sure', and how many of the sure ones are right. */
  readonly sureShare: number;
  readonly sureAccuracy: number;
  readonly failed: number;
  /** For singles: rows are true digits, columns the digit read, pictures with exactly one digit read. */
  readonly confusion?: readonly (readonly number[])[];
}

export function readText(picture: ScoredPicture): string {
  return picture.digits.map((digit) => digit.label).join('');
}

/** @param pictures at least one */
export function score(pictures: readonly ScoredPicture[], kind: 'strings' | 'singles'): Score {
  const count = pictures.length;
  const share = (test: (picture: ScoredPicture) => boolean) => pictures.filter(test).length / count;
  const exact = share((picture) => readText(picture) === picture.label);
  const errors = sum(pictures.map((picture) => editDistance(readText(picture), picture.label)));
  const labelDigits = sum(pictures.map((picture) => picture.label.length));
  return {
    count,
    exact: rounded(exact),
    digitAccuracy: rounded(Math.max(0, 1 - errors / Math.max(1, labelDigits))),
    wilson95: roundedInterval(wilsonInterval(exact, count)),
    blank: rounded(share((picture) => picture.digits.length === 0)),
    wrongLength: rounded(share((picture) => picture.digits.length !== picture.label.length)),
    medianMs: rounded(median(pictures.map((picture) => picture.elapsedMs)), 2),
    ...scoreConfidence(pictures),
    failed: pictures.filter((picture) => picture.failure !== undefined).length,
    ...(kind === 'singles' && { confusion: confusionMatrix(singleReadings(pictures)) }),
  };
}

/** Levenshtein distance: insertions, deletions and substitutions cost 1. */
export function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 0; i < one.length; i += 1) {
    const next = [i + 1];
    for (let j = 0; j < other.length; j += 1) {
      const substitution = row[j]! + (one[i] === other[j] ? 0 : 1);
      next.push(Math.min(substitution, row[j + 1]! + 1, next[j]! + 1));
    }
    row = next;
  }
  return row[other.length]!;
}

const BINS = 15;

function scoreConfidence(pictures: readonly ScoredPicture[]) {
  const digits = pictures
    .filter((picture) => picture.digits.length === picture.label.length)
    .flatMap(({ digits, label }) =>
      digits.map((digit, index) => ({ ...digit, isRight: String(digit.label) === label[index] })),
    );
  const sure = digits.filter((digit) => digit.verdict === 'sure');
  const bins = reliabilityBins(digits);
  return {
    calibrationError: rounded(calibrationError(bins)),
    reliability: bins.map(({ confidence, accuracy, count }) => {
      return { confidence: rounded(confidence), accuracy: rounded(accuracy), count };
    }),
    sureShare: rounded(sure.length / Math.max(1, digits.length)),
    sureAccuracy: rounded(sure.filter((digit) => digit.isRight).length / Math.max(1, sure.length)),
  };
}

/** Sorts digits into 15 bins of equal width by their confidence; bins without digits are left out. */
export function reliabilityBins(
  digits: readonly { readonly confidence: number; readonly isRight: boolean }[],
): ReliabilityBin[] {
  const bins = Array.from({ length: BINS }, () => [] as { confidence: number; isRight: boolean }[]);
  for (const digit of digits) bins[Math.min(BINS - 1, Math.floor(digit.confidence * BINS))]!.push(digit);
  return bins
    .filter((bin) => bin.length > 0)
    .map((bin) => ({
      confidence: sum(bin.map(({ confidence }) => confidence)) / bin.length,
      accuracy: bin.filter(({ isRight }) => isRight).length / bin.length,
      count: bin.length,
    }));
}

/** Expected calibration error (Guo et al. 2017): the gap between confidence and truth, weighted; 0 without digits. */
export function calibrationError(bins: readonly ReliabilityBin[]): number {
  const gaps = sum(bins.map(({ confidence, accuracy, count }) => count * Math.abs(confidence - accuracy)));
  return gaps / Math.max(1, sum(bins.map(({ count }) => count)));
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

function rounded(value: number, places = 5): number {
  return Number(value.toFixed(places));
}
