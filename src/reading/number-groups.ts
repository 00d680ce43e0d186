import type { Box } from '../contract/image';
import { READING_THRESHOLDS } from '../contract/reading-thresholds';
import type { RecognizedDigit } from '../contract/recognition';
import { boxAround, centerX, centerY } from '../imaging/box';
import type { InkComponent } from '../imaging/ink-components';
import { type LinePart, partAround } from '../line/cut-line';
import { readingLines } from '../locate/reading-order';

/** Digits that make one number, from left to right, and the part of the page that holds it. */
export interface NumberGroup {
  readonly digits: readonly RecognizedDigit[];
  readonly part: LinePart;
}

const GROUP = READING_THRESHOLDS.group;

/**
 * Groups digits into numbers, row by row in reading order: a wide gap parts two numbers, a narrower one does where no
 * mark stands in it.
 *
 * @param components pieces of ink on the page
 */
export function numberGroups(
  digits: readonly RecognizedDigit[],
  components: readonly InkComponent[] = [],
): NumberGroup[][] {
  const rows = readingLines(digits.map(({ region }) => region.box)).map(({ indexes, gapsAfter }) => {
    const row = indexes.map((index) => digits[index]!);
    const isEmpty = emptyGaps(
      row.map(({ region }) => region.box),
      components,
    );
    const groups: RecognizedDigit[][] = [[]];
    row.forEach((digit, position) => {
      groups.at(-1)!.push(digit);
      if (gapsAfter[position] || isEmpty[position]) groups.push([]);
    });
    return groups.filter((group) => group.length > 0);
  });
  return rows.map((groups) =>
    groups.map((group, index) => ({ digits: group, part: partOf(group, groups[index - 1], groups[index + 1]) })),
  );
}

/** After which boxes of a row a word gap follows. */
function emptyGaps(row: readonly Box[], components: readonly InkComponent[]): boolean[] {
  const gaps = row.slice(1).map((next, index) => Math.max(0, next.x - row[index]!.x - row[index]!.width));
  const usual = [...gaps].sort((a, b) => a - b)[Math.floor(GROUP.usualGap * (gaps.length - 1))] ?? 0;
  return gaps.map((gap, index) => {
    const [left, right] = [row[index]!, row[index + 1]!];
    const height = Math.max(left.height, right.height);
    return (
      gap >= GROUP.emptyGap.heights * height &&
      gap >= GROUP.emptyGap.times * usual &&
      !components.some(({ box }) => fills(box, left, right, height))
    );
  });
}

function fills(box: Box, left: Box, right: Box, height: number): boolean {
  const middle = centerX(box);
  return (
    middle > left.x + left.width &&
    middle < right.x &&
    box.height >= GROUP.filling.least * height &&
    box.height <= GROUP.filling.most * height &&
    centerY(box) > Math.min(left.y, right.y) - 0.2 * height &&
    centerY(box) < Math.max(left.y + left.height, right.y + right.height) + 0.3 * height
  );
}

/** The part around a group, which reaches at most halfway to its neighbors in the row. */
function partOf(
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
