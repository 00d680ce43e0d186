import type { Box } from '../contract/image';
import { READING_THRESHOLDS } from '../contract/reading-thresholds';
import { centerX } from '../imaging/box';
import { median } from '../imaging/median';
import { columnsOf, type Token, tokensOf } from './aligned-columns';
import type { Curve } from './curve';
import type { LaidOutTable } from './page-layout';
import { type Row, rowsOf } from './rows';
import type { Slope } from './slope';

const { columns: COLUMNS, rows: ROWS } = READING_THRESHOLDS.layout;

/**
 * The table that digits make by standing in rows and columns, without lines: pieces of rows that stand one under the
 * other are a column (Kieninger and Dengel 1998, T-Recs).
 *
 * @param across ruled lines across the page, which tell its slope
 */
export function alignedTable(
  boxes: readonly Box[],
  digitHeight: number,
  across: readonly Curve[],
): LaidOutTable | undefined {
  const { rows, slope } = rowsOf(boxes, digitHeight, across);
  const tokens = rows.flatMap((row, index) => tokensOf(row, index, boxes, slope, digitHeight));
  const columns = columnsOf(tokens, digitHeight);
  if (!columns) return undefined;
  return cellsOf(tableRows(rows, columns), columns, { boxes, slope, digitHeight });
}

/** A row of the table: rows of digits at nearly one level. */
interface TableRow {
  readonly rows: readonly number[];
  readonly columns: ReadonlySet<number>;
  readonly level: number;
}

/** Rows that are nearer than usual are one: a number stands a little higher or lower than its neighbors, or a digit than the others of its number. */
function tableRows(rows: readonly Row[], columns: ReadonlyMap<Token, number>): TableRow[] {
  const found = rows.flatMap(({ level }, index): TableRow[] => {
    const here = [...columns].filter(([{ row }]) => row === index).map(([, column]) => column);
    return here.length > 0 ? [{ rows: [index], columns: new Set(here), level }] : [];
  });
  const usual = median(found.slice(1).map(({ level }, index) => level - found[index]!.level));
  const joined: TableRow[] = [];
  for (const row of found) {
    const before = joined.at(-1);
    const isApart = before && [...row.columns].every((column) => !before.columns.has(column));
    const near = (isApart ? ROWS.joined.apart : ROWS.joined.inOneColumn) * usual;
    if (!before || row.level - before.level >= near) joined.push(row);
    else {
      const { level } = row.columns.size > before.columns.size ? row : before;
      const [own, their] = [[...before.rows, ...row.rows], new Set([...before.columns, ...row.columns])];
      joined[joined.length - 1] = { rows: own, columns: their, level };
    }
  }
  return joined;
}

interface Page {
  readonly boxes: readonly Box[];
  readonly slope: Slope;
  readonly digitHeight: number;
}

function cellsOf(rows: readonly TableRow[], columns: ReadonlyMap<Token, number>, page: Page): LaidOutTable {
  const { boxes, slope, digitHeight } = page;
  const count = Math.max(...columns.values()) + 1;
  const tokens = [...columns.keys()];
  const edges = columnEdges(columns, count, digitHeight);
  const levels = rows.map(({ level }) => level);
  return {
    rows: rows.map(({ rows: merged, level }, position) => {
      const above = position > 0 ? (levels[position - 1]! + level) / 2 : level - digitHeight;
      const below = position + 1 < levels.length ? (level + levels[position + 1]!) / 2 : level + digitHeight;
      return Array.from({ length: count }, (_, column) => {
        const digits = tokens
          .filter((token) => merged.includes(token.row) && columns.get(token) === column)
          .flatMap((token) => token.digits);
        const [from, to] = [edges[column]!, edges[column + 1]!];
        const y = slope.yAt(level, (from + to) / 2 - slope.at(from, level) * level);
        const shift = slope.at((from + to) / 2, y) * y;
        const [left, right] = [from - shift, to - shift];
        const own = digits.map((index) => boxes[index]!);
        const x = Math.min(left, ...own.map((box) => box.x - COLUMNS.cellMargin * digitHeight));
        const end = Math.max(right, ...own.map((box) => box.x + box.width + COLUMNS.cellMargin * digitHeight));
        const middle =
          own.length > 0 ? own.reduce((sum, box) => sum + centerX(box), 0) / own.length : (left + right) / 2;
        const center = slope.yAt(level, middle);
        return { digits, box: { x, y: center - (level - above), width: end - x, height: below - above } };
      });
    }),
  };
}

/** On a page whose columns stand upright: halfway between neighboring columns. */
function columnEdges(columns: ReadonlyMap<Token, number>, count: number, digitHeight: number): number[] {
  const extents = Array.from({ length: count }, (_, column) => {
    const members = [...columns].filter(([, own]) => own === column).map(([token]) => token);
    return {
      left: Math.min(...members.map(({ left }) => left)),
      right: Math.max(...members.map(({ right }) => right)),
    };
  });
  const between = extents.slice(1).map(({ left }, index) => (extents[index]!.right + left) / 2);
  return [
    extents[0]!.left - COLUMNS.outerMargin * digitHeight,
    ...between,
    extents.at(-1)!.right + COLUMNS.outerMargin * digitHeight,
  ];
}
