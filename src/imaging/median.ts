/** The middle one of values in order; of an even count the larger of the two in the middle, of none 0. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
