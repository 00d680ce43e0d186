/**
 * Solves linear equations by Gauss-Jordan elimination with row pivoting.
 *
 * @param equations one row an equation, its right side last; as many as unknowns
 * @returns the unknowns; not finite where the equations do not tell them
 */
export function solveLinear(equations: readonly (readonly number[])[]): number[] {
  const rows = equations.map((row) => [...row]);
  const count = rows.length;
  for (let column = 0; column < count; column++) {
    const below = rows.slice(column);
    const pivot = below.reduce((best, row) => (Math.abs(row[column]!) > Math.abs(best[column]!) ? row : best));
    rows[rows.indexOf(pivot)] = rows[column]!;
    rows[column] = pivot.map((value) => value / pivot[column]!);
    for (let other = 0; other < count; other++) {
      if (other === column) continue;
      const factor = rows[other]![column]!;
      rows[other] = rows[other]!.map((value, at) => value - factor * rows[column]![at]!);
    }
  }
  return rows.map((row) => row[count]!);
}
