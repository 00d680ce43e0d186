import { READING_THRESHOLDS } from '../contract/reading-thresholds';
import { type Curve, crossing, endOf, lengthOf, offAt, startOf } from './curve';
import type { Rulings } from './find-rulings';
import { areOne, mergeLines } from './merge-lines';

const GRID = READING_THRESHOLDS.layout.grid;

/** Lines that cross each other: those across from top to bottom, those down from left to right. */
export interface Grid {
  readonly across: readonly Curve[];
  readonly down: readonly Curve[];
}

/** Rulings that make grids with each other, each grid apart. */
export function findGrids(rulings: Rulings, digitHeight: number): Grid[] {
  const isLong = (curve: Curve) => lengthOf(curve) >= GRID.shortest * digitHeight;
  const across = rulings.across.filter(isLong);
  const down = rulings.down.filter(isLong);
  const parts = connected(across, down, GRID.reach * digitHeight).map(withoutGrain);
  return parts.flatMap((part) => {
    const goesOn = (curve: Curve, lines: readonly Curve[]) =>
      !isLong(curve) && lines.some((line) => areOne(curve, line, digitHeight, GRID.goesOn));
    const short = rulings.down.filter(
      (curve) => !isLong(curve) && runsBetween(curve, part.across, GRID.touch * digitHeight),
    );
    const grid = pruned(
      {
        across: mergeLines(
          [...part.across, ...rulings.across.filter((curve) => goesOn(curve, part.across))],
          digitHeight,
        ),
        down: mergeLines(
          [...part.down, ...short, ...rulings.down.filter((curve) => goesOn(curve, part.down))],
          digitHeight,
        ),
      },
      GRID.reach * digitHeight,
    );
    return grid ? [grid] : [];
  });
}

/** Without lines that are much fainter than the others: the grain of paper or wood. */
function withoutGrain({ across, down }: Grid): Grid {
  const all = [...across, ...down].sort((a, b) => a.strength - b.strength);
  let left = all.reduce((sum, line) => sum + lengthOf(line), 0) / 2;
  const usual = all.find((line) => {
    left -= lengthOf(line);
    return left <= 0;
  });
  const isStrong = ({ strength }: Curve) => strength >= GRID.faint * (usual?.strength ?? 0);
  return { across: across.filter(isStrong), down: down.filter(isStrong) };
}

function connected(across: readonly Curve[], down: readonly Curve[], reach: number): Grid[] {
  const groupOf = [...across, ...down].map((_, index) => index);
  const root = (index: number): number => (groupOf[index] === index ? index : root(groupOf[index]!));
  across.forEach((line, i) => {
    down.forEach((other, j) => {
      if (doMeet(line, other, reach)) groupOf[root(i)] = root(across.length + j);
    });
  });
  const roots = [...new Set(groupOf.map((_, index) => root(index)))];
  return roots.map((one) => ({
    across: across.filter((_, index) => root(index) === one),
    down: down.filter((_, index) => root(across.length + index) === one),
  }));
}

/** Whether two lines cross, or would after at most `reach` pixels. */
export function doMeet(across: Curve, down: Curve, reach: number): boolean {
  const { x, y } = crossing(across, down);
  return covers(across, x, reach) && covers(down, y, reach);
}

function covers(curve: Curve, place: number, reach: number): boolean {
  return place >= startOf(curve) - reach && place <= endOf(curve) + reach;
}

/** Whether both ends of a line down lie at lines across. */
function runsBetween(down: Curve, across: readonly Curve[], reach: number): boolean {
  const isAt = (y: number) => {
    const x = offAt(down, y);
    return across.some((line) => covers(line, x, reach) && Math.abs(offAt(line, x) - y) <= reach);
  };
  return isAt(startOf(down)) && isAt(endOf(down));
}

/** Without the lines that cross few others, the worst first; undefined when no grid is left. */
function pruned({ across, down }: Grid, reach: number): Grid | undefined {
  const meets = across.map((line) => down.map((other) => doMeet(line, other, reach)));
  const [rows, columns] = [new Set(across.keys()), new Set(down.keys())];
  while (rows.size > 0 && columns.size > 0 && rows.size + columns.size >= GRID.leastLines) {
    const ofRows = [...rows].map((row) => ({
      lines: rows,
      line: row,
      share: [...columns].filter((column) => meets[row]![column]).length / columns.size,
    }));
    const ofColumns = [...columns].map((column) => ({
      lines: columns,
      line: column,
      share: [...rows].filter((row) => meets[row]![column]).length / rows.size,
    }));
    const worst = [...ofRows, ...ofColumns].reduce((a, b) => (b.share < a.share ? b : a));
    if (worst.share >= GRID.crossed)
      return {
        across: across.filter((_, row) => rows.has(row)),
        down: down.filter((_, column) => columns.has(column)),
      };
    worst.lines.delete(worst.line);
  }
  return undefined;
}
