import type { SeededRandom } from '../seeded-random';

/** How the paper is ruled. */
export const PAPERS = ['ruled', 'ruled with gaps', 'lined', 'squared', 'unruled'] as const;
export type Paper = (typeof PAPERS)[number];

/** Where the strips of a table begin and end, in pixels of the sheet. */
export interface SheetPlan {
  readonly width: number;
  readonly height: number;
  readonly columns: readonly number[];
  readonly rows: readonly number[];
  /** Height of a usual digit. */
  readonly digitHeight: number;
}

export function drawRulings(ink: Float32Array, plan: SheetPlan, paper: Paper, random: SeededRandom): void {
  const { width, height, columns, rows, digitHeight } = plan;
  const [first, last] = [columns[0]!, columns.at(-1)!];
  const dark = random.uniform(0.25, 0.7);
  const thick = random.uniform(1.2, 3);
  const across = (y: number, from: number, to: number, level: number, pen: number) =>
    fill(ink, width, from, y - pen / 2, to - from, pen, level);
  const down = (x: number, from: number, to: number, level: number, pen: number) =>
    fill(ink, width, x - pen / 2, from, pen, to - from, level);
  if (paper === 'ruled' || paper === 'ruled with gaps') {
    const isDrawn = () => paper === 'ruled' || random.uniform() > 0.2;
    for (const y of rows)
      for (let column = 1; column < columns.length; column++)
        if (isDrawn()) across(y, columns[column - 1]!, columns[column]!, dark, thick);
    for (const x of columns)
      for (let row = 1; row < rows.length; row++) if (isDrawn()) down(x, rows[row - 1]!, rows[row]!, dark, thick);
  }
  if (paper === 'lined') for (const y of rows) across(y, 0, width, 0.6 * dark, thick);
  if (paper === 'squared') {
    const pitch = random.uniform(0.5, 0.9) * digitHeight;
    for (let y = first % pitch; y < height; y += pitch) across(y, 0, width, 0.3 * dark, 1.3);
    for (let x = last % pitch; x < width; x += pitch) down(x, 0, height, 0.3 * dark, 1.3);
  }
}

/** Darkens a box, its border by the share that it covers. */
function fill(ink: Float32Array, stride: number, x: number, y: number, width: number, height: number, level: number) {
  const rows = ink.length / stride;
  for (let row = Math.max(0, Math.floor(y)); row < Math.min(rows, y + height); row++) {
    const tall = Math.min(row + 1, y + height) - Math.max(row, y);
    for (let column = Math.max(0, Math.floor(x)); column < Math.min(stride, x + width); column++) {
      const wide = Math.min(column + 1, x + width) - Math.max(column, x);
      const at = row * stride + column;
      ink[at] = Math.max(ink[at]!, level * tall * wide);
    }
  }
}
