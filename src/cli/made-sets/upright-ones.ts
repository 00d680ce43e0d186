import type { LabelledPicture } from '../labelled-set';
import type { MeasuredPart } from '../measured-part';
import { type SeededRandom, seededRandom } from '../seeded-random';
import { isPlainOne, type PenDigit } from './pen-digits';
import { frame, pageFile, placesOf, printColor, rulingColor, rulings, written } from './pen-page';

export const UPRIGHT_PICTURES = 50;
const ONE_SHARE = 0.25;
/** Paper around the number, in heights of a digit. */
const MARGIN = 0.9;

/** A number's place on its page, in pixels; `lefts` are the left edges of its digits. */
interface Placed {
  readonly random: SeededRandom;
  readonly digits: readonly PenDigit[];
  readonly height: number;
  readonly width: number;
  readonly pageHeight: number;
  readonly lefts: readonly number[];
  readonly top: number;
}

type Paper = (placed: Placed) => string;
/** From one digit's box to the next in heights of a digit; 0 where digits stand as they come. */
type PitchOf = (random: SeededRandom) => number;

/** Numbers with a plain upright 1 on paper whose lines look like one. */
export function uprightOnes(digits: readonly PenDigit[]): MeasuredPart[] {
  return [
    part('squared, 0.4 to 0.7 digit heights', digits, squared(0.4, 0.7)),
    part('squared, 0.7 to 1.2 digit heights', digits, squared(0.7, 1.2)),
    part('squared, 1.2 to 2 digit heights', digits, squared(1.2, 2)),
    part('ruled', digits, ruled),
    part('boxes around each digit', digits, boxed, boxPitch),
  ];
}

function part(name: string, digits: readonly PenDigit[], paper: Paper, pitchOf: PitchOf = () => 0): MeasuredPart {
  const pictures = Array.from({ length: UPRIGHT_PICTURES }, (_, index): LabelledPicture => {
    const random = seededRandom(`${name} ${index}`);
    const chosen = numberOf(digits, random);
    const label = chosen.map((digit) => digit.label).join('');
    const open = () => numberPage(chosen, paper, pitchOf, seededRandom(`${name} ${index} page`));
    return { name: `${name} ${index}`, label, open };
  });
  return { name, pictures };
}

/** Two to five digits, one of them at least a plain 1. */
function numberOf(digits: readonly PenDigit[], random: SeededRandom): PenDigit[] {
  const ones = digits.filter(isPlainOne);
  const others = digits.filter(({ label }) => label !== '1');
  const count = random.integer(2, 6);
  const place = random.integer(0, count);
  return Array.from({ length: count }, (_, index) =>
    random.pick(index === place || random.uniform() < ONE_SHARE ? ones : others),
  );
}

function numberPage(digits: readonly PenDigit[], paper: Paper, pitchOf: PitchOf, random: SeededRandom): Promise<File> {
  const height = random.uniform(20, 60);
  const pitch = pitchOf(random) * height;
  const gap = random.uniform(0.18, 0.4) * height;
  let right = MARGIN * height;
  const lefts = digits.map(({ width }) => {
    // In a box a digit stands in the middle, give or take.
    const left = right + (pitch > 0 ? (pitch - width * height) / 2 + random.uniform(-0.1, 0.1) * height : 0);
    right += pitch > 0 ? pitch : width * height + gap;
    return left;
  });
  const top = MARGIN * height;
  const size = { width: Math.round(right + MARGIN * height), pageHeight: Math.round((1 + 2 * MARGIN) * height) };
  const print = paper({ random, digits, height, ...size, lefts, top });
  return pageFile(
    { width: size.width, height: size.pageHeight, print, ink: written(digits, lefts, top, height, random) },
    random,
  );
}

function squared(least: number, most: number): Paper {
  return ({ random, height, width, pageHeight }) => {
    const spacing = height * random.uniform(least, most);
    const [pen, color] = [random.uniform(0.8, 1.8), rulingColor(random)];
    const length = Math.max(width, pageHeight);
    const lines = (direction: 'across' | 'down') =>
      rulings(placesOf(spacing, random.uniform(0, spacing), length), direction, length, pen, color);
    return lines('across') + lines('down');
  };
}

/** The number stands on a line; every other sheet has a margin line beside it. */
function ruled({ random, height, width, pageHeight, top }: Placed): string {
  const [pen, color] = [random.uniform(0.8, 1.8), rulingColor(random)];
  const length = Math.max(width, pageHeight);
  const line = top + height * random.uniform(0.98, 1.12);
  const across = rulings(placesOf(height * random.uniform(1.1, 2), line, length), 'across', length, pen, color);
  const margin = height * MARGIN * random.uniform(0.3, 0.7);
  return random.uniform() < 0.5 ? across : across + rulings([margin], 'down', length, pen, rulingColor(random));
}

function boxPitch(random: SeededRandom): number {
  return random.uniform(0.9, 1.4);
}

/** A printed box a digit, side by side with a shared line or apart. */
function boxed({ random, digits, height, width, top }: Placed): string {
  const [pen, color] = [random.uniform(0.9, 2.2), printColor(random)];
  const pitch = (width - 2 * MARGIN * height) / digits.length;
  const apart = random.uniform() < 0.5 ? 0 : random.uniform(0.05, 0.12) * height;
  const above = random.uniform(0.12, 0.35) * height;
  return digits
    .map((_, index) => {
      const left = MARGIN * height + index * pitch + apart / 2;
      return frame(left, top - above, pitch - apart, height + 2 * above, pen, color);
    })
    .join('');
}
