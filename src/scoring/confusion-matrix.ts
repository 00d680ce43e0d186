/**
 * Counts which digit was read for which.
 *
 * @returns ten rows, one a true digit, of ten columns, one a digit read
 */
export function confusionMatrix(readings: readonly { readonly truth: number; readonly read: number }[]): number[][] {
  const matrix = Array.from({ length: 10 }, () => new Array<number>(10).fill(0));
  for (const { truth, read } of readings) {
    const row = matrix[truth];
    if (row?.[read] !== undefined) row[read] += 1;
  }
  return matrix;
}
