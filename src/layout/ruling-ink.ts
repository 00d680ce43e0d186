import type { Box } from '../contract/image';
import { READING_THRESHOLDS } from '../contract/reading-thresholds';
import { centerX, centerY } from '../imaging/box';
import { type Curve, endOf, offAt, startOf } from './curve';
import type { Rulings } from './find-rulings';

const RULING_INK = READING_THRESHOLDS.layout.rulingInk;

/** Whether a piece of ink is a piece of a ruled line: thin, along the line and in the middle of it. */
export function isRulingInk(box: Box, { across, down }: Rulings): boolean {
  const isPiece = (curve: Curve, place: number, off: number, length: number, thick: number) =>
    place >= startOf(curve) &&
    place <= endOf(curve) &&
    endOf(curve) - startOf(curve) >= RULING_INK.longer * length &&
    Math.abs(offAt(curve, place) - off) <= thick / 2 + 1;
  if (box.height >= RULING_INK.thin * box.width)
    return down.some((curve) => isPiece(curve, centerY(box), centerX(box), box.height, box.width));
  if (box.width >= RULING_INK.thin * box.height)
    return across.some((curve) => isPiece(curve, centerX(box), centerY(box), box.width, box.height));
  return false;
}
