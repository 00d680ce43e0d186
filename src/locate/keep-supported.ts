import type { DigitRegion } from '../contract/recognition';

/** A region this hot stands for itself; on the validation pages every picture with digits has one, few others do. */
const STRONG_SCORE = 0.6;
/** A cooler region counts when a strong one of about its height stands within this many heights. */
const MAX_DISTANCE = 4;
const MAX_HEIGHT_RATIO = 1.8;

/**
 * Thresholding with hysteresis (Canny 1986): faint digits are believed beside clear ones, faint marks alone are texture.
 *
 * @returns the supported regions, in the order given
 */
export function keepSupported(regions: readonly DigitRegion[]): DigitRegion[] {
  const strong = regions.filter(({ score }) => score >= STRONG_SCORE);
  return regions.filter((region) => region.score >= STRONG_SCORE || strong.some((other) => isBeside(region, other)));
}

function isBeside({ box }: DigitRegion, { box: other }: DigitRegion): boolean {
  const height = Math.max(box.height, other.height);
  if (height > MAX_HEIGHT_RATIO * Math.min(box.height, other.height)) return false;
  const dx = box.x + box.width / 2 - other.x - other.width / 2;
  const dy = box.y + box.height / 2 - other.y - other.height / 2;
  return Math.hypot(dx, dy) <= MAX_DISTANCE * height;
}
