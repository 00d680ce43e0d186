import type { GrayImage, Point } from '../contract/image';
import { READING_THRESHOLDS } from '../contract/reading-thresholds';
import type { PointMap } from '../imaging/homography';

const { paperWindow, leastDarkness } = READING_THRESHOLDS.forms;

/** How dark a page is beside its own paper, 0 paper .. 1 black, row by row: the same in light and in shadow. */
export interface PageInk {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

/**
 * The ink of a page by the mean brightness around each pixel (integral image, Crow 1984).
 *
 * @param softenings times that it is spread to its neighbors: what is soft is recognized where it lies askew
 */
export function pageInk({ width, height, data }: GrayImage, softenings: number): PageInk {
  const radius = Math.max(2, Math.round((paperWindow * Math.max(width, height)) / 2));
  const stride = width + 1;
  const sums = new Float64Array(stride * (height + 1));
  for (let y = 0; y < height; y++) {
    let row = 0;
    for (let x = 0; x < width; x++) {
      row += data[y * width + x]!;
      sums[(y + 1) * stride + x + 1] = sums[y * stride + x + 1]! + row;
    }
  }
  const ink = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    const [top, bottom] = [Math.max(0, y - radius), Math.min(height, y + radius + 1)];
    for (let x = 0; x < width; x++) {
      const [left, right] = [Math.max(0, x - radius), Math.min(width, x + radius + 1)];
      const sum =
        sums[bottom * stride + right]! -
        sums[top * stride + right]! -
        sums[bottom * stride + left]! +
        sums[top * stride + left]!;
      const paper = sum / ((bottom - top) * (right - left));
      ink[y * width + x] = Math.max(0, 1 - data[y * width + x]! / Math.max(1, paper) - leastDarkness);
    }
  }
  for (let round = 0; round < softenings; round++) {
    soften(ink, 1, width);
    soften(ink, width, width);
  }
  return { width, height, data: ink };
}

/** Weights 1, 2, 1 along rows (step 1) or columns (step `width`), in place. What stands at the border stays. */
function soften(ink: Float32Array, step: number, width: number): void {
  for (let start = 0; start < (step === 1 ? ink.length : width); start += step === 1 ? width : 1) {
    const end = step === 1 ? start + width : ink.length;
    let before = ink[start]!;
    for (let at = start + step; at + step < end; at += step) {
      const here = ink[at]!;
      ink[at] = (before + 2 * here + ink[at + step]!) / 4;
      before = here;
    }
  }
}

/**
 * A page as it lies in a photo, seen straight: `width` x `height` samples and `pad` more on each side, bilinear; beyond the photo its
 * border goes on.
 *
 * @param toPhoto from shares 0..1 of the page to pixels of the photo
 */
export function pageSamples(photo: GrayImage, toPhoto: PointMap, width: number, height: number, pad = 0): GrayImage {
  const [across, down] = [width + 2 * pad, height + 2 * pad];
  const data = new Float32Array(across * down);
  for (let y = 0; y < down; y++)
    for (let x = 0; x < across; x++)
      data[y * across + x] = sampled(photo, toPhoto({ x: (x - pad + 0.5) / width, y: (y - pad + 0.5) / height }));
  return { width: across, height: down, data };
}

function sampled({ width, height, data }: GrayImage, { x, y }: Point): number {
  const [u, v] = [Math.min(width - 1, Math.max(0, x - 0.5)), Math.min(height - 1, Math.max(0, y - 0.5))];
  const [left, top] = [Math.floor(u), Math.floor(v)];
  const [right, bottom] = [Math.min(width - 1, left + 1), Math.min(height - 1, top + 1)];
  const [along, below] = [u - left, v - top];
  const upper = data[top * width + left]! * (1 - along) + data[top * width + right]! * along;
  const lower = data[bottom * width + left]! * (1 - along) + data[bottom * width + right]! * along;
  return upper * (1 - below) + lower * below;
}
