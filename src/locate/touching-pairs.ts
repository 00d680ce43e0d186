import type { Box } from '../contract/image';
import { READING_THRESHOLDS } from '../contract/reading-thresholds';
import type { DigitRegion } from '../contract/recognition';
import { boxAround } from '../imaging/box';
import { areOneDigit } from './suppress-overlaps';

const TOUCHING = READING_THRESHOLDS.touching;

/** Two hot places whose boxes overlap too much for two digits: one digit seen twice, or two digits that touch. */
export interface TouchingPair {
  readonly members: readonly [DigitRegion, DigitRegion];
  /** Ways to part the place of both into two digits, side by side. */
  readonly partings: readonly (readonly [left: DigitRegion, right: DigitRegion])[];
}

/**
 * Pairs that may be two touching digits. Where two digits touch, each box tends to reach over both, so that overlap
 * suppression takes them for one; cutting the place of both gives each digit a box of its own again.
 */
export function touchingPairs(regions: readonly DigitRegion[]): TouchingPair[] {
  const hot = regions.filter(({ score }) => score >= TOUCHING.heat);
  return hot.flatMap((one, index) =>
    hot.slice(index + 1).flatMap((other): TouchingPair[] => {
      const place = boxAround([one.box, other.box]);
      if (!areOneDigit(one.box, other.box) || place.width < TOUCHING.aspect * place.height) return [];
      const score = Math.min(one.score, other.score);
      return [{ members: [one, other], partings: TOUCHING.cuts.map((cut) => parted(place, cut, score)) }];
    }),
  );
}

function parted({ x, y, width, height }: Box, cut: number, score: number): readonly [DigitRegion, DigitRegion] {
  const left = { x, y, width: cut * width, height };
  const right = { x: x + left.width, y, width: width - left.width, height };
  return [
    { box: left, score },
    { box: right, score },
  ];
}
