import type { Box, GrayImage } from '../contract/image';
import { contrastNormalize } from './contrast-normalize';
import { resample } from './resample';

/** A connected piece of ink. */
export interface InkComponent {
  /** In pixels of the page. */
  readonly box: Box;
  /** Share of the box that is ink, 0..1: lines and frames fill little of theirs. */
  readonly fill: number;
}

/** Ink differs from the paper around it by at least this much, in local standard deviations. */
const LEAST_CONTRAST = 1.1;
/** Smaller pieces, in samples, are noise. */
const LEAST_AREA = 6;

/**
 * Connected pieces of ink on a page, in either polarity, found on at most `samples` samples of it: local contrast
 * normalization, a threshold, and components of eight neighbors (Rosenfeld and Pfaltz 1966).
 *
 * @returns in no particular order
 */
export function inkComponents(page: GrayImage, samples: number): InkComponent[] {
  const scale = Math.min(1, Math.sqrt(samples / (page.width * page.height)));
  const width = Math.max(1, Math.round(page.width * scale));
  const height = Math.max(1, Math.round(page.height * scale));
  const whole = { x: 0, y: 0, width: page.width, height: page.height };
  const { gray } = resample(page, whole, width, height);
  const contrast = contrastNormalize({ width, height, data: gray });
  const sign = isDark(contrast) ? -1 : 1;
  const isInk = Uint8Array.from(contrast, (value) => (sign * value >= LEAST_CONTRAST ? 1 : 0));
  const components: InkComponent[] = [];
  const waiting: number[] = [];
  for (let start = 0; start < isInk.length; start++) {
    if (!isInk[start]) continue;
    isInk[start] = 0;
    waiting.push(start);
    let [left, right, top, bottom, area] = [width, 0, height, 0, 0];
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      const x = at % width;
      const y = (at - x) / width;
      [left, right, top, bottom] = [Math.min(left, x), Math.max(right, x), Math.min(top, y), Math.max(bottom, y)];
      area += 1;
      for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
        for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
          const neighbor = ny * width + nx;
          if (!isInk[neighbor]) continue;
          isInk[neighbor] = 0;
          waiting.push(neighbor);
        }
      }
    }
    if (area < LEAST_AREA) continue;
    const box = { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
    components.push({
      fill: area / (box.width * box.height),
      box: {
        x: (box.x * page.width) / width,
        y: (box.y * page.height) / height,
        width: (box.width * page.width) / width,
        height: (box.height * page.height) / height,
      },
    });
  }
  return components;
}

/** Whether what stands out of the paper is darker than it: the longer tail is the ink. */
function isDark(contrast: Float32Array): boolean {
  let [dark, light] = [0, 0];
  for (const value of contrast) {
    if (value <= -2) dark += 1;
    else if (value >= 2) light += 1;
  }
  return dark >= light;
}
