import { rounded } from './rounded';

/** Digits of about the same confidence. */
export interface ReliabilityBin {
  /** Mean confidence. */
  readonly confidence: number;
  /** Share of right ones. */
  readonly accuracy: number;
  readonly count: number;
}

/** How many digits were read, and how sure the reader was of them. */
export interface VerdictCounts {
  readonly read: number;
  readonly check: number;
  readonly sure: number;
  readonly sureAndRight: number;
}

const BINS = 15;

/** The shares that verdicts and bins stand for; also of those of several sets added up. */
export function confidenceShares(verdicts: VerdictCounts, bins: readonly ReliabilityBin[]) {
  return {
    calibrationError: rounded(calibrationError(bins)),
    reliability: bins.map(({ confidence, accuracy, count }) => {
      return { confidence: rounded(confidence), accuracy: rounded(accuracy), count };
    }),
    sureShare: rounded(verdicts.sure / Math.max(1, verdicts.read)),
    checkShare: rounded(verdicts.check / Math.max(1, verdicts.read)),
    sureAccuracy: rounded(verdicts.sureAndRight / Math.max(1, verdicts.sure)),
  };
}

/** Bins of several sets as one: equal confidences stand in equal bins. */
export function joinedBins(sets: readonly (readonly ReliabilityBin[])[]): ReliabilityBin[] {
  const all = sets.flat();
  return Array.from({ length: BINS }, (_, place) => all.filter(({ confidence }) => binOf(confidence) === place))
    .filter((bins) => bins.length > 0)
    .map((bins) => {
      const count = sum(bins.map((bin) => bin.count));
      const mean = (of: (bin: ReliabilityBin) => number) => sum(bins.map((bin) => bin.count * of(bin))) / count;
      return { confidence: mean((bin) => bin.confidence), accuracy: mean((bin) => bin.accuracy), count };
    });
}

function binOf(confidence: number): number {
  return Math.min(BINS - 1, Math.floor(confidence * BINS));
}

/** Sorts digits into 15 bins of equal width by their confidence; bins without digits are left out. */
export function reliabilityBins(
  digits: readonly { readonly confidence: number; readonly isRight: boolean }[],
): ReliabilityBin[] {
  const bins = Array.from({ length: BINS }, () => [] as { confidence: number; isRight: boolean }[]);
  for (const digit of digits) bins[binOf(digit.confidence)]!.push(digit);
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

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
