import type { GrayImage } from '../contract/image';
import { MODEL_CONTRACT } from '../contract/model-contract';

type Contrast = Pick<typeof MODEL_CONTRACT.locator, 'contrastWindow' | 'contrastFloor' | 'contrastLimit'>;

/**
 * Local contrast normalization: (gray - mean) / (deviation + floor) over a square window clipped at the borders, cut
 * off at +-`contrastLimit`. Flat paper becomes 0 whatever its brightness. Window sums by integral images (Crow 1984).
 *
 * @param contrast side of the window in pixels, floor in gray levels, and the limit
 * @returns row-major, `width * height` long
 */
export function contrastNormalize(gray: GrayImage, contrast: Contrast = MODEL_CONTRACT.locator): Float32Array {
  const { width, height, data } = gray;
  const { contrastWindow, contrastFloor, contrastLimit } = contrast;
  const radius = Math.floor(contrastWindow / 2);
  const stride = width + 1;
  const sums = new Float64Array(stride * (height + 1));
  const squares = new Float64Array(stride * (height + 1));
  for (let y = 0; y < height; y++) {
    let rowSum = 0;
    let rowSquares = 0;
    for (let x = 0; x < width; x++) {
      const value = data[y * width + x] ?? 0;
      rowSum += value;
      rowSquares += value * value;
      const at = (y + 1) * stride + x + 1;
      sums[at] = (sums[at - stride] ?? 0) + rowSum;
      squares[at] = (squares[at - stride] ?? 0) + rowSquares;
    }
  }
  const normalized = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    const top = Math.max(0, y - radius) * stride;
    const bottomRow = Math.min(height, y + radius + 1);
    const bottom = bottomRow * stride;
    const rows = bottomRow - Math.max(0, y - radius);
    for (let x = 0; x < width; x++) {
      const left = Math.max(0, x - radius);
      const right = Math.min(width, x + radius + 1);
      const count = rows * (right - left);
      const mean = windowSum(sums, top, bottom, left, right) / count;
      const variance = windowSum(squares, top, bottom, left, right) / count - mean * mean;
      const value = ((data[y * width + x] ?? 0) - mean) / (Math.sqrt(Math.max(0, variance)) + contrastFloor);
      normalized[y * width + x] = Math.max(-contrastLimit, Math.min(contrastLimit, value));
    }
  }
  return normalized;
}

function windowSum(integral: Float64Array, top: number, bottom: number, left: number, right: number): number {
  return (
    (integral[bottom + right] ?? 0) -
    (integral[top + right] ?? 0) -
    (integral[bottom + left] ?? 0) +
    (integral[top + left] ?? 0)
  );
}
