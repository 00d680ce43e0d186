/** What may be proposed for a number that breaks a rule or an expected format; told as in `READING_THRESHOLDS`. */
export const PROPOSAL_THRESHOLDS = {
  /** Probability of each digit that an expected format may choose. Smaller: anything can be made to fit. Larger: nothing is proposed. */
  fit: 0.001,
  /** The same for a rule of a column, which says less about a single number than a format does. */
  rule: 0.02,
  /** Readings of one number that are tried, most probable first. More: time. Fewer: nothing is proposed. */
  mostTries: 1000,
} as const;
