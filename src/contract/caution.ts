/**
 * How careful the reader is, by what a mistake costs: so many looks at numbers that were right are worth one wrong number that
 * nobody saw. A number with the probability p of being right is worth a look where (1 - p) * looks > 1, so that the threshold
 * follows: 1 - 1 / looks.
 */
export const CAUTIONS = [
  { id: 'cautious', looksForOneMistake: 1000 },
  /** The thresholds that were chosen in training, beside the weights. */
  { id: 'balanced', looksForOneMistake: null },
  { id: 'quick', looksForOneMistake: 30 },
] as const;

export type Caution = (typeof CAUTIONS)[number]['id'];

export interface CautionThresholds {
  /** What the reader is sure of is to be checked below this probability, 0..1; 0: nothing else is. */
  readonly checkBelow: number;
  /** A number that is unclear, and nothing else, counts as sure from this probability on; above 1: none does. */
  readonly sureFrom: number;
}

export function cautionThresholds(id: Caution): CautionThresholds {
  const looks = CAUTIONS.find((row) => row.id === id)?.looksForOneMistake ?? null;
  const probability = looks === null ? null : 1 - 1 / looks;
  return {
    checkBelow: id === 'cautious' && probability !== null ? probability : 0,
    sureFrom: id === 'quick' && probability !== null ? probability : Number.POSITIVE_INFINITY,
  };
}
