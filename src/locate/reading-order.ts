import type { Box } from '../contract/image';
import { READING_THRESHOLDS } from '../contract/reading-thresholds';
import { centerX, centerY } from '../imaging/box';
import { median } from '../imaging/median';

export interface OrderedLine {
  /** Indexes of the boxes, from left to right. */
  readonly indexes: number[];
  /** True where a wide gap follows the box at the same place: another number begins. Never for the last. */
  readonly gapsAfter: boolean[];
}

const ORDER = READING_THRESHOLDS.order;

/**
 * Orders digits as one reads: rows from top to bottom, digits from left to right, robust to slant and skew.
 *
 * Each digit is linked with its nearest right neighbor at about the same height; chains of links are parts of rows. The
 * median slope of the links levels the page, and parts at one level are joined into a row.
 */
export function readingLines(boxes: readonly Box[]): OrderedLine[] {
  const links = neighborLinks(boxes);
  const slope = median(links.map(([from, to]) => riseBetween(boxes, from, to)));
  const typical = median(boxes.map((box) => box.height));
  const level = (indexes: readonly number[]) =>
    indexes.reduce((sum, index) => sum + centerY(boxes[index] as Box) - slope * centerX(boxes[index] as Box), 0) /
    indexes.length;
  const rows: number[][] = [];
  const parts = chains(boxes.length, links).map((indexes) => ({ indexes, level: level(indexes) }));
  for (const part of parts.sort((a, b) => a.level - b.level)) {
    const row = rows.at(-1);
    if (row && part.level - level(row) < ORDER.sameRow * typical && isApart(boxes, row, part.indexes))
      row.push(...part.indexes);
    else rows.push([...part.indexes]);
  }
  return rows.map((row) => {
    const indexes = row.sort((a, b) => centerX(boxes[a] as Box) - centerX(boxes[b] as Box));
    return { indexes, gapsAfter: numberGaps(indexes.map((index) => boxes[index] as Box)) };
  });
}

/** Pairs [left, right] of boxes that are each other's nearest neighbor along a line. */
function neighborLinks(boxes: readonly Box[]): [number, number][] {
  const right = boxes.map((_, index) => nearest(boxes, index, 1));
  const left = boxes.map((_, index) => nearest(boxes, index, -1));
  return right.flatMap((to, from): [number, number][] => (to !== undefined && left[to] === from ? [[from, to]] : []));
}

function nearest(boxes: readonly Box[], index: number, direction: 1 | -1): number | undefined {
  const box = boxes[index] as Box;
  let best: number | undefined;
  let bestDistance = ORDER.reach * box.height;
  boxes.forEach((other, candidate) => {
    const run = direction * (centerX(boxes[candidate] as Box) - centerX(boxes[index] as Box));
    const rise = Math.abs(centerY(boxes[candidate] as Box) - centerY(boxes[index] as Box));
    const height = Math.max(box.height, other.height);
    if (candidate === index || run <= 0 || rise > ORDER.rise * height || run < rise) return;
    const distance = run + 2 * rise;
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  });
  return best;
}

/** Boxes grouped by links: connected components. */
function chains(count: number, links: readonly [number, number][]): number[][] {
  const next = new Map(links);
  const followers = new Set(links.map(([, to]) => to));
  const result: number[][] = [];
  for (let first = 0; first < count; first++) {
    if (followers.has(first)) continue;
    const chain: number[] = [];
    for (let at: number | undefined = first; at !== undefined; at = next.get(at)) chain.push(at);
    result.push(chain);
  }
  return result;
}

/** Whether two parts of a row stand side by side, not one above the other. */
function isApart(boxes: readonly Box[], a: readonly number[], b: readonly number[]): boolean {
  return a.every((i) =>
    b.every((j) => {
      const [left, right] = [boxes[i] as Box, boxes[j] as Box].sort((p, q) => p.x - q.x) as [Box, Box];
      return left.x + left.width - right.x < ORDER.sharedColumns * Math.min(left.width, right.width);
    }),
  );
}

function numberGaps(row: readonly Box[]): boolean[] {
  const gaps = row.map((box, index) => {
    const next = row[index + 1];
    return next ? Math.max(0, next.x - box.x - box.width) : 0;
  });
  const usual = median(gaps.slice(0, -1));
  const height = median(row.map((box) => box.height));
  return gaps.map((gap) => gap > ORDER.numberGapHeights * height && gap > ORDER.numberGapRatio * usual);
}

function riseBetween(boxes: readonly Box[], from: number, to: number): number {
  return (
    (centerY(boxes[to] as Box) - centerY(boxes[from] as Box)) /
    (centerX(boxes[to] as Box) - centerX(boxes[from] as Box))
  );
}
