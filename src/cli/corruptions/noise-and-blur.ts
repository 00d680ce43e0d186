import type { SeededRandom } from '../seeded-random';
import { clipped, type DigitPixels, gaussianBlur, SIDE } from './digit-pixels';

const PHOTONS = 3;

export function shotNoise(pixels: DigitPixels, random: SeededRandom): DigitPixels {
  return clipped(pixels.map((value) => random.poisson(value * PHOTONS) / PHOTONS));
}

const IMPULSE_SHARE = 0.17;

/** Salt and pepper, as much of one as of the other. */
export function impulseNoise(pixels: DigitPixels, random: SeededRandom): DigitPixels {
  return pixels.map((value) => {
    if (random.uniform() >= IMPULSE_SHARE) return value;
    return random.uniform() < 0.5 ? 1 : 0;
  });
}

const GLASS = { sigma: 0.7, reach: 1, passes: 2 };

/**
 * Neighbors change places, between two blurs. The blur runs down the columns alone: that is what the published code
 * does, as its filter takes the columns of a gray picture for color channels.
 */
export function glassBlur(pixels: DigitPixels, random: SeededRandom): DigitPixels {
  const sigma = { rows: GLASS.sigma, columns: 0 };
  const shuffled = gaussianBlur(pixels, sigma).map((value) => Math.floor(value * 255) / 255);
  for (let pass = 0; pass < GLASS.passes; pass += 1) {
    for (let y = SIDE - GLASS.reach; y > GLASS.reach; y -= 1) {
      for (let x = SIDE - GLASS.reach; x > GLASS.reach; x -= 1) {
        if (random.uniform() < 0.5) continue;
        const dx = random.integer(-GLASS.reach, GLASS.reach);
        const dy = random.integer(-GLASS.reach, GLASS.reach);
        const here = y * SIDE + x;
        const there = (y + dy) * SIDE + x + dx;
        [shuffled[here], shuffled[there]] = [shuffled[there]!, shuffled[here]!];
      }
    }
  }
  return clipped(gaussianBlur(shuffled, sigma));
}

const MOTION = { radius: 10, sigma: 3, largestAngle: 45 };

/** One-sided, as ImageMagick's -motion-blur: half a Gaussian laid along a line of whole pixels. */
export function motionBlur(pixels: DigitPixels, random: SeededRandom): DigitPixels {
  const angle = (random.uniform(-MOTION.largestAngle, MOTION.largestAngle) * Math.PI) / 180;
  const steps = Array.from({ length: 2 * MOTION.radius + 1 }, (_, index) => ({
    weight: Math.exp(-(index ** 2) / (2 * MOTION.sigma ** 2)),
    dx: Math.ceil(index * Math.cos(angle) - 0.5),
    dy: Math.ceil(index * Math.sin(angle) - 0.5),
  }));
  const total = steps.reduce((sum, { weight }) => sum + weight, 0);
  return pixels.map((_, place) => {
    const sum = steps.reduce((gathered, { weight, dx, dy }) => {
      const x = Math.max(0, Math.min(SIDE - 1, (place % SIDE) + dx));
      const y = Math.max(0, Math.min(SIDE - 1, Math.floor(place / SIDE) + dy));
      return gathered + weight * pixels[y * SIDE + x]!;
    }, 0);
    return sum / total;
  });
}
