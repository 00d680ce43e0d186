import type { Box, Point } from '../../../contract/image';

/**
 * The box that a click or tap means: the smallest one around the point, else the nearest within `reach`.
 *
 * @param reach in the same pixels as the boxes
 * @returns an index into `boxes`; null when none is near
 */
export function pickBox(boxes: readonly Box[], point: Point, reach: number): number | null {
  let best: { index: number; distance: number; area: number } | null = null;
  for (const [index, box] of boxes.entries()) {
    const distance = distanceTo(box, point);
    const area = box.width * box.height;
    const closer = !best || distance < best.distance || (distance === best.distance && area < best.area);
    if (distance <= reach && closer) {
      best = { index, distance, area };
    }
  }
  return best?.index ?? null;
}

/** 0 inside the box. */
function distanceTo(box: Box, point: Point): number {
  const dx = Math.max(box.x - point.x, 0, point.x - box.x - box.width);
  const dy = Math.max(box.y - point.y, 0, point.y - box.y - box.height);
  return Math.hypot(dx, dy);
}
