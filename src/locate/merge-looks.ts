import { READING_THRESHOLDS } from '../contract/reading-thresholds';
import type { DigitRegion } from '../contract/recognition';
import { intersectionOverUnion } from '../imaging/box';

const { samePlace, oneLook } = READING_THRESHOLDS.search;

/**
 * Two looks at the same part of a page, at different scales, become one: a place that both found gets the mean of
 * their boxes and heats; one that a single look found keeps its box and half its heat.
 */
export function mergeLooks(first: readonly DigitRegion[], second: readonly DigitRegion[]): DigitRegion[] {
  const open = new Set(second);
  const merged = [...first]
    .sort((a, b) => b.score - a.score)
    .map((region): DigitRegion => {
      const partner = nearest(region, open);
      if (!partner) return { ...region, score: region.score * oneLook };
      open.delete(partner);
      return mean(region, partner);
    });
  return [...merged, ...Array.from(open, (region) => ({ ...region, score: region.score * oneLook }))];
}

function nearest({ box }: DigitRegion, others: Iterable<DigitRegion>): DigitRegion | undefined {
  let best: DigitRegion | undefined;
  let most: number = samePlace;
  for (const other of others) {
    const overlap = intersectionOverUnion(box, other.box);
    if (overlap >= most) [best, most] = [other, overlap];
  }
  return best;
}

function mean(a: DigitRegion, b: DigitRegion): DigitRegion {
  const middle = (key: keyof DigitRegion['box']) => (a.box[key] + b.box[key]) / 2;
  return {
    ...a,
    score: (a.score + b.score) / 2,
    box: { x: middle('x'), y: middle('y'), width: middle('width'), height: middle('height') },
  };
}
