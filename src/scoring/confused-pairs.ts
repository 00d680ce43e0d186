/** Two digits that look alike. */
export type Pair = readonly [number, number];

/**
 * How often digits of a pair were taken for each other.
 *
 * @param matrix rows are true digits, columns the digit read
 * @returns how many digits of the pair there are, and how many of them were read as the other one
 */
export function confusedWith(
  matrix: readonly (readonly number[])[],
  [one, other]: Pair,
): { readonly digits: number; readonly confused: number } {
  const digits = [...(matrix[one] ?? []), ...(matrix[other] ?? [])].reduce((sum, count) => sum + count, 0);
  return { digits, confused: (matrix[one]?.[other] ?? 0) + (matrix[other]?.[one] ?? 0) };
}
