export interface ClassScore {
  readonly label: number;
  /** Pictures of this digit. */
  readonly count: number;
  /** Of what was read as this digit, the share that is it; null when it was never read. */
  readonly precision: number | null;
  /** Of the pictures of this digit, the share that was read as it; null without such pictures. */
  readonly recall: number | null;
}

/** @param matrix rows are true digits, columns the digit read */
export function classScores(matrix: readonly (readonly number[])[]): ClassScore[] {
  return matrix.map((row, label) => {
    const right = row[label] ?? 0;
    const count = sum(row);
    const read = sum(matrix.map((other) => other[label] ?? 0));
    return { label, count, precision: read > 0 ? right / read : null, recall: count > 0 ? right / count : null };
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
