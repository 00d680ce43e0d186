import type { GrayImage, Point } from '../../contract/image';
import { INK } from './digit-strip';

/** Draws a straight stroke of a round pen onto light ink on dark. */
export function withStroke({ width, height, data }: GrayImage, from: Point, to: Point, thickness: number): GrayImage {
  const drawn = Uint8Array.from(data, (value, place) => {
    const distance = distanceToSegment({ x: place % width, y: Math.floor(place / width) }, from, to);
    const cover = Math.max(0, Math.min(1, thickness / 2 + 0.5 - distance));
    return Math.max(value, Math.round(255 * cover));
  });
  return { width, height, data: drawn };
}

/** Distance of a point from the nearest point between two others. */
export function distanceToSegment(point: Point, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((point.x - from.x) * dx + (point.y - from.y) * dy) / length;
  const share = Math.max(0, Math.min(1, along));
  return Math.hypot(point.x - from.x - share * dx, point.y - from.y - share * dy);
}

/** Mean width of the strokes: twice the ink over its outline. */
export function strokeThickness({ width, data }: GrayImage): number {
  const isInk = (place: number) => (data[place] ?? 0) >= INK;
  let area = 0;
  let outline = 0;
  data.forEach((_, place) => {
    if (!isInk(place)) return;
    area += 1;
    outline += [-width, -1, 1, width].filter((step) => !isInk(place + step)).length;
  });
  return (2 * area) / Math.max(1, outline);
}

const NEIGHBORHOOD = 3;

/** In which direction the stroke runs through a point, in radians: the longer axis of the ink around it. */
export function strokeDirection({ width, height, data }: GrayImage, center: Point): number {
  let [xx, xy, yy] = [0, 0, 0];
  for (let y = Math.max(0, center.y - NEIGHBORHOOD); y <= Math.min(height - 1, center.y + NEIGHBORHOOD); y += 1) {
    for (let x = Math.max(0, center.x - NEIGHBORHOOD); x <= Math.min(width - 1, center.x + NEIGHBORHOOD); x += 1) {
      const ink = data[y * width + x]!;
      xx += ink * (x - center.x) ** 2;
      xy += ink * (x - center.x) * (y - center.y);
      yy += ink * (y - center.y) ** 2;
    }
  }
  return Math.atan2(2 * xy, xx - yy) / 2;
}
