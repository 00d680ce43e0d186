import { type DigitPixels, gaussianBlur, SIDE } from './digit-pixels';

const SIGMA = { rows: 1, columns: 1 };
const LOW = 0.1;
const HIGH = 0.2;

/** Edges by Canny (1986), with the smoothing, thinning and thresholds of scikit-image's `feature.canny`. */
export function cannyEdges(pixels: DigitPixels): DigitPixels {
  const covered = gaussianBlur(new Float64Array(SIDE * SIDE).fill(1), SIGMA, 'nothing');
  const smooth = gaussianBlur(pixels, SIGMA, 'nothing').map((value, place) => value / covered[place]!);
  const across = sobel(smooth, 1, SIDE);
  const down = sobel(smooth, SIDE, 1);
  const strength = across.map((value, place) => Math.hypot(value, down[place]!));
  const ridge = strength.map((value, place) => (isInside(place) && isRidge(place, strength, across, down) ? value : 0));
  return keepConnected(ridge);
}

/** Derivative along `step`, smoothed along `other`; the border's pixel goes on beyond it. */
function sobel(pixels: DigitPixels, step: 1 | typeof SIDE, other: 1 | typeof SIDE): DigitPixels {
  return pixels.map((_, place) => {
    const along = step === 1 ? place % SIDE : Math.floor(place / SIDE);
    const beside = step === 1 ? Math.floor(place / SIDE) : place % SIDE;
    const at = (one: number, two: number) => pixels[within(along + one) * step + within(beside + two) * other]!;
    const slope = (two: number) => at(1, two) - at(-1, two);
    return slope(-1) + 2 * slope(0) + slope(1);
  });
}

function within(at: number): number {
  return Math.max(0, Math.min(SIDE - 1, at));
}

function isInside(place: number): boolean {
  const x = place % SIDE;
  const y = Math.floor(place / SIDE);
  return x > 0 && y > 0 && x < SIDE - 1 && y < SIDE - 1;
}

/** Not weaker than what lies on either side along the gradient, interpolated between the two pixels there. */
function isRidge(place: number, strength: DigitPixels, across: DigitPixels, down: DigitPixels): boolean {
  const [gx, gy] = [across[place]!, down[place]!];
  const here = strength[place]!;
  if (here === 0) return false;
  const isSteep = Math.abs(gy) > Math.abs(gx);
  const share = isSteep ? Math.abs(gx / gy) : Math.abs(gy / gx);
  const straight = isSteep ? SIDE * Math.sign(gy) : Math.sign(gx);
  const slanted = straight + (isSteep ? Math.sign(gx) : SIDE * Math.sign(gy));
  const between = (way: 1 | -1) =>
    strength[place + way * slanted]! * share + strength[place + way * straight]! * (1 - share);
  return between(1) <= here && between(-1) <= here;
}

/** Weak edges stay where they hang together with a strong one (8 neighbors). */
function keepConnected(ridge: DigitPixels): DigitPixels {
  const kept = new Float64Array(ridge.length);
  const open = [...ridge.keys()].filter((place) => ridge[place]! >= HIGH);
  for (const place of open) kept[place] = 1;
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    for (const step of [-SIDE - 1, -SIDE, -SIDE + 1, -1, 1, SIDE - 1, SIDE, SIDE + 1]) {
      // The border holds no edge, so that a step cannot leave the picture or change sides.
      if (kept[place + step] === 1 || !(ridge[place + step]! >= LOW)) continue;
      kept[place + step] = 1;
      open.push(place + step);
    }
  }
  return kept;
}
