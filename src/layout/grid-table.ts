import type { Box } from '../contract/image';
import { READING_THRESHOLDS } from '../contract/reading-thresholds';
import { boxAround, centerX, centerY } from '../imaging/box';
import { type Curve, crossing, endOf, offAt, startOf } from './curve';
import type { Grid } from './find-grids';
import type { LaidOutTable } from './page-layout';
import { median, quantile } from './quantile';
import { splitStrips } from './split-strips';
import { isSquaredPaper } from './squared-paper';
import { type GridLines, isIn, joinedBoxes, type Strip, stripsBetween, withoutGutters } from './strips';

const USE = READING_THRESHOLDS.layout.gridUse;

/** What a grid makes of the digits in it: a table, or the boxes of one number with the digits in them, by their indexes. */
export type GridUse =
  | { readonly kind: 'table'; readonly table: LaidOutTable }
  | { readonly kind: 'boxes'; readonly digits: readonly number[] };

/** @returns undefined where a grid is neither: squared paper, or a frame around a number */
export function useOfGrid(grid: Grid, digits: readonly Box[]): GridUse | undefined {
  const inside = digits.filter((box) => isWithin(box, grid));
  if (inside.length === 0) return undefined;
  const digitHeight = median(inside.map(({ height }) => height));
  const closed = withOpenSides(grid, inside, digitHeight);
  if (isSquaredPaper(closed, digits, digitHeight)) return undefined;
  const table = cellsOf(gridStrips(splitStrips(closed, digits, digitHeight), digits), digits);
  const held = table.rows.flat().flatMap((cell) => cell.digits);
  if (isTable(table)) return { kind: 'table', table };
  return isOneNumber(table) ? { kind: 'boxes', digits: held } : undefined;
}

interface GridStrips {
  readonly rows: readonly Strip[];
  readonly columns: readonly Strip[];
}

/** Rows and columns without the space between boxes that stand apart; boxes of one digit each that stand near make one column. */
function gridStrips(lines: GridLines, digits: readonly Box[]): GridStrips {
  const isInRow = (row: Strip, box: Box) => isIn(row, centerX(box), centerY(box));
  const isInColumn = (column: Strip, box: Box) => isIn(column, centerY(box), centerX(box));
  const [allRows, allColumns] = [stripsBetween(lines.across), stripsBetween(lines.down)];
  const inside = digits.filter(
    (box) => allRows.some((row) => isInRow(row, box)) && allColumns.some((column) => isInColumn(column, box)),
  );
  const count = (test: (box: Box) => boolean) => inside.filter(test).length;
  const rows = withoutGutters(
    allRows,
    allRows.map((row) => count((box) => isInRow(row, box))),
  );
  const columns = withoutGutters(
    allColumns,
    allColumns.map((column) => count((box) => isInColumn(column, box))),
  );
  const held = columns.flatMap((column) =>
    rows.map((row) => count((box) => isInColumn(column, box) && isInRow(row, box))),
  );
  const used = held.filter((digitsHeld) => digitsHeld > 0);
  const isOneEach = used.filter((digitsHeld) => digitsHeld > 1).length <= USE.mostDouble * used.length;
  return { rows, columns: isOneEach ? joinedBoxes(columns) : columns };
}

/** Whether the middle of a box lies in the part of the page that the lines of a grid span. */
function isWithin(box: Box, { across, down }: Grid): boolean {
  const [x, y] = [centerX(box), centerY(box)];
  return (
    across.some((line) => x >= startOf(line) && x <= endOf(line)) &&
    down.some((line) => y >= startOf(line) && y <= endOf(line))
  );
}

/** Where lines go on beyond the outermost one that crosses them and digits stand there, the table has one more strip. */
function withOpenSides({ across, down }: Grid, digits: readonly Box[], digitHeight: number): GridLines {
  return {
    across: opened(
      across,
      down,
      digits.map((box) => ({ place: centerX(box), off: centerY(box) })),
      digitHeight,
    ),
    down: opened(
      down,
      across,
      digits.map((box) => ({ place: centerY(box), off: centerX(box) })),
      digitHeight,
    ),
  };
}

interface Place {
  readonly place: number;
  readonly off: number;
}

function opened(lines: readonly Curve[], crossed: readonly Curve[], digits: readonly Place[], height: number): Curve[] {
  const [first, last] = [lines[0]!, lines.at(-1)!];
  const reachOf = (side: 'before' | 'after') => {
    const edge = side === 'before' ? first : last;
    const beyond = crossed.map((line) => {
      const meets = (startOf(line) + endOf(line)) / 2;
      const off = offAt(edge, offAt(line, meets));
      return side === 'before' ? off - startOf(line) : endOf(line) - off;
    });
    const reach = quantile(beyond, USE.openReach);
    const isUsed = digits.some(({ place, off }) => {
      const away = side === 'before' ? offAt(edge, place) - off : off - offAt(edge, place);
      return away > USE.openDigit * height && away < reach;
    });
    return isUsed && reach >= USE.open * height ? reach : undefined;
  };
  const [before, after] = [reachOf('before'), reachOf('after')];
  return [
    ...(before === undefined ? [] : [moved(first, -before)]),
    ...lines,
    ...(after === undefined ? [] : [moved(last, after)]),
  ];
}

function moved(line: Curve, by: number): Curve {
  return { ...line, off: line.off.map((value) => value + by), seen: 0, strength: 0 };
}

function cellsOf({ rows, columns }: GridStrips, digits: readonly Box[]): LaidOutTable {
  const places = digits.map((box) => ({
    row: rows.find((row) => isIn(row, centerX(box), centerY(box))),
    column: columns.find((column) => isIn(column, centerY(box), centerX(box))),
  }));
  return {
    rows: rows.map((row) =>
      columns.map((column) => ({
        box: cellBox(row, column),
        digits: places.flatMap((place, index) => (place.row === row && place.column === column ? [index] : [])),
      })),
    ),
  };
}

/** Between the middles of the four sides. */
function cellBox({ from: top, to: bottom }: Strip, { from: left, to: right }: Strip): Box {
  const corners = [crossing(top, left), crossing(top, right), crossing(bottom, left), crossing(bottom, right)];
  const [x, y] = [mean(corners.map((corner) => corner.x)), mean(corners.map((corner) => corner.y))];
  const [from, to] = [offAt(left, y), offAt(right, y)];
  const [above, below] = [offAt(top, x), offAt(bottom, x)];
  return { x: from, y: above, width: to - from, height: below - above };
}

/** At least two cells with digits; of a single row with several digits in many of them. */
function isTable(table: LaidOutTable): boolean {
  const used = usedCells(table);
  return used.length >= USE.leastCells && !isOneNumber(table);
}

/** Boxes side by side that hold one digit each, or nearly. */
function isOneNumber(table: LaidOutTable): boolean {
  const used = usedCells(table);
  const rows = table.rows.filter((row) => row.some((cell) => cell.digits.length > 0));
  const several = used.filter((cell) => cell.digits.length > 1).length;
  return rows.length === 1 && used.length >= USE.leastCells && several < USE.several * used.length;
}

function usedCells({ rows }: LaidOutTable) {
  return rows.flat().filter((cell) => cell.digits.length > 0);
}

/** The part of the page that a table covers. */
export function tableBox({ rows }: LaidOutTable): Box {
  return boxAround(rows.flat().map(({ box }) => box));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
