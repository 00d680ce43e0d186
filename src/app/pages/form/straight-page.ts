import type { GrayImage, PixelImage, Point } from '../../../contract/image';
import { boxCorners } from '../../../imaging/box';
import { toGray } from '../../../imaging/luminance';
import { pageCorners } from '../../../imaging/page-corners';
import { warpedRows } from '../../../imaging/warp-pixels';

/** Pixels of the longer side: enough to see what is printed, and less than what is read. */
const SIDE = 1_400;

/** The page in a picture, straightened; the whole picture where no page is seen. */
export function straightPage(pixels: PixelImage): PixelImage {
  const whole = boxCorners({ x: 0, y: 0, width: pixels.width, height: pixels.height });
  const corners = pageCorners(toGray(pixels)) ?? whole;
  const [a, b, c, d] = corners;
  const [across, down] = [Math.max(far(a, b), far(d, c)), Math.max(far(b, c), far(a, d))];
  const scale = Math.min(1, SIDE / Math.max(across, down));
  const [width, height] = [Math.max(1, Math.round(across * scale)), Math.max(1, Math.round(down * scale))];
  const data = new Uint8ClampedArray(width * height * 4);
  for (const rows of warpedRows(pixels, corners, { width, height, isInverted: false })) data.set(rows.data);
  return { width, height, data, originalWidth: width, originalHeight: height };
}

/** The print of a template, to be shown as a page. */
export function printPage({ width, height, data: levels }: GrayImage): PixelImage {
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  levels.forEach((level, at) => {
    data.fill(level, at * 4, at * 4 + 3);
  });
  return { width, height, data, originalWidth: width, originalHeight: height };
}

function far(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
