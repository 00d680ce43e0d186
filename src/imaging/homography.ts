import type { Point } from '../contract/image';

/** The projective map that takes four points to four others (Heckbert 1989). */
export function homography(from: readonly Point[], to: readonly Point[]): (point: Point) => Point {
  const equations = from.flatMap(({ x, y }, index) => {
    const { x: u, y: v } = to[index]!;
    return [
      [x, y, 1, 0, 0, 0, -u * x, -u * y, u],
      [0, 0, 0, x, y, 1, -v * x, -v * y, v],
    ];
  });
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = solve(equations);
  return ({ x, y }) => {
    const w = g * x + h * y + 1;
    return { x: (a * x + b * y + c) / w, y: (d * x + e * y + f) / w };
  };
}

/** Solves linear equations by Gauss-Jordan elimination with row pivoting; each row is one equation, its right side last. */
function solve(rows: number[][]): number[] {
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
