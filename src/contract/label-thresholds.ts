/**
 * The part of `READING_THRESHOLDS` that tells printed labels around a table from what is written in it; told in the same terms.
 * Log odds that a digit is printed, in the mean of its digits. Chosen on made tables of writers and fonts that measure nothing
 * (`training/EXPERIMENTS.md`).
 */
export const LABEL_THRESHOLDS = {
  /** Digits in a row or column of labels. Smaller: a row of two upright digits is left out. Larger: short rows of labels stay data. */
  leastDigits: 3,
  /** Of all its digits. Smaller: neat writing is left out. Larger: labels stay data. */
  printed: 1.5,
  /** Share of its numbers that are printed each by themselves. As above. */
  mostly: 0.8,
  /** Of the digits of the data, at most. Smaller: labels stay data. Larger: printed tables lose a row, sudokus one of theirs. */
  written: -0.5,
} as const;
