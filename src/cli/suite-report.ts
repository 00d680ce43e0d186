import { confusedWith, type Pair } from '../scoring/confused-pairs';
import type { ResultGroup } from '../scoring/result-group';
import { wilsonInterval } from '../scoring/wilson-interval';
import { confidenceShares, joinedBins, type ReliabilityBin, type VerdictCounts } from './confidence-shares';
import { rounded } from './rounded';
import { isRight, numberFigures, type ScoredPicture, score } from './score';

/** The figure of one part of a suite. All shares are 0..1. */
export interface PartFigures {
  readonly name: string;
  readonly count: number;
  readonly exact: number;
  readonly wilson95: readonly [number, number];
  /** Share of pictures in which a digit was read with the verdict 'sure'; for pictures without digits. */
  readonly withSureDigit?: number;
}

export interface ScoredPart {
  readonly name: string;
  readonly pictures: readonly ScoredPicture[];
}

/** What a report of a data set has that others add up. */
export interface SummableReport {
  readonly count: number;
  readonly reliability: readonly ReliabilityBin[];
  readonly verdicts: VerdictCounts;
  readonly confusion?: readonly (readonly number[])[];
}

/** Figures of a suite of parts: those of all pictures, and of each part. */
export function partedReport(group: ResultGroup, parts: readonly ScoredPart[]) {
  const pictures = parts.flatMap((part) => part.pictures);
  const { count, exact, digitAccuracy, wilson95, blank, medianMs } = score(pictures, 'strings');
  return {
    count,
    exact,
    wilson95,
    // The label of a picture without digits has none that could be right.
    ...(group !== 'empty' && { digitAccuracy }),
    blank,
    medianMs,
    ...sureDigits(group, pictures),
    // A picture without a number is right when none is read: no verdict says so.
    ...(group !== 'empty' && numberFigures(pictures)),
    parts: parts.map((part) => partFigures(group, part)),
  };
}

function partFigures(group: ResultGroup, { name, pictures }: ScoredPart): PartFigures {
  const right = pictures.filter(isRight).length;
  return { name, ...shareOf(right, pictures.length), ...sureDigits(group, pictures) };
}

function sureDigits(group: ResultGroup, pictures: readonly ScoredPicture[]): { readonly withSureDigit?: number } {
  if (group !== 'empty') return {};
  const sure = pictures.filter(({ digits }) => digits.some(({ verdict }) => verdict === 'sure'));
  return { withSureDigit: rounded(sure.length / Math.max(1, pictures.length)) };
}

function shareOf(right: number, count: number) {
  const [low, high] = wilsonInterval(right / count, count);
  return { count, exact: rounded(right / count), wilson95: [rounded(low), rounded(high)] as const };
}

/** A part of which only right and wrong are known. */
export interface CountedPart {
  readonly name: string;
  readonly count: number;
  readonly right: number;
  /** Wrong, and marked sure. */
  readonly wrongSure: number;
}

export function countedReport(counted: readonly CountedPart[]) {
  const total = (of: 'count' | 'right' | 'wrongSure') => counted.reduce((sum, part) => sum + part[of], 0);
  const parts = counted.map(({ name, right, count, wrongSure }) => ({ name, ...shareOf(right, count), wrongSure }));
  return { ...shareOf(total('right'), total('count')), wrongSure: total('wrongSure'), parts };
}

/** The confidence of all digits of several reports. */
export function confidenceReport(reports: readonly SummableReport[]) {
  const total = (of: keyof VerdictCounts) => reports.reduce((sum, { verdicts }) => sum + verdicts[of], 0);
  const verdicts = {
    read: total('read'),
    check: total('check'),
    sure: total('sure'),
    sureAndRight: total('sureAndRight'),
  };
  const count = reports.reduce((sum, report) => sum + report.count, 0);
  return { count, ...confidenceShares(verdicts, joinedBins(reports.map(({ reliability }) => reliability))), verdicts };
}

const LOOK_ALIKES: readonly Pair[] = [
  [1, 7],
  [4, 9],
  [5, 6],
  [3, 8],
];

/** How many digits of each pair were not taken for the other one, from the confusion matrices of several reports. */
export function pairsReport(reports: readonly SummableReport[]) {
  const parts = LOOK_ALIKES.map((pair) => {
    const counts = reports.map(({ confusion = [] }) => confusedWith(confusion, pair));
    const count = counts.reduce((sum, { digits }) => sum + digits, 0);
    const confused = counts.reduce((sum, { confused }) => sum + confused, 0);
    return { name: pair.join(' and '), confused, ...shareOf(count - confused, count) };
  });
  const count = parts.reduce((sum, part) => sum + part.count, 0);
  const confused = parts.reduce((sum, part) => sum + part.confused, 0);
  return { ...shareOf(count - confused, count), parts: parts.map(({ confused: _, ...part }) => part) };
}
