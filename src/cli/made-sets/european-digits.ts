import type { GrayImage, Point } from '../../contract/image';
import { inkBox } from '../../imaging/ink-box';
import type { LabelledPicture } from '../labelled-set';
import type { MeasuredPart } from '../measured-part';
import { pngFile } from '../png-file';
import { type SeededRandom, seededRandom } from '../seeded-random';
import { INK } from './digit-strip';
import { strokeThickness, withStroke } from './pen-stroke';

const PICTURES = 200;
/** Paper around MNIST's frame, so that an added stroke is never cut off. */
const MARGIN = 6;

/**
 * Digits of MNIST's test part as continental Europe writes them: sevens given a bar across the stem, ones given an
 * upstroke, and the fours that are open at the top.
 */
export function europeanDigits(digits: readonly LabelledPicture[]): MeasuredPart[] {
  return [
    part('crossed sevens', digits, '7', () => true, crossed),
    part('ones with an upstroke', digits, '1', isUpright, flagged),
    part('open fours', digits, '4', isOpenFour, (ink) => ink),
  ];
}

function part(
  name: string,
  digits: readonly LabelledPicture[],
  label: string,
  isWanted: (ink: GrayImage) => boolean,
  change: (ink: GrayImage, random: SeededRandom) => GrayImage,
): MeasuredPart {
  const random = seededRandom(name);
  const fitting = digits.filter((picture) => picture.label === label && isWanted(picture.gray!));
  const pictures = random.sample(fitting, PICTURES).map((picture): LabelledPicture => {
    const gray = change(framed(picture.gray!), random);
    return { name: `${name} ${picture.name}`, label, gray, open: () => pngFile(gray, `${picture.name}.png`) };
  });
  return { name, pictures };
}

function framed({ width, height, data }: GrayImage): GrayImage {
  const wide = width + 2 * MARGIN;
  const page = new Uint8Array(wide * (height + 2 * MARGIN));
  for (let y = 0; y < height; y += 1) page.set(data.subarray(y * width, (y + 1) * width), (y + MARGIN) * wide + MARGIN);
  return { width: wide, height: height + 2 * MARGIN, data: page };
}

/** A bar a little above or below the middle, where the stem is. */
function crossed(ink: GrayImage, random: SeededRandom): GrayImage {
  const box = inkBox(ink);
  const y = Math.round(box.y + box.height * random.uniform(0.44, 0.58));
  const row = ink.data.subarray(y * ink.width, (y + 1) * ink.width);
  const right = lastInk(ink, y);
  const left = row.findLastIndex((value, x) => x < right && value < INK);
  const center = (left + 1 + right) / 2 + random.uniform(-1, 1);
  const half = (box.height * random.uniform(0.4, 0.55)) / 2;
  const rise = half * Math.tan(random.uniform(-0.1, 0.35));
  const thickness = strokeThickness(ink) * random.uniform(0.8, 1);
  return withStroke(ink, { x: center - half, y: y + rise }, { x: center + half, y: y - rise }, thickness);
}

const MOST_LEANING = 0.3;

/** Leaning ones are written without an upstroke, as they would look like sevens. */
function isUpright(ink: GrayImage): boolean {
  const { top, foot } = stemOf(ink);
  return Math.abs(foot.x - top.x) <= MOST_LEANING * (foot.y - top.y);
}

function stemOf(ink: GrayImage): { readonly top: Point; readonly foot: Point } {
  const { y, height } = inkBox(ink);
  const at = (row: number) => ({ x: lastInk(ink, row) - 1, y: row });
  return { top: at(y + 1), foot: at(y + height - 2) };
}

/** A stroke that comes up from the left to the top of the stem, at an angle to it. */
function flagged(ink: GrayImage, random: SeededRandom): GrayImage {
  const { top, foot } = stemOf(ink);
  const angle = random.uniform(0.6, 0.9);
  const length = random.uniform(0.35, 0.5);
  const [dx, dy] = [(foot.x - top.x) * length, (foot.y - top.y) * length];
  const end = {
    x: top.x + dx * Math.cos(angle) - dy * Math.sin(angle),
    y: top.y + dx * Math.sin(angle) + dy * Math.cos(angle),
  };
  return withStroke(ink, top, end, strokeThickness(ink) * random.uniform(0.8, 1));
}

function lastInk({ width, data }: GrayImage, y: number): number {
  return data.subarray(y * width, (y + 1) * width).findLastIndex((value) => value >= INK);
}

const PRONGS_AT = 0.25;

/** A four whose two upper strokes do not meet: they stand apart, and the ink encloses no paper. */
function isOpenFour(ink: GrayImage): boolean {
  const box = inkBox(ink);
  const y = Math.round(box.y + box.height * PRONGS_AT);
  const row = ink.data.subarray(y * ink.width, (y + 1) * ink.width);
  const strokes = row.filter((value, x) => value >= INK && !((row[x - 1] ?? 0) >= INK)).length;
  return strokes >= 2 && !hasHole(ink);
}

/** Whether some paper cannot be reached from the picture's border by steps to the four neighbors. */
export function hasHole({ width, height, data }: GrayImage): boolean {
  const isReached = new Uint8Array(data.length);
  const open: number[] = [];
  const visit = (x: number, y: number) => {
    const place = y * width + x;
    if (x < 0 || y < 0 || x >= width || y >= height || isReached[place] || data[place]! >= INK) return;
    isReached[place] = 1;
    open.push(place);
  };
  for (let x = 0; x < width; x += 1) for (const y of [0, height - 1]) visit(x, y);
  for (let y = 0; y < height; y += 1) for (const x of [0, width - 1]) visit(x, y);
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    const [x, y] = [place % width, Math.floor(place / width)];
    visit(x - 1, y);
    visit(x + 1, y);
    visit(x, y - 1);
    visit(x, y + 1);
  }
  return data.some((value, place) => value < INK && !isReached[place]);
}
