import { READING_THRESHOLDS } from '../contract/reading-thresholds';
import { median } from '../imaging/median';
import { type Curve, endOf, lengthOf, offAt, startOf } from './curve';

const MERGE = READING_THRESHOLDS.layout.merge;

/** Lines of one direction, each once: pieces in a row become one line, of a double line the longer one stays. Ordered by where they lie. */
export function mergeLines(pieces: readonly Curve[], digitHeight: number): Curve[] {
  const lines: Curve[][] = [];
  for (const piece of [...pieces].sort((a, b) => lengthOf(b) - lengthOf(a))) {
    const line = lines.find((members) => members.some((other) => areOne(piece, other, digitHeight)));
    if (line) line.push(piece);
    else lines.push([piece]);
  }
  const merged = lines.map(mergedLine).filter(({ seen }) => seen >= MERGE.leastSeen);
  const middle = median(merged.map((line) => (startOf(line) + endOf(line)) / 2));
  return merged.sort((a, b) => offAt(a, middle) - offAt(b, middle));
}

/**
 * Whether two curves are pieces of one line, or the two of a double line.
 *
 * @param furthest longest gap between two pieces, heights of a digit
 */
export function areOne(a: Curve, b: Curve, digitHeight: number, furthest: number = MERGE.furthest): boolean {
  const [from, to] = [Math.max(startOf(a), startOf(b)), Math.min(endOf(a), endOf(b))];
  if (from - to > furthest * digitHeight) return false;
  const most = MERGE.same * digitHeight + MERGE.perGap * Math.max(0, from - to);
  const places = from <= to ? [from, (from + to) / 2, to] : [(from + to) / 2];
  return places.every((place) => Math.abs(offAt(a, place) - offAt(b, place)) <= most);
}

/** The longest piece, and of the others what lies before and after it. */
function mergedLine(pieces: readonly Curve[]): Curve {
  const [longest, ...others] = pieces as [Curve, ...Curve[]];
  let { at, off } = longest;
  let seen = longest.seen * lengthOf(longest);
  for (const piece of others) {
    const before = piece.at.filter((place) => place < at[0]!).length;
    const after = piece.at.filter((place) => place <= at.at(-1)!).length;
    seen += (piece.seen * lengthOf(piece) * (before + piece.at.length - after)) / piece.at.length;
    off = [...piece.off.slice(0, before), ...off, ...piece.off.slice(after)];
    at = [...piece.at.slice(0, before), ...at, ...piece.at.slice(after)];
  }
  return { ...longest, at, off, seen: seen / (at.at(-1)! - at[0]!) };
}
