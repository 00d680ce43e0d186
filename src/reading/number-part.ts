import type { Box } from '../contract/image';
import { READING_THRESHOLDS } from '../contract/reading-thresholds';
import type { RecognizedDigit } from '../contract/recognition';
import { boxAround } from '../imaging/box';
import { type LinePart, partAround } from '../line/cut-line';

/** Digits that make one number, from left to right, and the part of the page that holds it. */
export interface NumberGroup {
  readonly digits: readonly RecognizedDigit[];
  readonly part: LinePart;
  /** The cell of a table that the number stands in. */
  readonly cell?: CellPlace;
  /** The part of the page that the number stays in. */
  readonly limits?: Box;
}

export interface CellPlace {
  readonly table: number;
  readonly row: number;
  readonly column: number;
}

const GROUP = READING_THRESHOLDS.group;

/** The part around a group, which reaches at most halfway to its neighbors in the row. */
export function partOf(
  digits: readonly RecognizedDigit[],
  before: readonly RecognizedDigit[] | undefined,
  after: readonly RecognizedDigit[] | undefined,
): LinePart {
  const boxes = digits.map(({ region }) => region.box);
  const slope = slopeOf(boxes);
  const whole = boxAround(boxes);
  const center = whole.x + whole.width / 2;
  const level = boxAround(boxes.map((box) => ({ ...box, y: box.y - slope * (middle(box).x - center) })));
  const part = partAround(level, slope);
  const right = part.box.x + part.box.width;
  const least = before
    ? (level.x + boxAround(before.map(({ region }) => region.box)).x + widthOf(before)) / 2
    : part.box.x;
  const most = after ? (level.x + level.width + after[0]!.region.box.x) / 2 : right;
  const x = Math.min(level.x, Math.max(part.box.x, least));
  const end = Math.max(level.x + level.width, Math.min(right, most));
  // The slope is told at the middle of the part, which moves when one side is shortened.
  const moved = slope * ((x + end) / 2 - center);
  return { slope, box: { x, y: part.box.y + moved, width: end - x, height: part.box.height } };
}

function widthOf(digits: readonly RecognizedDigit[]): number {
  return boxAround(digits.map(({ region }) => region.box)).width;
}

/** Least squares through the middles of the boxes; 0 where they are too few or too steep. */
function slopeOf(boxes: readonly Box[]): number {
  if (boxes.length < GROUP.leastDigits) return 0;
  const points = boxes.map(middle);
  const [meanX, meanY] = [mean(points.map(({ x }) => x)), mean(points.map(({ y }) => y))];
  const run = points.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0);
  const slope = points.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0) / Math.max(1, run);
  return Math.abs(slope) <= GROUP.slope ? slope : 0;
}

function middle({ x, y, width, height }: Box) {
  return { x: x + width / 2, y: y + height / 2 };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The part as far as it lies between the sides of a cell. */
export function within({ box, slope }: LinePart, { x, width }: Box): LinePart {
  const from = Math.max(box.x, x);
  const end = Math.max(from + 1, Math.min(box.x + box.width, x + width));
  // The slope is told at the middle of the part, which moves when one side is shortened.
  const moved = slope * ((from + end) / 2 - box.x - box.width / 2);
  return { slope, box: { x: from, y: box.y + moved, width: end - from, height: box.height } };
}
