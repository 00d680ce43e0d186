import type { Box, GrayImage } from '../contract/image';
import { READING_THRESHOLDS } from '../contract/reading-thresholds';
import { boxAround, centerX, centerY } from '../imaging/box';
import { median } from '../imaging/median';
import { alignedTable } from './aligned-table';
import { type Curve, endOf, offAt, startOf } from './curve';
import { doMeet, findGrids } from './find-grids';
import { findRulings, type Rulings } from './find-rulings';
import { tableBox, useOfGrid } from './grid-table';
import type { LaidOutTable } from './page-layout';

export interface PageLayout {
  readonly tables: readonly LaidOutTable[];
  readonly rulings: Rulings;
}

const { leastTableDigits, lines: LINES } = READING_THRESHOLDS.layout;

/**
 * The tables of a page: cells between ruled lines, or digits that stand in rows and columns.
 *
 * @param digits boxes of the located digits, in pixels of the page
 */
export function layOutPage(page: GrayImage, digits: readonly Box[]): PageLayout {
  if (digits.length < leastTableDigits) return { tables: [], rulings: { across: [], down: [] } };
  const digitHeight = median(digits.map(({ height }) => height));
  const rulings = nearDigits(withoutStrokes(findRulings(page, digitHeight), digits), digits, digitHeight);
  const uses = findGrids(rulings, digitHeight).flatMap((grid) => useOfGrid(grid, digits) ?? []);
  const tables = uses.flatMap((use) => (use.kind === 'table' ? [use.table] : []));
  const taken = new Set(
    uses.flatMap((use) => (use.kind === 'table' ? use.table.rows.flat().flatMap((cell) => cell.digits) : use.digits)),
  );
  const rest = digits.map((_, index) => index).filter((index) => !taken.has(index));
  const aligned = alignedTable(
    rest.map((index) => digits[index]!),
    digitHeight,
    rulings.across,
  );
  return { rulings, tables: [...tables, ...(aligned ? [withIndexes(aligned, rest)] : [])].sort(byPlace) };
}

function withIndexes({ rows }: LaidOutTable, indexes: readonly number[]): LaidOutTable {
  return {
    rows: rows.map((row) =>
      row.map((cell) => ({ ...cell, digits: cell.digits.map((position) => indexes[position]!) })),
    ),
  };
}

function byPlace(a: LaidOutTable, b: LaidOutTable): number {
  return tableBox(a).y - tableBox(b).y;
}

/**
 * Lines that pass the part of the page with digits, and those that cross at least two of them: the rulings of empty rows
 * and columns. What lies around a sheet, as the grain of a table's wood, is left out.
 */
function nearDigits({ across, down }: Rulings, digits: readonly Box[], digitHeight: number): Rulings {
  const box = boxAround(digits);
  const margin = LINES.beside * digitHeight;
  const passes = (curve: Curve, along: readonly [number, number], aside: readonly [number, number]) => {
    const [from, to] = [Math.max(startOf(curve), along[0] - margin), Math.min(endOf(curve), along[1] + margin)];
    const off = offAt(curve, (from + to) / 2);
    return from < to && off >= aside[0] - margin && off <= aside[1] + margin;
  };
  const [xs, ys] = [[box.x, box.x + box.width] as const, [box.y, box.y + box.height] as const];
  const [rows, columns] = [
    across.filter((curve) => passes(curve, xs, ys)),
    down.filter((curve) => passes(curve, ys, xs)),
  ];
  const crossesTwo = (doCross: (other: Curve) => boolean, others: readonly Curve[]) =>
    others.filter(doCross).length > 1;
  return {
    across: across.filter((curve) => rows.includes(curve) || crossesTwo((other) => doMeet(curve, other, 0), columns)),
    down: down.filter((curve) => columns.includes(curve) || crossesTwo((other) => doMeet(other, curve, 0), rows)),
  };
}

/** Lines that are no strokes of digits that stand one under the other. */
function withoutStrokes({ across, down }: Rulings, digits: readonly Box[]): Rulings {
  const isInDigit = (x: number, y: number) =>
    digits.some(
      (box) =>
        Math.abs(x - centerX(box)) < LINES.digitCore.width * box.width &&
        Math.abs(y - centerY(box)) < LINES.digitCore.height * box.height,
    );
  const isFree = (curve: Curve, isAcross: boolean) => {
    const inside = curve.at.filter((place, index) =>
      isAcross ? isInDigit(place, curve.off[index]!) : isInDigit(curve.off[index]!, place),
    );
    return inside.length <= LINES.withinDigits * curve.at.length;
  };
  return {
    across: across.filter((curve) => isFree(curve, true)),
    down: down.filter((curve) => isFree(curve, false)),
  };
}
