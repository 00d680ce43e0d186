import type { Box, GrayImage } from '../contract/image';
import { type Resampled, resample } from './resample';

/**
 * The part `box` of a picture as `width` x `height` samples, sheared so that a line rising or falling by `slope`
 * becomes level: the column at distance d from the middle of the box is moved by slope * d. The same triangle filter
 * as `resample`, first along the rows, then along the columns.
 *
 * @param slope pixels down for one pixel to the right; 0 gives what `resample` gives
 */
export function resampleSlanted(source: GrayImage, box: Box, slope: number, width: number, height: number): Resampled {
  if (slope === 0) return resample(source, box, width, height);
  const reach = (Math.abs(slope) * box.width) / 2;
  const support = Math.max(1, box.height / height);
  const top = Math.floor(box.y - reach - support) - 1;
  const rows = Math.ceil(box.y + box.height + reach + support) + 1 - top;
  const level = resample(source, { x: box.x, y: top, width: box.width, height: rows }, width, rows);
  const gray = new Float32Array(width * height);
  const share = new Float32Array(width * height);
  const scale = box.height / height;
  for (let x = 0; x < width; x++) {
    const shift = slope * (((x + 0.5) / width - 0.5) * box.width) + box.y - top;
    for (let y = 0; y < height; y++) {
      const center = shift + (y + 0.5) * scale;
      let sum = 0;
      let inside = 0;
      let whole = 0;
      for (let row = Math.ceil(center - support - 0.5); row <= Math.floor(center + support - 0.5); row++) {
        const weight = Math.max(0, 1 - Math.abs(row + 0.5 - center) / support);
        const kept = weight * (level.share[row * width + x] ?? 0);
        whole += weight;
        inside += kept;
        sum += kept * (level.gray[row * width + x] ?? 0);
      }
      gray[y * width + x] = inside > 0 ? sum / inside : 0;
      share[y * width + x] = whole > 0 ? inside / whole : 0;
    }
  }
  return { gray, share };
}
