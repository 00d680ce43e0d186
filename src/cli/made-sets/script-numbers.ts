import sharp from 'sharp';
import type { LabelledPicture } from '../labelled-set';
import { type SeededRandom, seededRandom } from '../seeded-random';
import { clearGap, type InkStrip, inkDigit, sideBySide } from './digit-strip';
import { photographed, sheetWarp } from './photographed-sheet';

export const SCRIPT_NUMBERS = 60;
/** Digits a number, least and one more than most. */
const DIGITS = [3, 9] as const;
/** How many times the set's 28 pixels are enlarged. */
const SCALE = [1.5, 4] as const;
/** Of the paper that the pen covers. */
const DEPTH = [0.5, 0.9] as const;
/** Paper around the number, in heights of a digit's picture. */
const MARGIN = [0.4, 1.2] as const;

/** Numbers of the digits of one set each, on sheets that are photographed. @param sets single digits, light ink on dark */
export function scriptNumbers(script: string, sets: readonly (readonly LabelledPicture[])[]): LabelledPicture[] {
  return Array.from({ length: SCRIPT_NUMBERS }, (_, index): LabelledPicture => {
    const name = `${script} ${index}`;
    const random = seededRandom(name);
    const digits = sets[index % sets.length]!;
    const chosen = Array.from({ length: random.integer(...DIGITS) }, () => inkDigit(random.pick(digits)));
    const strip = sideBySide(chosen, clearGap(random));
    return { name, label: strip.label, open: () => photoOf(strip, seededRandom(`${name} photo`)) };
  });
}

async function photoOf({ ink }: InkStrip, random: SeededRandom): Promise<File> {
  const scale = random.uniform(...SCALE);
  const [width, height] = [Math.round(ink.width * scale), Math.round(ink.height * scale)];
  const drawn = await sharp(ink.data, { raw: { width: ink.width, height: ink.height, channels: 1 } })
    .resize(width, height, { fit: 'fill', kernel: 'cubic' })
    .extractChannel(0)
    .raw()
    .toBuffer();
  const [left, top] = [random.uniform(...MARGIN), random.uniform(...MARGIN)].map((share) => Math.round(share * height));
  const sheet = { width: width + 2 * left!, height: height + 2 * top! };
  const depth = random.uniform(...DEPTH);
  const page = new Float32Array(sheet.width * sheet.height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      page[(y + top!) * sheet.width + x + left!] = (depth * drawn[y * width + x]!) / 255;
  return photographed(page, sheet, sheetWarp(sheet, random), random);
}
