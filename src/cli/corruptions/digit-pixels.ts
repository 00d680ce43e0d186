/** A digit of MNIST: 28 x 28, row-major, light ink on dark, 0..1. */
export type DigitPixels = Float64Array;

export const SIDE = 28;

/** Clips to 0..1. */
export function clipped(pixels: DigitPixels): DigitPixels {
  return pixels.map((value) => Math.max(0, Math.min(1, value)));
}

/** How `gaussianBlur` goes on beyond the border: with the border's pixel, or with nothing. */
type Beyond = 'border' | 'nothing';

/** Gaussian filter cut off at four deviations, along rows, columns or both; the same as scipy's `gaussian_filter`. */
export function gaussianBlur(
  pixels: DigitPixels,
  sigma: { readonly rows: number; readonly columns: number },
  beyond: Beyond = 'border',
): DigitPixels {
  const down = blurLines(pixels, sigma.rows, SIDE, 1, beyond);
  return blurLines(down, sigma.columns, 1, SIDE, beyond);
}

function blurLines(pixels: DigitPixels, sigma: number, step: number, lineStep: number, beyond: Beyond): DigitPixels {
  if (sigma === 0) return pixels;
  const radius = Math.floor(4 * sigma + 0.5);
  const kernel = Array.from({ length: 2 * radius + 1 }, (_, index) => Math.exp(-0.5 * ((index - radius) / sigma) ** 2));
  const total = kernel.reduce((sum, weight) => sum + weight, 0);
  const blurred = new Float64Array(pixels.length);
  for (let line = 0; line < SIDE; line += 1) {
    for (let at = 0; at < SIDE; at += 1) {
      let sum = 0;
      kernel.forEach((weight, index) => {
        const wanted = at + index - radius;
        const inside = Math.max(0, Math.min(SIDE - 1, wanted));
        if (inside === wanted || beyond === 'border') sum += weight * pixels[line * lineStep + inside * step]!;
      });
      blurred[line * lineStep + at * step] = sum / total;
    }
  }
  return blurred;
}

/** Bilinear sample at a place between pixels; nothing beyond the border. */
export function sampleAt(pixels: DigitPixels, x: number, y: number): number {
  const left = Math.floor(x);
  const top = Math.floor(y);
  const above = mixed(pixelAt(pixels, left, top), pixelAt(pixels, left + 1, top), x - left);
  const below = mixed(pixelAt(pixels, left, top + 1), pixelAt(pixels, left + 1, top + 1), x - left);
  return mixed(above, below, y - top);
}

function pixelAt(pixels: DigitPixels, x: number, y: number): number {
  return x < 0 || y < 0 || x >= SIDE || y >= SIDE ? 0 : pixels[y * SIDE + x]!;
}

function mixed(one: number, other: number, share: number): number {
  return one + share * (other - one);
}
