import { READING_THRESHOLDS } from '../contract/reading-thresholds';
import { type Curve, endOf, lengthOf, offAt, slopeAt, startOf } from './curve';

const JOIN = READING_THRESHOLDS.layout.join;

/** Joins pieces of curves that go on in each other, the best fitting first. */
export function joinCurves(pieces: readonly Curve[], digitHeight: number): Curve[] {
  const curves = [...pieces]
    .sort((a, b) => lengthOf(b) - lengthOf(a))
    .slice(0, JOIN.mostPieces)
    .sort((a, b) => startOf(a) - startOf(b));
  const pairs: { readonly from: number; readonly to: number; readonly cost: number }[] = [];
  for (const [from, left] of curves.entries()) {
    for (let to = from + 1; to < curves.length; to++) {
      if (startOf(curves[to]!) - endOf(left) > JOIN.gap.heights * digitHeight) break;
      const cost = costOf(left, curves[to]!, digitHeight);
      if (cost !== undefined) pairs.push({ from, to, cost });
    }
  }
  pairs.sort((a, b) => a.cost - b.cost);
  const next = new Map<number, number>();
  const taken = new Set<number>();
  for (const { from, to } of pairs) {
    if (next.has(from) || taken.has(to)) continue;
    next.set(from, to);
    taken.add(to);
  }
  return curves.flatMap((_, index) => {
    if (taken.has(index)) return [];
    const chain: Curve[] = [];
    for (let at: number | undefined = index; at !== undefined; at = next.get(at)) chain.push(curves[at]!);
    return [chained(chain)];
  });
}

/** How badly `right` goes on where `left` ends; undefined when it does not. */
function costOf(left: Curve, right: Curve, digitHeight: number): number | undefined {
  const gap = startOf(right) - endOf(left);
  const shorter = Math.min(lengthOf(left), lengthOf(right));
  if (gap < -JOIN.overlap * shorter || gap > Math.min(JOIN.gap.heights * digitHeight, JOIN.gap.lengths * shorter))
    return undefined;
  const [ahead, back] = [slopeAt(left, 'end'), slopeAt(right, 'start')];
  const middle = (endOf(left) + startOf(right)) / 2;
  const straight = (right.off[0]! - left.off.at(-1)!) / Math.max(1, gap);
  const miss = Math.abs(offAt(left, middle) - offAt(right, middle));
  const bend =
    gap > digitHeight ? Math.max(Math.abs(straight - ahead), Math.abs(straight - back)) : Math.abs(ahead - back);
  const most = JOIN.miss.heights * digitHeight + JOIN.miss.ofGap * Math.max(0, gap) + 1;
  if (miss > most || bend > JOIN.bend + digitHeight / shorter / JOIN.bendOfShort) return undefined;
  return miss / most + Math.max(0, gap) / digitHeight / JOIN.gap.heights;
}

function chained(chain: readonly Curve[]): Curve {
  const [at, off]: [number[], number[]] = [[], []];
  for (const curve of chain) {
    curve.at.forEach((place, index) => {
      if (at.length > 0 && place <= at.at(-1)!) return;
      at.push(place);
      off.push(curve.off[index]!);
    });
  }
  const total = chain.reduce((sum, curve) => sum + lengthOf(curve), 0);
  const weighted = (value: (curve: Curve) => number) =>
    chain.reduce((sum, curve) => sum + value(curve) * lengthOf(curve), 0) / total;
  const length = at.at(-1)! - at[0]!;
  return {
    at,
    off,
    strength: weighted(({ strength }) => strength),
    seen: (weighted(({ seen }) => seen) * total) / length,
  };
}
