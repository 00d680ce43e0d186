import type { Point } from '../../contract/image';
import { type SeededRandom, seededRandom } from '../seeded-random';
import type { TablePicture } from '../table-cells';
import { type CellInk, cellInk, type WrittenCell } from './cell-ink';
import { photographed, type SheetWarp, sheetWarp } from './photographed-sheet';
import { type PrintedLabels, type PrintFont, printedLabels, usualHeight, withLabels } from './printed-labels';
import { drawRulings, type Paper, type SheetPlan } from './table-rulings';

export const TABLES_PER_PAPER = 9;
const EMPTY_SHARE = 0.15;

/** Cells of one hand or kind of book. */
export interface CellStyle {
  readonly name: string;
  readonly cells: readonly WrittenCell[];
  /** Times that its pictures are enlarged. */
  readonly scale: number;
}

/**
 * Tables of real cells on paper of one kind, photographed: styles in turn.
 *
 * @param fonts what labels around the cells are printed in; none without fonts
 */
export function composedTables(
  paper: Paper,
  styles: readonly CellStyle[],
  fonts: readonly PrintFont[] = [],
): TablePicture[] {
  return Array.from({ length: TABLES_PER_PAPER }, (_, index) => {
    const name = fonts.length > 0 ? `${paper} with labels ${index}` : `${paper} ${index}`;
    const random = seededRandom(`table ${name}`);
    const style = styles[index % styles.length]!;
    const [rows, columns] = [random.integer(4, 10), random.integer(3, 6)];
    const cells = Array.from({ length: rows * columns }, () =>
      random.uniform() < EMPTY_SHARE ? undefined : random.pick(style.cells),
    );
    // Without lines a row is where a number stands.
    for (let row = 0; row < rows; row++) cells[row * columns] ??= random.pick(style.cells);
    const printed = fonts.length > 0 ? printedLabels(rows, columns, index, fonts, random) : null;
    const labels = cells.map((cell, at) => printed?.texts.get(at) ?? cell?.label ?? '');
    const made = lazily(() => drawnTable(paper, cells, columns, style, random, printed));
    return {
      name,
      labels,
      ...(printed && { printed: new Set(printed.texts.keys()) }),
      get cellAt() {
        return made.known().cellAt;
      },
      open: async () => (await made.once()).file,
    };
  });
}

interface DrawnTable {
  readonly file: File;
  readonly cellAt: (point: Point) => number | undefined;
}

/** A table is drawn when it is opened; where its cells lie is known from then on. */
function lazily(draw: () => Promise<DrawnTable>) {
  let drawn: DrawnTable | undefined;
  return {
    once: async () => {
      drawn ??= await draw();
      return drawn;
    },
    known: () => {
      if (!drawn) throw new Error('the table has to be opened first');
      return drawn;
    },
  };
}

async function drawnTable(
  paper: Paper,
  cells: readonly (WrittenCell | undefined)[],
  columns: number,
  style: CellStyle,
  random: SeededRandom,
  printed: PrintedLabels | null,
): Promise<DrawnTable> {
  const written = await Promise.all(cells.map((cell) => (cell ? cellInk(cell, style.scale) : undefined)));
  const inks = printed ? await withLabels(written, printed, random) : written;
  const plan = planned(inks, columns, random);
  const ink = new Float32Array(plan.width * plan.height);
  drawRulings(ink, plan, paper, random);
  const align = random.pick([0, 0.5, 1]);
  inks.forEach((one, index) => {
    if (one) place(ink, plan, one, Math.floor(index / columns), index % columns, align, random);
  });
  const warp = sheetWarp(plan, random);
  return { file: await photographed(ink, plan, warp, random), cellAt: cellFinder(plan, warp) };
}

/** Columns as wide as their widest number and some paper; rows as high as people write. */
function planned(inks: readonly (CellInk | undefined)[], columns: number, random: SeededRandom): SheetPlan {
  const heights = inks.flatMap((one) => (one ? [one.inked.height] : [])).sort((a, b) => a - b);
  const digitHeight = usualHeight(inks);
  const tallest = heights[Math.floor(0.9 * heights.length)] ?? digitHeight;
  const pad = random.uniform(1.1, 2.2) * digitHeight;
  const rowHeight = Math.max(tallest * 1.15, random.uniform(1.5, 2.4) * digitHeight);
  const margin = 2.5 * digitHeight;
  const edges = [margin];
  for (let column = 0; column < columns; column++) {
    const widths = inks.filter((_, index) => index % columns === column).map((one) => one?.inked.width ?? 0);
    edges.push(edges.at(-1)! + Math.max(1.5 * digitHeight, ...widths) + pad);
  }
  const rows = Array.from({ length: inks.length / columns + 1 }, (_, row) => margin + row * rowHeight);
  const [width, height] = [edges.at(-1)! + margin, rows.at(-1)! + margin].map(Math.round) as [number, number];
  return { width, height, columns: edges, rows, digitHeight };
}

/** @param align 0: at the left of the cell, 1: at its right */
function place(
  ink: Float32Array,
  { width, columns, rows, digitHeight }: SheetPlan,
  { data, size, inked }: CellInk,
  row: number,
  column: number,
  align: number,
  random: SeededRandom,
): void {
  const [left, right] = [columns[column]! + 0.4 * digitHeight, columns[column + 1]! - 0.4 * digitHeight];
  const room = Math.max(0, right - left - inked.width);
  const share = Math.min(1, Math.max(0, align + random.normal(0, 0.06)));
  const x0 = Math.round(left + share * room - inked.x);
  const free = rows[row + 1]! - rows[row]! - inked.height;
  const y0 = Math.round(rows[row]! + Math.max(0.05, random.uniform(0.4, 0.6)) * free - inked.y);
  for (let y = 0; y < size.height; y++) {
    for (let x = 0; x < size.width; x++) {
      const at = (y + y0) * width + x + x0;
      if (x + x0 < 0 || x + x0 >= width || at < 0 || at >= ink.length) continue;
      ink[at] = Math.max(ink[at]!, data[y * size.width + x]!);
    }
  }
}

function cellFinder({ columns, rows }: SheetPlan, warp: SheetWarp) {
  return (point: Point): number | undefined => {
    const { x, y } = warp.toSheet(point);
    const column = columns.filter((edge) => edge <= x).length - 1;
    const row = rows.filter((edge) => edge <= y).length - 1;
    const isInside = column >= 0 && row >= 0 && column < columns.length - 1 && row < rows.length - 1;
    return isInside ? row * (columns.length - 1) + column : undefined;
  };
}
