import type { Box, Point } from '../contract/image';
import { READING_THRESHOLDS } from '../contract/reading-thresholds';
import type { PageInk } from './page-ink';

const { leastPrint, leastMatch, moveCost } = READING_THRESHOLDS.forms;

/** The print of a form at one size. */
export interface Print extends PageInk {
  /** 1 where print counts, 0 in fields. */
  readonly counts: Uint8Array;
}

export interface PatchSizes {
  /** Side of a patch, distance from one to the next, and how far it is looked for, in pixels. */
  readonly patch: number;
  readonly step: number;
  readonly reach: number;
}

/** Where a patch of print was found. */
export interface PatchMatch {
  /** Its middle in the print, and how far from there it lies in the photo, in pixels. */
  readonly at: Point;
  readonly moved: Point;
  /** How much it tells across and down: a line tells nothing about the direction in which it runs. */
  readonly weight: Point;
}

export interface PatchMatches {
  /** How many patches have print to look for. */
  readonly tried: number;
  readonly matches: readonly PatchMatch[];
}

interface Patch {
  readonly at: Point;
  /** Of each pixel that counts: its place in the padded photo before any move, and its ink without the mean. */
  readonly places: Int32Array;
  readonly levels: Float32Array;
  readonly energy: number;
  readonly weight: Point;
}

/**
 * Looks for each patch of a form's print in a photo that is almost straight, by normalized cross-correlation (Lewis 1995), to a
 * part of a pixel.
 *
 * @param photo as large as the print and `reach` pixels more on each side
 */
export function matchPatches(print: Print, photo: PageInk, sizes: PatchSizes): PatchMatches {
  const matches: PatchMatch[] = [];
  let tried = 0;
  for (let top = 0; top + sizes.patch <= print.height; top += sizes.step)
    for (let left = 0; left + sizes.patch <= print.width; left += sizes.step) {
      const box = { x: left, y: top, width: sizes.patch, height: sizes.patch };
      const patch = patchAt(print, box, photo.width, sizes.reach);
      if (patch.places.length < (sizes.patch * sizes.patch) / 8) continue;
      if (patch.energy < leastPrint * patch.places.length) continue;
      tried += 1;
      const match = matched(patch, photo, sizes.reach);
      if (match) matches.push(match);
    }
  return { tried, matches };
}

/** @param stride of the padded photo */
function patchAt(print: Print, box: Box, stride: number, reach: number): Patch {
  const places: number[] = [];
  const levels: number[] = [];
  const slopes = { x: 0, y: 0 };
  for (let y = box.y; y < box.y + box.height; y++)
    for (let x = box.x; x < box.x + box.width; x++) {
      const at = y * print.width + x;
      // Every other pixel, as on a chess board, is enough, and meets every line.
      if (!print.counts[at] || (x + y) % 2 !== 0) continue;
      places.push((y + reach) * stride + x + reach);
      levels.push(print.data[at]!);
      if (x + 1 < box.x + box.width && print.counts[at + 1]) slopes.x += (print.data[at + 1]! - print.data[at]!) ** 2;
      const below = at + print.width;
      if (y + 1 < box.y + box.height && print.counts[below]) slopes.y += (print.data[below]! - print.data[at]!) ** 2;
    }
  const mean = levels.reduce((sum, level) => sum + level, 0) / levels.length;
  const centered = Float32Array.from(levels, (level) => level - mean);
  const energy = centered.reduce((sum, level) => sum + level * level, 0);
  const total = slopes.x + slopes.y || 1;
  return {
    at: { x: box.x + box.width / 2, y: box.y + box.height / 2 },
    places: Int32Array.from(places),
    levels: centered,
    energy,
    weight: { x: slopes.x / total, y: slopes.y / total },
  };
}

function matched(patch: Patch, photo: PageInk, reach: number): PatchMatch | null {
  const side = 2 * reach + 1;
  const scores = new Float32Array(side * side);
  let best = -1;
  for (let at = 0; at < scores.length; at++) {
    const [x, y] = [(at % side) - reach, Math.floor(at / side) - reach];
    const cost = (moveCost * (x * x + y * y)) / (reach * reach);
    scores[at] = correlation(patch, photo.data, y * photo.width + x) - cost;
    if (best < 0 || scores[at]! > scores[best]!) best = at;
  }
  const score = scores[best]!;
  if (score < leastMatch) return null;
  const [column, row] = [best % side, Math.floor(best / side)];
  // At the very edge the best place may lie beyond it.
  if (column === 0 || row === 0 || column === side - 1 || row === side - 1) return null;
  const x = column - reach + peak(scores[best - 1]!, score, scores[best + 1]!);
  const y = row - reach + peak(scores[best - side]!, score, scores[best + side]!);
  return { at: patch.at, moved: { x, y }, weight: { x: patch.weight.x * score, y: patch.weight.y * score } };
}

function correlation({ places, levels, energy }: Patch, photo: Float32Array, move: number): number {
  let [product, sum, squares] = [0, 0, 0];
  for (let index = 0; index < places.length; index++) {
    const level = photo[places[index]! + move]!;
    product += level * levels[index]!;
    sum += level;
    squares += level * level;
  }
  const spread = squares - (sum * sum) / places.length;
  return spread <= 0 || energy <= 0 ? 0 : product / Math.sqrt(spread * energy);
}

/** Where the top of the parabola through three neighbors lies, from the middle one. */
function peak(before: number, middle: number, after: number): number {
  const bend = before - 2 * middle + after;
  return bend >= 0 ? 0 : Math.max(-0.5, Math.min(0.5, (before - after) / (2 * bend)));
}

/** How well print and photo agree as a whole, -1..1. @param photo as large as the print */
export function agreementOf(print: Print, photo: PageInk): number {
  const whole = patchAt(print, { x: 0, y: 0, width: print.width, height: print.height }, photo.width, 0);
  return correlation(whole, photo.data, 0);
}
