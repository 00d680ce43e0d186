import type { Box } from '../contract/image';
import { READING_THRESHOLDS } from '../contract/reading-thresholds';
import { centerX, centerY, sharedWidth } from '../imaging/box';
import type { Curve } from './curve';
import { type Slope, slopeOver } from './slope';

const { layout, order } = READING_THRESHOLDS;
const ROWS = layout.rows;

export interface Row {
  /** Indexes of the boxes, from left to right. */
  readonly indexes: readonly number[];
  /** Where its middle lies where the page's slope is counted from. */
  readonly level: number;
}

export interface Rows {
  /** From top to bottom. */
  readonly rows: readonly Row[];
  readonly slope: Slope;
}

/**
 * Rows of digits whatever their slope, which may change over the page: neighbors are linked, links and ruled lines tell
 * the slope at each place, and with it each digit's level.
 *
 * @param across ruled lines across the page
 */
export function rowsOf(boxes: readonly Box[], digitHeight: number, across: readonly Curve[] = []): Rows {
  const links = neighborLinks(boxes, digitHeight);
  const slope = slopeOver(
    links.map(([from, to]) => [boxes[from]!, boxes[to]!]),
    digitHeight,
    across,
  );
  const levels = boxes.map((box) => slope.level(centerX(box), centerY(box)));
  const parts = chains(
    boxes.length,
    links.filter(
      ([from, to]) => Math.abs(levels[from]! - levels[to]!) <= ROWS.sameRow * tallest([from, to], boxes, digitHeight),
    ),
  ).map((indexes) => ({ indexes, level: mean(indexes.map((index) => levels[index]!)) }));
  const rows: Row[] = [];
  for (const part of parts.sort((a, b) => a.level - b.level)) {
    const row = rows.at(-1);
    if (
      row &&
      part.level - row.level < ROWS.sameRow * tallest(part.indexes, boxes, digitHeight) &&
      isBeside(boxes, row.indexes, part.indexes)
    ) {
      const indexes = [...row.indexes, ...part.indexes];
      rows[rows.length - 1] = { indexes, level: mean(indexes.map((index) => levels[index]!)) };
    } else rows.push(part);
  }
  const ordered = rows.map(({ indexes, level }) => ({
    level,
    indexes: [...indexes].sort((a, b) => centerX(boxes[a]!) - centerX(boxes[b]!)),
  }));
  return { rows: ordered, slope };
}

/** Height of the tallest of some digits, not counting what a long stroke adds. */
function tallest(indexes: readonly number[], boxes: readonly Box[], digitHeight: number): number {
  const most = Math.max(...indexes.map((index) => boxes[index]!.height));
  return Math.max(digitHeight, Math.min(most, ROWS.tallest * digitHeight));
}

/** Pairs of boxes that are each other's nearest neighbor to the right and to the left. */
function neighborLinks(boxes: readonly Box[], digitHeight: number): [number, number][] {
  const nearest = (index: number, direction: 1 | -1) => {
    const box = boxes[index]!;
    let best: { candidate: number; distance: number } | undefined;
    boxes.forEach((other, candidate) => {
      const run = direction * (centerX(other) - centerX(box));
      const rise = Math.abs(centerY(other) - centerY(box));
      const distance = run + 2 * rise;
      if (candidate === index || run <= 0 || rise > ROWS.rise * Math.max(box.height, other.height) || run < rise)
        return;
      if (distance < (best?.distance ?? ROWS.reach * digitHeight)) best = { candidate, distance };
    });
    return best?.candidate;
  };
  const left = boxes.map((_, index) => nearest(index, -1));
  return boxes.flatMap((_, from): [number, number][] => {
    const to = nearest(from, 1);
    return to !== undefined && left[to] === from ? [[from, to]] : [];
  });
}

function chains(count: number, links: readonly (readonly [number, number])[]): number[][] {
  const next = new Map(links);
  const followers = new Set(links.map(([, to]) => to));
  return Array.from({ length: count }, (_, index) => index)
    .filter((index) => !followers.has(index))
    .map((first) => {
      const chain: number[] = [];
      for (let at: number | undefined = first; at !== undefined; at = next.get(at)) chain.push(at);
      return chain;
    });
}

function isBeside(boxes: readonly Box[], a: readonly number[], b: readonly number[]): boolean {
  return a.every((i) =>
    b.every((j) => {
      const [one, other] = [boxes[i]!, boxes[j]!];
      return sharedWidth(one, other) < order.sharedColumns * Math.min(one.width, other.width);
    }),
  );
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
