import type { DigitRegion } from '../contract/recognition';

/** A region this hot stands for itself; on the validation pages every picture with digits has one, few others do. */
const STRONG_SCORE = 0.6;
/** So does one this tall on its page: a picture that one mark fills was made of that mark. */
const FILLS_PAGE = 0.4;
/** A cooler region counts when a strong one of about its height stands within this many heights. */
const MAX_DISTANCE = 4;
const MAX_HEIGHT_RATIO = 1.8;

interface PageSize {
  readonly width: number;
  readonly height: number;
}

/**
 * Thresholding with hysteresis (Canny 1986): faint digits are believed beside clear ones, faint marks alone are texture.
 *
 * @returns the supported regions, in the order given
 */
export function keepSupported(regions: readonly DigitRegion[], page: PageSize): DigitRegion[] {
  const tall = FILLS_PAGE * Math.min(page.width, page.height);
  const strong = new Set(regions.filter(({ box, score }) => score >= STRONG_SCORE || box.height >= tall));
  return regions.filter((region) => strong.has(region) || [...strong].some((other) => isBeside(region, other)));
}

function isBeside({ box }: DigitRegion, { box: other }: DigitRegion): boolean {
  const height = Math.max(box.height, other.height);
  if (height > MAX_HEIGHT_RATIO * Math.min(box.height, other.height)) return false;
  const dx = box.x + box.width / 2 - other.x - other.width / 2;
  const dy = box.y + box.height / 2 - other.y - other.height / 2;
  return Math.hypot(dx, dy) <= MAX_DISTANCE * height;
}
