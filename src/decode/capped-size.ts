import { LIMITS } from '../contract/limits';

/**
 * The size to decode at: the same shape with at most `LIMITS.maxDecodedPixels` pixels, whole, at least 1 x 1.
 *
 * @param width positive
 * @param height positive
 */
export function cappedSize(width: number, height: number): { readonly width: number; readonly height: number } {
  const scale = Math.min(1, Math.sqrt(LIMITS.maxDecodedPixels / (width * height)));
  if (scale === 1) return { width, height };
  // Rounding down keeps the product under the cap; a line one pixel high stays a line.
  return { width: atLeastOne(width * scale), height: atLeastOne(height * scale) };
}

function atLeastOne(length: number): number {
  return Math.max(1, Math.floor(length));
}
