import type { SeededRandom } from '../seeded-random';
import { clipped, type DigitPixels, gaussianBlur, SIDE } from './digit-pixels';

const BRIGHTENING = 0.5;

export function brightness(pixels: DigitPixels): DigitPixels {
  return clipped(pixels.map((value) => value + BRIGHTENING));
}

const STRIPE = { from: 7, until: 21 };

/** The columns left and right of the middle are inverted. */
export function stripe(pixels: DigitPixels): DigitPixels {
  return pixels.map((value, place) => {
    const x = place % SIDE;
    return x < STRIPE.from || x >= STRIPE.until ? 1 - value : value;
  });
}

const FOG = { strength: 3, wibbleDecay: 1.4 };

export function fog(pixels: DigitPixels, random: SeededRandom): DigitPixels {
  const lightest = pixels.reduce((most, value) => Math.max(most, value), 0);
  const clouds = plasma(FOG.wibbleDecay, random);
  const mixed = pixels.map((value, place) => {
    const cloud = clouds[Math.floor(place / SIDE) * MAP + (place % SIDE)]!;
    return ((value + FOG.strength * cloud) * lightest) / (lightest + FOG.strength);
  });
  return clipped(mixed);
}

const MAP = 256;

/** A square of clouds by the diamond-square algorithm (Fournier, Fussell and Carpenter 1982) on a torus, 0..1. */
function plasma(wibbleDecay: number, random: SeededRandom): Float64Array {
  const map = new Float64Array(MAP * MAP);
  const at = (x: number, y: number) => map[((y + MAP) % MAP) * MAP + ((x + MAP) % MAP)]!;
  let wibble = 100;
  for (let step = MAP; step >= 2; step /= 2) {
    const half = step / 2;
    const put = (x: number, y: number, sum: number) => {
      map[y * MAP + x] = sum / 4 + wibble * random.uniform(-wibble, wibble);
    };
    const cross = (x: number, y: number) => at(x - half, y) + at(x + half, y) + at(x, y - half) + at(x, y + half);
    const places: number[] = [];
    for (let place = 0; place < MAP; place += step) places.push(place);
    for (const y of places)
      for (const x of places)
        put(x + half, y + half, at(x, y) + at(x + step, y) + at(x, y + step) + at(x + step, y + step));
    for (const y of places) for (const x of places) put(x + half, y, cross(x + half, y));
    for (const y of places) for (const x of places) put(x, y + half, cross(x, y + half));
    wibble /= wibbleDecay;
  }
  const low = map.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
  const high = map.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  return map.map((value) => (value - low) / (high - low));
}

const MUD = { mean: 0.65, deviation: 0.3, sigma: 1, threshold: 0.65, edgeSigma: 1.5, color: 63 / 255 };
const MUD_DEPTH = 0.8;

export function spatter(pixels: DigitPixels, random: SeededRandom): DigitPixels {
  const drops = new Float64Array(SIDE * SIDE).map(() => random.normal(MUD.mean, MUD.deviation));
  const wet = gaussianBlur(drops, { rows: MUD.sigma, columns: MUD.sigma });
  const patches = wet.map((value) => (value > MUD.threshold ? 1 : 0));
  const mud = gaussianBlur(patches, { rows: MUD.edgeSigma, columns: MUD.edgeSigma }).map((value) =>
    value < MUD_DEPTH ? 0 : value,
  );
  return clipped(pixels.map((value, place) => value * (1 - mud[place]!) + MUD.color * mud[place]!));
}
