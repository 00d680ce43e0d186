import { READING_THRESHOLDS } from '../contract/reading-thresholds';
import type { DigitRegion } from '../contract/recognition';
import { centerX, centerY } from '../imaging/box';

const { heat: HEAT, support: SUPPORT } = READING_THRESHOLDS;

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
  const tall = SUPPORT.fillsPage * Math.min(page.width, page.height);
  const strong = new Set(regions.filter(({ box, score }) => score >= HEAT.strong || box.height >= tall));
  return regions.filter((region) => strong.has(region) || [...strong].some((other) => isBeside(region, other)));
}

function isBeside({ box }: DigitRegion, { box: other }: DigitRegion): boolean {
  const height = Math.max(box.height, other.height);
  if (height > SUPPORT.heightRatio * Math.min(box.height, other.height)) return false;
  return Math.hypot(centerX(box) - centerX(other), centerY(box) - centerY(other)) <= SUPPORT.distance * height;
}
