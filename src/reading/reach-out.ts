import type { Box } from '../contract/image';
import { READING_THRESHOLDS } from '../contract/reading-thresholds';
import { sharedHeight, sharedWidth } from '../imaging/box';
import type { InkComponent } from '../imaging/ink-components';
import type { LinePart } from '../line/cut-line';
import { type NumberGroup, within } from './number-part';

const REACH = READING_THRESHOLDS.reachOut;

/**
 * Widens the parts of numbers over pieces of ink beside them that nobody located and that may be a digit, so that the
 * line reader sees them too: what is lost most often is a thin 1 a little apart.
 *
 * @param groups rows of numbers
 * @param components pieces of ink on the page, in its pixels
 * @returns the part of each number, row by row
 */
export function reachOut(
  groups: readonly (readonly NumberGroup[])[],
  components: readonly InkComponent[],
): LinePart[][] {
  const taken = groups.flat().flatMap(({ digits }) => digits.map(({ region }) => region.box));
  return groups.map((row) =>
    row.map(({ digits, part, limits }) => {
      const own = digits.map(({ region }) => region.box);
      const wide = widened(part, own, taken, components);
      return limits ? within(wide, limits) : wide;
    }),
  );
}

function widened(
  part: LinePart,
  own: readonly Box[],
  taken: readonly Box[],
  components: readonly InkComponent[],
): LinePart {
  const height = Math.max(...own.map((box) => box.height));
  const strokes = components.filter((component) => mayBeDigit(component, part, height)).map(({ box }) => box);
  const free = strokes.filter((stroke) => !taken.some((digit) => covers(digit, stroke)));
  const { left, right } = reached(own, free, height);
  const margin = REACH.margin * height;
  const others = taken.filter((digit) => !own.includes(digit) && isLevel(digit, part));
  const before = Math.max(Number.NEGATIVE_INFINITY, ...others.map(rightOf).filter((x) => x <= left));
  const after = Math.min(Number.POSITIVE_INFINITY, ...others.map(({ x }) => x).filter((x) => x >= right));
  const x = Math.min(part.box.x, Math.max(left - margin, (left + before) / 2));
  const end = Math.max(rightOf(part.box), Math.min(right + margin, (right + after) / 2));
  // The slope is told at the middle of the part, which moves when one side is widened.
  const moved = part.slope * ((x + end) / 2 - part.box.x - part.box.width / 2);
  return { slope: part.slope, box: { ...part.box, x, y: part.box.y + moved, width: end - x } };
}

/** How far the digits reach with the free strokes beside them, each near the one before. */
function reached(own: readonly Box[], free: readonly Box[], height: number): { left: number; right: number } {
  let left = Math.min(...own.map(({ x }) => x));
  let right = Math.max(...own.map(rightOf));
  for (const stroke of [...free].sort((a, b) => b.x - a.x)) {
    if (rightOf(stroke) <= left && left - rightOf(stroke) <= REACH.gap * height) left = stroke.x;
  }
  for (const stroke of [...free].sort((a, b) => a.x - b.x)) {
    if (stroke.x >= right && stroke.x - right <= REACH.gap * height) right = rightOf(stroke);
  }
  return { left, right };
}

function mayBeDigit({ box, fill }: InkComponent, part: LinePart, height: number): boolean {
  return (
    box.height >= REACH.size.least * height &&
    box.height <= REACH.size.most * height &&
    box.width <= REACH.size.most * height &&
    fill >= REACH.leastFill &&
    isLevel(box, part)
  );
}

/** Whether the middle of a box lies in the number's line. */
function isLevel(box: Box, { box: part, slope }: LinePart): boolean {
  const middle = part.y + part.height / 2 + slope * (box.x + box.width / 2 - part.x - part.width / 2);
  return Math.abs(box.y + box.height / 2 - middle) <= REACH.level * part.height;
}

function covers(digit: Box, stroke: Box): boolean {
  return sharedWidth(digit, stroke) > 0 && sharedHeight(digit, stroke) > 0;
}

function rightOf({ x, width }: Box): number {
  return x + width;
}
