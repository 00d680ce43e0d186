import type { Box, PixelImage, Point } from '../contract/image';
import { READING_THRESHOLDS } from '../contract/reading-thresholds';
import { type Corners, warpedRows } from '../imaging/warp-pixels';
import type { Alignment } from './align-form';

/** Where a field lies in a photo, and what is to be seen there. */
export interface CutField {
  /** In pixels of the photo as decoded, clockwise from its top left. */
  readonly corners: Corners;
  /** The field and a little around it, upright, as large as in the photo. */
  readonly picture: PixelImage;
}

/** @param box in shares 0..1 of the page */
export function cutField(photo: PixelImage, { cornersOf }: Alignment, box: Box): CutField {
  const margin = READING_THRESHOLDS.forms.margin * box.height;
  // Of the page, whose sides differ in length: as wide as high in the photo.
  const corners = cornersOf(box);
  const [across, down] = [sideLength(corners[0], corners[1]), sideLength(corners[1], corners[2])];
  const marginX = (margin / box.height) * box.width * (down / Math.max(1, across));
  const around = cornersOf({
    x: box.x - marginX,
    y: box.y - margin,
    width: box.width + 2 * marginX,
    height: box.height + 2 * margin,
  });
  const [a, b, c, d] = around;
  const width = Math.max(1, Math.round(Math.max(sideLength(a, b), sideLength(d, c))));
  const height = Math.max(1, Math.round(Math.max(sideLength(b, c), sideLength(a, d))));
  const data = new Uint8ClampedArray(width * height * 4);
  for (const rows of warpedRows(photo, around, { width, height, isInverted: false }))
    data.set(rows.data, rows.top * width * 4);
  return { corners, picture: { width, height, data, originalWidth: width, originalHeight: height } };
}

function sideLength(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
