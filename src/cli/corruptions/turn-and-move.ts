import type { SeededRandom } from '../seeded-random';
import { clipped, type DigitPixels, SIDE, sampleAt } from './digit-pixels';

const CENTER = (SIDE - 1) / 2;

/** The row (a, b) of a 2 x 2 matrix. */
type Row = readonly [number, number];

/** Takes each pixel from where the matrix puts it, seen from the center. */
function warp(pixels: DigitPixels, [a, b]: Row, [c, d]: Row, shift: Row = [0, 0]): DigitPixels {
  return clipped(
    pixels.map((_, place) => {
      const x = (place % SIDE) - CENTER;
      const y = Math.floor(place / SIDE) - CENTER;
      return sampleAt(pixels, CENTER + a * x + b * y + shift[0], CENTER + c * x + d * y + shift[1]);
    }),
  );
}

const SHEAR_RADIANS = 0.4;

export function shear(pixels: DigitPixels, random: SeededRandom): DigitPixels {
  const angle = random.pick([-SHEAR_RADIANS, SHEAR_RADIANS]);
  return warp(pixels, [1, -Math.sin(angle)], [0, Math.cos(angle)]);
}

const TURN_RADIANS = 0.4;

export function rotate(pixels: DigitPixels, random: SeededRandom): DigitPixels {
  const angle = random.pick([-TURN_RADIANS, TURN_RADIANS]);
  return warp(pixels, [Math.cos(angle), -Math.sin(angle)], [Math.sin(angle), Math.cos(angle)]);
}

const SHRINKING = 1 / 0.7;

export function scale(pixels: DigitPixels): DigitPixels {
  return warp(pixels, [SHRINKING, 0], [0, SHRINKING]);
}

const SHIFT = 3;

export function translate(pixels: DigitPixels, random: SeededRandom): DigitPixels {
  const shift = [random.pick([-SHIFT, SHIFT]), random.pick([-SHIFT, SHIFT])] as const;
  return warp(pixels, [1, 0], [0, 1], shift);
}
