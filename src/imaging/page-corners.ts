import type { GrayImage, Point } from '../contract/image';
import { resample } from './resample';
import type { Corners } from './warp-pixels';

/** Pixels of the longer side on which the page is looked for. */
const SIDE = 256;
/** Shares of the picture that a page covers, at least and at most: one that fills it needs no cutting out. */
const LEAST_AREA = 0.15;
const MOST_AREA = 0.97;
/** Share of the four-cornered shape that is page: less is no sheet of paper. */
const LEAST_FILL = 0.85;
/** Length of every edge, as a share of the picture's shorter side. */
const LEAST_EDGE = 0.2;
/** Gray levels between page and what is around it. */
const LEAST_CONTRAST = 25;
/** Gray levels from one threshold to the next darker one, and share of the picture by which two sheets differ. */
const SHADE_STEP = 8;
const SAME = 0.03;

/**
 * The corners of a sheet of paper on something darker, in pixels of the picture, clockwise from its top left corner: the
 * largest bright region by Otsu's threshold (1979), its extreme points along the diagonals, checked for whether they
 * describe the region.
 *
 * @returns null when there is no such sheet
 */
export function pageCorners(picture: GrayImage): Corners | null {
  const small = shrunk(picture);
  const { threshold, contrast } = otsuThreshold(small.gray);
  return contrast < LEAST_CONTRAST ? null : cornersAbove(threshold, small, picture);
}

/**
 * Where a sheet may lie of which a part is in shadow: as `pageCorners`, at every darker threshold. The same sheet comes once.
 *
 * @returns brightest threshold first; often none
 */
export function shadedPageCorners(picture: GrayImage): Corners[] {
  const small = shrunk(picture);
  const { threshold } = otsuThreshold(small.gray);
  const found: Corners[] = [];
  for (let level = threshold; level > 0; level -= SHADE_STEP) {
    const corners = cornersAbove(level, small, picture);
    if (corners && !found.some((other) => isSame(other, corners, SAME * small.width * small.scale)))
      found.push(corners);
  }
  return found;
}

function isSame(a: Corners, b: Corners, apart: number): boolean {
  return a.every(({ x, y }, index) => Math.hypot(x - b[index]!.x, y - b[index]!.y) < apart);
}

interface Small {
  readonly gray: Float32Array;
  readonly width: number;
  readonly height: number;
  /** Pixels of the picture in one of its own. */
  readonly scale: number;
}

function shrunk(picture: GrayImage): Small {
  const scale = Math.max(1, Math.max(picture.width, picture.height) / SIDE);
  const width = Math.max(1, Math.round(picture.width / scale));
  const height = Math.max(1, Math.round(picture.height / scale));
  const whole = { x: 0, y: 0, width: picture.width, height: picture.height };
  return { gray: resample(picture, whole, width, height).gray, width, height, scale };
}

/** @returns null where the largest region brighter than the threshold is no sheet */
function cornersAbove(threshold: number, { gray, width, height }: Small, picture: GrayImage): Corners | null {
  const region = largestRegion(
    Uint8Array.from(gray, (level) => (level > threshold ? 1 : 0)),
    width,
  );
  if (region.length === 0) return null;
  const corners = extremePoints(region, width);
  const area = polygonArea(corners);
  const isPage = area >= LEAST_AREA * width * height && area <= MOST_AREA * width * height;
  const edges = corners.map(({ x, y }, index) =>
    Math.hypot(x - corners[(index + 1) % 4]!.x, y - corners[(index + 1) % 4]!.y),
  );
  if (Math.min(...edges) < LEAST_EDGE * Math.min(width, height)) return null;
  if (!isPage || region.length < LEAST_FILL * area) return null;
  const toPicture = ({ x, y }: Point) => ({ x: (x / width) * picture.width, y: (y / height) * picture.height });
  const [a, b, c, d] = corners;
  return [toPicture(a), toPicture(b), toPicture(c), toPicture(d)];
}

/** The level that parts dark from bright best, and the difference of the two means. */
function otsuThreshold(gray: ArrayLike<number>): { readonly threshold: number; readonly contrast: number } {
  const counts = new Float64Array(256);
  let sum = 0;
  for (let at = 0; at < gray.length; at++) {
    const level = Math.max(0, Math.min(255, Math.round(gray[at]!)));
    counts[level]! += 1;
    sum += level;
  }
  let best = { threshold: 0, contrast: 0, variance: 0 };
  let [darkCount, darkSum] = [0, 0];
  for (let level = 0; level < 255; level++) {
    darkCount += counts[level]!;
    darkSum += level * counts[level]!;
    const brightCount = gray.length - darkCount;
    if (darkCount === 0 || brightCount === 0) continue;
    const contrast = (sum - darkSum) / brightCount - darkSum / darkCount;
    const variance = darkCount * brightCount * contrast ** 2;
    if (variance > best.variance) best = { threshold: level, contrast, variance };
  }
  return best;
}

/** Indexes of the pixels of the largest region of four neighbors. Consumes the mask. */
function largestRegion(mask: Uint8Array, width: number): readonly number[] {
  let largest: number[] = [];
  for (let start = 0; start < mask.length; start++) {
    if (!mask[start]) continue;
    mask[start] = 0;
    const region = [start];
    // Grows while it is gone through.
    for (const at of region) {
      const x = at % width;
      for (const next of [x > 0 ? at - 1 : -1, x < width - 1 ? at + 1 : -1, at - width, at + width]) {
        if (next >= 0 && next < mask.length && mask[next]) {
          mask[next] = 0;
          region.push(next);
        }
      }
    }
    if (region.length > largest.length) largest = region;
  }
  return largest;
}

/** The outermost points towards each corner, at the outer edges of their pixels. */
function extremePoints(region: readonly number[], width: number): Corners {
  const outermost = (right: 0 | 1, bottom: 0 | 1): Point => {
    let best = { x: 0, y: 0, far: Number.NEGATIVE_INFINITY };
    for (const at of region) {
      const [x, y] = [(at % width) + right, Math.floor(at / width) + bottom];
      const far = (right ? x : -x) + (bottom ? y : -y);
      if (far > best.far) best = { x, y, far };
    }
    return { x: best.x, y: best.y };
  };
  return [outermost(0, 0), outermost(1, 0), outermost(1, 1), outermost(0, 1)];
}

/** Gauss's area formula. */
function polygonArea(corners: Corners): number {
  const twice = corners.reduce((sum, { x, y }, index) => {
    const next = corners[(index + 1) % 4]!;
    return sum + x * next.y - next.x * y;
  }, 0);
  return Math.abs(twice) / 2;
}
