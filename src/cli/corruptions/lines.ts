import type { SeededRandom } from '../seeded-random';
import { clipped, type DigitPixels, SIDE } from './digit-pixels';

interface Place {
  readonly x: number;
  readonly y: number;
}

const REACH = 2.3;

/** How much of a line lies on each pixel: it fades by the logarithm of the distance, and stands on whole columns. */
function lineBetween(from: Place, to: Place): DigitPixels {
  const slope = (to.y - from.y) / (to.x - from.x);
  return new Float64Array(SIDE * SIDE).map((_, place) => {
    const x = place % SIDE;
    if (x < Math.floor(from.x) || x >= Math.ceil(to.x) || to.x === from.x) return 0;
    const distance = Math.abs(Math.floor(place / SIDE) - (slope * (x - from.x) + from.y));
    return distance >= REACH ? 0 : Math.max(0, Math.log(1 - distance / REACH) + 1);
  });
}

const LAST = 27;
const DOT = 2;

/** A line across the picture, its columns two by two left out and drawn. */
export function dottedLine(pixels: DigitPixels, random: SeededRandom): DigitPixels {
  const line = lineBetween({ x: 0, y: random.integer(0, LAST) }, { x: LAST, y: random.integer(0, LAST) });
  const isDrawn = (place: number) => Math.floor((place % SIDE) / DOT) % 2 === 1;
  return clipped(pixels.map((value, place) => value + (isDrawn(place) ? line[place]! : 0)));
}

const ZIGZAG = { left: 2, right: 25, width: 2, height: 2, rise: 5 };

/** A zigzag across the picture, on a base line that may rise or fall. */
export function zigzag(pixels: DigitPixels, random: SeededRandom): DigitPixels {
  const start = random.integer(0, LAST);
  const corners = zigzagCorners(start, start + random.integer(-ZIGZAG.rise, ZIGZAG.rise));
  return corners.slice(1).reduce((drawn, corner, index) => {
    const line = lineBetween(corners[index]!, corner);
    return clipped(drawn.map((value, place) => value + line[place]!));
  }, pixels);
}

function zigzagCorners(startY: number, endY: number): Place[] {
  const { left, right, width, height } = ZIGZAG;
  const angle = Math.atan((endY - startY) / (right - left));
  const length = (right - left) / Math.cos(angle);
  const along: Place[] = [{ x: 0, y: 0 }];
  const peaks = Math.floor((length - width) / (2 * width)) + 1;
  for (let peak = 0; peak < peaks; peak += 1)
    along.push({ x: (2 * peak + 1) * width, y: peak % 2 === 0 ? height : -height });
  const whole = 2 * width * Math.floor(length / (2 * width));
  if (length !== whole) along.push({ x: length, y: along.at(-1)!.y / (2 * (length - whole)) });
  return along.map(({ x, y }) => ({
    x: left + x * Math.cos(angle) - y * Math.sin(angle),
    y: startY + x * Math.sin(angle) + y * Math.cos(angle),
  }));
}
