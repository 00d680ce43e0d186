import sharp from 'sharp';
import type { Point } from '../../contract/image';
import type { SeededRandom } from '../seeded-random';
import type { PenDigit } from './pen-digits';

/** What is drawn on a page of paper, as SVG, in pixels of the page. */
export interface PenPage {
  readonly width: number;
  readonly height: number;
  /** Printed, then written. */
  readonly print: string;
  readonly ink: string;
}

/** Longest turn of a page, in degrees. */
const TILT = 1.2;

/** The page as a photo: tinted paper, lit from one side, a little turned, blurred and compressed. */
export async function pageFile({ width, height, print, ink }: PenPage, random: SeededRandom): Promise<File> {
  const light = random.uniform(218, 255);
  const tint = [light, light * random.uniform(0.96, 1), light * random.uniform(0.88, 1)];
  const shade = random.uniform(0.8, 1);
  const turn = `rotate(${random.uniform(-TILT, TILT).toFixed(2)} ${width / 2} ${height / 2})`;
  const side = random.pick(['x2="1" y2="0"', 'x2="0" y2="1"', 'x2="1" y2="1"']);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <defs><linearGradient id="light" ${side}>
      <stop offset="0" stop-color="${rgb(tint)}"/>
      <stop offset="1" stop-color="${rgb(tint.map((value) => value * shade))}"/>
    </linearGradient></defs>
    <rect width="${width}" height="${height}" fill="url(#light)"/>
    <g transform="${turn}" fill="none" stroke-linecap="round" stroke-linejoin="round">${print}${ink}</g></svg>`;
  const jpeg = await sharp(Buffer.from(svg))
    .flatten()
    .blur(random.uniform(0.3, 0.7))
    .jpeg({ quality: random.integer(75, 95) })
    .toBuffer();
  return new File([new Uint8Array(jpeg)], 'page.jpg');
}

/** A round pen along points. */
export function stroke(points: readonly Point[], width: number, color: string): string {
  const path = points.map(({ x, y }) => `${x.toFixed(2)},${y.toFixed(2)}`).join(' ');
  return `<polyline points="${path}" stroke="${color}" stroke-width="${width.toFixed(2)}"/>`;
}

/**
 * One pen for the whole number; digits differ a little in size and height above the line.
 *
 * @param lefts left edges of the digits, in pixels of the page as `top` and `height`
 */
export function written(
  digits: readonly PenDigit[],
  lefts: readonly number[],
  top: number,
  height: number,
  random: SeededRandom,
): string {
  const color = penColor(random);
  const pen = Math.max(1.3, random.uniform(0.05, 0.11) * height);
  return digits
    .flatMap(({ strokes }, index) => {
      const size = height * random.uniform(0.9, 1.05);
      const bottom = top + height * random.uniform(0.97, 1.03);
      return strokes.map((path) =>
        stroke(
          path.map(({ x, y }) => ({ x: lefts[index]! + x * size, y: bottom - (1 - y) * size })),
          pen,
          color,
        ),
      );
    })
    .join('');
}

/** The straight lines of a printed grid; they reach beyond the page, which may be turned. */
export function rulings(
  places: readonly number[],
  direction: 'across' | 'down',
  length: number,
  width: number,
  color: string,
): string {
  return places
    .map((at) => {
      const ends = [-length, 2 * length].map((along) =>
        direction === 'across' ? { x: along, y: at } : { x: at, y: along },
      );
      return stroke(ends, width, color);
    })
    .join('');
}

/** Places of lines `spacing` apart from before the page to behind it. */
export function placesOf(spacing: number, offset: number, length: number): number[] {
  const first = Math.floor(-length / spacing);
  const count = Math.ceil((3 * length) / spacing);
  return Array.from({ length: count }, (_, index) => (first + index) * spacing + offset);
}

/** The four sides of a printed box. */
export function frame(left: number, top: number, width: number, height: number, pen: number, color: string): string {
  const corners = [
    { x: left, y: top },
    { x: left + width, y: top },
    { x: left + width, y: top + height },
    { x: left, y: top + height },
    { x: left, y: top },
  ];
  return stroke(corners, pen, color);
}

/** Dark blue or black. */
export function penColor(random: SeededRandom): string {
  const dark = random.uniform(15, 80);
  return random.uniform() < 0.5 ? rgb([dark, dark, dark]) : rgb([dark, dark * 1.1, random.uniform(110, 170)]);
}

/** The print of a form: from faint to black. */
export function printColor(random: SeededRandom): string {
  const level = random.uniform(25, 205);
  return rgb([level, level * random.uniform(0.95, 1.1), level * random.uniform(1, 1.2)]);
}

/** From faint to about as dark as a pencil. */
export function rulingColor(random: SeededRandom): string {
  const level = random.uniform(120, 205);
  return rgb([level, level * random.uniform(0.95, 1.1), level * random.uniform(1, 1.2)]);
}

function rgb(channels: readonly number[]): string {
  return `rgb(${channels.map((value) => Math.round(Math.max(0, Math.min(255, value)))).join(',')})`;
}
