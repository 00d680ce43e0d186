import type { GrayImage, Point } from '../contract/image';
import { MODEL_CONTRACT } from '../contract/model-contract';
import { READING_THRESHOLDS } from '../contract/reading-thresholds';
import { homography } from '../imaging/homography';
import { cornersOf, type Quad } from './quad';

const { width, height, besideShare, aboveShare, contrastFloor, contrastLimit } = MODEL_CONTRACT['plate-reader'];
const { samples: MOST_SAMPLES } = READING_THRESHOLDS.plate;

/** A straightened plate. */
export interface PlateCut {
  /** `height * width` values, -1..1, in the polarity of the picture. */
  readonly input: Float32Array;
  /** Where a point of the cut lies in the picture; both in pixels. */
  readonly toPage: (point: Point) => Point;
}

/**
 * Cuts a plate out of a picture and straightens it, with a little of what is around it, evened out in contrast. Where the cut
 * is smaller than the plate, several samples are averaged; beyond the picture its edge goes on.
 */
export function cutPlate(page: GrayImage, quad: Quad): PlateCut {
  const corners = widened(quad);
  const toPage = homography(cornersOf({ x: 0, y: 0, width, height }), corners);
  const [topLeft, topRight, bottomRight, bottomLeft] = corners;
  const across = samplesFor(Math.max(distance(topLeft, topRight), distance(bottomLeft, bottomRight)) / width);
  const down = samplesFor(Math.max(distance(topLeft, bottomLeft), distance(topRight, bottomRight)) / height);
  const gray = new Float32Array(width * height);
  for (let at = 0; at < gray.length; at++) {
    const [x, y] = [at % width, Math.floor(at / width)];
    let sum = 0;
    for (let sample = 0; sample < across * down; sample++) {
      const inX = ((sample % across) + 0.5) / across;
      const inY = (Math.floor(sample / across) + 0.5) / down;
      sum += levelAt(page, toPage({ x: x + inX, y: y + inY }));
    }
    gray[at] = sum / (across * down);
  }
  return { input: normalized(gray), toPage };
}

/** The quad with the contract's shares of its width and height on all sides, along its own edges. */
function widened([topLeft, topRight, bottomRight, bottomLeft]: Quad): Quad {
  const moved = (corner: Point, beside: Point, above: Point): Point => ({
    x: corner.x + besideShare * (corner.x - beside.x) + aboveShare * (corner.x - above.x),
    y: corner.y + besideShare * (corner.y - beside.y) + aboveShare * (corner.y - above.y),
  });
  return [
    moved(topLeft, topRight, bottomLeft),
    moved(topRight, topLeft, bottomRight),
    moved(bottomRight, bottomLeft, topRight),
    moved(bottomLeft, bottomRight, topLeft),
  ];
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/** How many samples make one, for none of the picture's pixels to be passed over. */
function samplesFor(pixels: number): number {
  return Math.min(MOST_SAMPLES, Math.max(1, Math.ceil(pixels)));
}

/** The level between four pixels, whose middles lie at halves. */
function levelAt({ width: columns, height: rows, data }: GrayImage, { x, y }: Point): number {
  const inX = Math.min(columns - 1, Math.max(0, x - 0.5));
  const inY = Math.min(rows - 1, Math.max(0, y - 0.5));
  const [left, top] = [Math.floor(inX), Math.floor(inY)];
  const [right, bottom] = [Math.min(columns - 1, left + 1), Math.min(rows - 1, top + 1)];
  const [across, down] = [inX - left, inY - top];
  const upper = data[top * columns + left]! * (1 - across) + data[top * columns + right]! * across;
  const lower = data[bottom * columns + left]! * (1 - across) + data[bottom * columns + right]! * across;
  return upper * (1 - down) + lower * down;
}

function normalized(gray: Float32Array): Float32Array {
  const mean = gray.reduce((sum, level) => sum + level, 0) / gray.length;
  const variance = gray.reduce((sum, level) => sum + (level - mean) ** 2, 0) / gray.length;
  const unit = Math.max(Math.sqrt(variance), contrastFloor);
  return gray.map((level) => Math.max(-contrastLimit, Math.min(contrastLimit, (level - mean) / unit)) / contrastLimit);
}
