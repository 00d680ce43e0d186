import sharp from 'sharp';
import type { Box, GrayImage } from '../../contract/image';
import type { LabelledPicture } from '../labelled-set';
import type { SeededRandom } from '../seeded-random';

/** From here on a pixel of MNIST counts as ink, of 255. */
export const INK = 64;
const MARGIN = 8;
const ENLARGEMENT = 3;

/** Light ink on dark: all rows of MNIST's frame, but no empty column at either side. */
export interface InkDigit {
  readonly label: string;
  readonly ink: GrayImage;
}

/** Digits in a row, light ink on dark. */
export interface InkStrip {
  readonly label: string;
  readonly ink: GrayImage;
}

export function inkDigit({ label, gray }: LabelledPicture): InkDigit {
  const { width, height, data } = gray!;
  const columns = Array.from({ length: width }, (_, x) => x).filter((x) =>
    Array.from({ length: height }, (_, y) => data[y * width + x]!).some((value) => value >= INK),
  );
  const [left, right] = [columns.at(0) ?? 0, columns.at(-1) ?? width - 1];
  return { label, ink: cropColumns(gray!, left, right - left + 1) };
}

function cropColumns({ width, height, data }: GrayImage, left: number, count: number): GrayImage {
  const cropped = new Uint8Array(count * height);
  for (let y = 0; y < height; y += 1) cropped.set(data.subarray(y * width + left, y * width + left + count), y * count);
  return { width: count, height, data: cropped };
}

/** How far a digit's first column stands from the strip's last one; negative where it reaches into the strip. */
export type Gap = (strip: GrayImage, next: GrayImage) => number;

/** Clear paper between the digits. */
export function clearGap(random: SeededRandom): Gap {
  return () => random.integer(2, 7);
}

/** A digit is pushed into another by at most this part of its width. */
const DEEPEST_SHARE = 3;

/**
 * The next digit is pushed in until ink meets ink, and then further.
 *
 * @param depth columns beyond the first contact
 */
export function contactGap(depth: () => number): Gap {
  return (strip, next) => {
    let contact = -strip.width;
    for (let y = 0; y < strip.height; y += 1) {
      const right = lastInk(strip, y);
      for (let other = Math.max(0, y - 1); other <= Math.min(next.height - 1, y + 1); other += 1) {
        const left = firstInk(next, other);
        if (right >= 0 && left < next.width) contact = Math.max(contact, right - left + 1 - strip.width);
      }
    }
    return contact - Math.min(depth(), Math.floor(next.width / DEEPEST_SHARE));
  };
}

function lastInk({ width, data }: GrayImage, y: number): number {
  return data.subarray(y * width, (y + 1) * width).findLastIndex((value) => value >= INK);
}

function firstInk({ width, data }: GrayImage, y: number): number {
  const x = data.subarray(y * width, (y + 1) * width).findIndex((value) => value >= INK);
  return x < 0 ? width : x;
}

/** @param digits at least one */
export function sideBySide(digits: readonly InkDigit[], gap: Gap): InkStrip {
  const [first, ...rest] = digits;
  const ink = rest.reduce((strip, { ink: next }) => joined(strip, next, strip.width + gap(strip, next)), first!.ink);
  return { label: digits.map(({ label }) => label).join(''), ink };
}

/** Both on one strip, the darker ink where they meet. */
export function joined(strip: GrayImage, next: GrayImage, left: number): GrayImage {
  const { height } = strip;
  const width = Math.max(strip.width, left + next.width);
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    data.set(strip.data.subarray(y * strip.width, (y + 1) * strip.width), y * width);
    for (let x = 0; x < next.width; x += 1) {
      const at = y * width + left + x;
      data[at] = Math.max(data[at]!, next.data[y * next.width + x]!);
    }
  }
  return { width, height, data };
}

/** The strip as a person would upload it: dark ink on white paper with a margin, three times as large. */
export function stripPicture(name: string, { label, ink }: InkStrip): LabelledPicture {
  const { width, height } = ink;
  const data = Uint8Array.from(ink.data, (value) => 255 - value);
  const open = async () => {
    const framed = await sharp(data, { raw: { width, height, channels: 1 } })
      .extend({ top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN, background: '#fff' })
      .png()
      .toBuffer();
    const png = await sharp(framed)
      .resize((width + 2 * MARGIN) * ENLARGEMENT, (height + 2 * MARGIN) * ENLARGEMENT, { kernel: 'linear' })
      .png()
      .toBuffer();
    return new File([new Uint8Array(png)], `${name}.png`);
  };
  return { name, label, open };
}

/** Where a part of the strip lies on the picture. */
export function onPicture({ x, y, width, height }: Box): Box {
  return {
    x: (x + MARGIN) * ENLARGEMENT,
    y: (y + MARGIN) * ENLARGEMENT,
    width: width * ENLARGEMENT,
    height: height * ENLARGEMENT,
  };
}
