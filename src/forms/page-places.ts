import type { GrayImage } from '../contract/image';
import { READING_THRESHOLDS } from '../contract/reading-thresholds';
import { boxCorners } from '../imaging/box';
import { shadedPageCorners } from '../imaging/page-corners';
import type { Corners } from '../imaging/warp-pixels';

const STARTS = READING_THRESHOLDS.forms.starts;

/** Where a sheet is seen. */
export function seenPages(photo: GrayImage): Corners[] {
  return shadedPageCorners(photo).flatMap(inAllTurns);
}

/** Where a page may lie that is not seen as one. */
export function anyPlaces(photo: GrayImage): Corners[] {
  return STARTS.around.flatMap((around) =>
    STARTS.tilts.flatMap((tilt) => inAllTurns(tiltedBox(photo, around, (tilt * Math.PI) / 180))),
  );
}

function inAllTurns([a, b, c, d]: Corners): Corners[] {
  return [
    [a, b, c, d],
    [b, c, d, a],
    [c, d, a, b],
    [d, a, b, c],
  ];
}

/** The middle of a picture, turned. */
function tiltedBox({ width, height }: GrayImage, around: number, angle: number): Corners {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const share = 1 - 2 * around;
  const [a, b, c, d] = boxCorners({
    x: -0.5 * share * width,
    y: -0.5 * share * height,
    width: share * width,
    height: share * height,
  }).map(({ x, y }) => ({ x: width / 2 + x * cos - y * sin, y: height / 2 + x * sin + y * cos }));
  return [a!, b!, c!, d!];
}
