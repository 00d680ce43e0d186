/** A line of `evaluate --predictions`. */
export interface PredictionLine {
  /** For IDX sets the place in the set. */
  readonly file: string;
  readonly label: string;
  readonly exact: boolean;
  readonly digits: readonly { readonly label: number; readonly confidence: number; readonly verdict: string }[];
}

interface Mistake {
  readonly index: number;
  readonly label: number;
  readonly read: number;
  readonly confidence: number;
  readonly verdict: string;
}

/** The wrong readings of single digits, those the reader was surest of first; `count` is of all of them. */
export function hardestMistakes(
  lines: readonly PredictionLine[],
  limit: number,
): { readonly mistakes: readonly Mistake[]; readonly count: number } {
  const wrong = lines
    .filter(({ exact, digits }) => !exact && digits.length === 1)
    .map(({ file, label, digits: [digit] }): Mistake => {
      const confidence = Number(digit!.confidence.toFixed(4));
      return { index: Number(file), label: Number(label), read: digit!.label, confidence, verdict: digit!.verdict };
    })
    .sort((a, b) => b.confidence - a.confidence || a.index - b.index);
  return { mistakes: wrong.slice(0, limit), count: wrong.length };
}

/** How many of the first `count` pictures, the sample of the test on the visitor's device, are right. */
export function sameSampleScore(lines: readonly PredictionLine[], count: number) {
  const sample = lines.slice(0, count);
  return { pictures: sample.length, right: sample.filter(({ exact }) => exact).length };
}
