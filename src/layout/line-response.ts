import type { GrayImage } from '../contract/image';
import { READING_THRESHOLDS } from '../contract/reading-thresholds';

const CONTRAST = READING_THRESHOLDS.layout.contrast;

export interface LineResponse {
  /** Contrast of dark thin structures that run across the page, gray levels; row-major. */
  readonly contrast: Float32Array;
  /** Samples where it is large enough to be a line. */
  readonly isLine: Uint8Array;
}

/**
 * Dark structures across a page that are thinner than `reach` samples: the darker of the brightest samples above and
 * below, less the sample itself (a black top hat with one-sided windows). An edge of a shadow is bright on one side alone and gives nothing.
 */
export function lineResponse(page: GrayImage, reach: number): LineResponse {
  const { width, height } = page;
  const smooth = averagedAlong(page);
  const highest = runningMaximum(smooth, width, reach);
  const contrast = new Float32Array(width * height);
  const paper = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    // Beside the page is the paper of the other side.
    const above = y > 0 ? Math.max(0, y - reach) * width : (y + 1) * width;
    const below = y + 1 < height ? Math.min(height - reach, y + 1) * width : above;
    const line = y * width;
    for (let x = 0; x < width; x++) {
      const level = Math.min(highest[above + x]!, highest[below + x]!);
      paper[line + x] = level;
      contrast[line + x] = Math.max(0, level - smooth[line + x]!);
    }
  }
  const usual = CONTRAST.timesUsual * usualContrast(contrast);
  const isLine = new Uint8Array(width * height);
  for (let at = 0; at < isLine.length; at++)
    if (contrast[at]! > Math.max(usual, CONTRAST.leastShare * paper[at]!)) isLine[at] = 1;
  return { contrast, isLine };
}

function averagedAlong({ width, height, data }: GrayImage): Float32Array {
  const half = CONTRAST.along >> 1;
  const smooth = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    const line = y * width;
    let [sum, count] = [0, 0];
    for (let x = 0; x < Math.min(half, width); x++) [sum, count] = [sum + data[line + x]!, count + 1];
    for (let x = 0; x < width; x++) {
      if (x + half < width) [sum, count] = [sum + data[line + x + half]!, count + 1];
      if (x - half - 1 >= 0) [sum, count] = [sum - data[line + x - half - 1]!, count - 1];
      smooth[line + x] = sum / count;
    }
  }
  return smooth;
}

/** The largest of each sample and the `length - 1` below it; in the last rows of those that there are. */
function runningMaximum(samples: Float32Array, width: number, length: number): Float32Array {
  let largest = samples.slice();
  for (let reached = 1; reached < length; ) {
    const step = Math.min(reached, length - reached) * width;
    const next = largest.slice();
    for (let at = 0; at + step < next.length; at++) next[at] = Math.max(largest[at]!, largest[at + step]!);
    largest = next;
    reached += step / width;
  }
  return largest;
}

/** Mean of the lower half of the contrasts: the grain of the paper. */
function usualContrast(contrast: Float32Array): number {
  const sample = contrast.filter((_, index) => index % 17 === 0).sort();
  const half = sample.subarray(0, Math.ceil(sample.length * CONTRAST.grain));
  return half.reduce((sum, value) => sum + value, 0) / Math.max(1, half.length) + 0.5;
}
