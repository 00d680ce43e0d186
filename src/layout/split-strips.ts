import type { Box } from '../contract/image';
import { READING_THRESHOLDS } from '../contract/reading-thresholds';
import { centerX, centerY } from '../imaging/box';
import { type Curve, endOf, offAt, startOf } from './curve';
import { type GridLines, stripsBetween, widthOf } from './strips';

const STRIPS = READING_THRESHOLDS.layout.strips;

/** Adds the lines that are missing: where a strip is about twice as wide as the others and its digits stand in two parts with space between. */
export function splitStrips({ across, down }: GridLines, digits: readonly Box[], digitHeight: number): GridLines {
  const inColumns = digits.map(
    (box): Extent => ({
      place: centerY(box),
      from: box.x,
      to: box.x + box.width,
    }),
  );
  const inRows = digits.map((box): Extent => ({ place: centerX(box), from: box.y, to: box.y + box.height }));
  return {
    across: completed(across, down, inRows, STRIPS.gap.rows * digitHeight),
    down: completed(down, across, inColumns, STRIPS.gap.columns * digitHeight),
  };
}

/** How far a digit reaches across the lines, and where along them it stands. */
interface Extent {
  readonly place: number;
  readonly from: number;
  readonly to: number;
}

function completed(
  lines: readonly Curve[],
  crossing: readonly Curve[],
  digits: readonly Extent[],
  gap: number,
): Curve[] {
  const widths = stripsBetween(lines).map(widthOf);
  const usual = weightedMedian(widths);
  return lines.flatMap((line, index) => {
    const next = lines[index + 1];
    if (!next || lines.length < STRIPS.leastLines || widths[index]! < STRIPS.wide * usual) return [line];
    const count = Math.round(widths[index]! / usual);
    const between = Array.from({ length: count - 1 }, (_, part) => mixed(line, next, (part + 1) / count));
    return [line, ...(between.every((one) => isFree(one, line, next, crossing, digits, gap)) ? between : [])];
  });
}

/** The line that lies between two, `share` of the way. */
function mixed(a: Curve, b: Curve, share: number): Curve {
  const [from, to] = [Math.max(startOf(a), startOf(b)), Math.min(endOf(a), endOf(b))];
  const at = Array.from({ length: 9 }, (_, index) => from + (index / 8) * (to - from));
  return { at, off: at.map((place) => (1 - share) * offAt(a, place) + share * offAt(b, place)), seen: 0, strength: 0 };
}

/** Whether the digits of each strip that the line crosses leave it free, and stand on both sides of it in some. */
function isFree(
  line: Curve,
  before: Curve,
  after: Curve,
  crossing: readonly Curve[],
  digits: readonly Extent[],
  gap: number,
): boolean {
  const here = digits.filter(({ place, from, to }) => {
    const middle = (from + to) / 2;
    return middle > offAt(before, place) && middle < offAt(after, place);
  });
  const strips = new Map<number, Extent[]>();
  for (const digit of here) {
    const strip = crossing.filter((other) => offAt(other, (digit.from + digit.to) / 2) <= digit.place).length;
    strips.set(strip, [...(strips.get(strip) ?? []), digit]);
  }
  let [parted, agreeing] = [0, 0];
  for (const members of strips.values()) {
    const left = members.filter(({ place, from, to }) => (from + to) / 2 < offAt(line, place));
    const right = members.filter((member) => !left.includes(member));
    if (left.length === 0 || right.length === 0) continue;
    parted += 1;
    if (Math.min(...right.map(({ from }) => from)) - Math.max(...left.map(({ to }) => to)) >= gap) agreeing += 1;
  }
  return parted > 0 && agreeing >= STRIPS.agree * parted;
}

/** The usual width of a strip: narrow spaces between boxes hardly count. */
function weightedMedian(widths: readonly number[]): number {
  const ordered = [...widths].sort((a, b) => a - b);
  let left = STRIPS.usual * ordered.reduce((sum, width) => sum + width, 0);
  for (const width of ordered) {
    left -= width;
    if (left <= 0) return width;
  }
  return 0;
}
