import { createRequire } from 'node:module';
import sharp from 'sharp';
import type { Box } from '../../contract/image';
import type { SeededRandom } from '../seeded-random';
import { cellInk, type WrittenCell } from './cell-ink';

const FONT = {
  family: 'Atkinson Hyperlegible',
  file: createRequire(import.meta.url).resolve(
    '@expo-google-fonts/atkinson-hyperlegible/400Regular/AtkinsonHyperlegible_400Regular.ttf',
  ),
};
const WORDS =
  'name of the person account street and town quantity weight in pounds unit price paid amount total reading before after please fill in with a dark pen one number in each field return until the end of the month office use only signature'.split(
    ' ',
  );

/** A sheet of A4 in pixels, and its margin. */
const SHEET = { width: 900, height: 1_273 } as const;
const MARGIN = 70;

/** How the fields of a form are printed. */
const STYLES = ['frame', 'line', 'shaded'] as const;

/** An empty form, in pixels of the sheet. */
export interface FormLayout {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  /** How dark the print is, 0 paper .. 1 black, row by row. */
  readonly ink: Float32Array;
}

/** A form with a title, a paragraph, rows of one or two fields with labels, and a paragraph at the foot. */
export async function formLayout(random: SeededRandom): Promise<FormLayout> {
  const { width, height } = SHEET;
  const ink = new Float32Array(width * height);
  const style = random.pick(STYLES);
  const dark = random.uniform(0.45, 0.9);
  await print(ink, words(random, 3), 34, MARGIN, 60, dark);
  for (let line = 0; line < 3; line++) await print(ink, words(random, 11), 15, MARGIN, 130 + 24 * line, dark);
  const boxes: Box[] = [];
  const rows = random.integer(5, 8);
  const pitch = 800 / rows;
  for (let row = 0; row < rows; row++) {
    const columns = random.integer(1, 3);
    for (let column = 0; column < columns; column++) {
      const room = (width - 2 * MARGIN) / columns;
      const left = MARGIN + column * room;
      const top = 240 + row * pitch;
      await print(ink, words(random, columns === 1 ? 3 : 2), 19, left, top + 16, dark);
      const label = columns === 1 ? 0.45 : 0.5;
      const box = {
        x: Math.round(left + label * room),
        y: Math.round(top),
        width: Math.round(room * (1 - label) - random.uniform(10, 50)),
        height: random.integer(48, 66),
      };
      printField(ink, box, style, dark);
      boxes.push(box);
    }
  }
  for (let line = 0; line < 3; line++) await print(ink, words(random, 10), 15, MARGIN, 1_110 + 24 * line, dark);
  return { width, height, boxes, ink };
}

/** The form with a number in each field, as dark as the pen of whoever wrote it. */
export async function filledForm(
  { ink, width, boxes }: FormLayout,
  cells: readonly WrittenCell[],
  random: SeededRandom,
): Promise<Float32Array> {
  const filled = ink.slice();
  for (const [index, box] of boxes.entries()) {
    const cell = cells[index]!;
    const { inked } = await cellInk(cell, 1);
    const fits = Math.min((random.uniform(0.5, 0.75) * box.height) / inked.height, (0.9 * box.width) / inked.width);
    const written = await cellInk(cell, fits);
    const x = box.x + random.uniform(0.04, 0.96) * (box.width - written.inked.width) - written.inked.x;
    const y = box.y + random.uniform(0.4, 0.6) * (box.height - written.inked.height) - written.inked.y;
    lay(filled, width, written.data, written.size.width, Math.round(x), Math.round(y), 1);
  }
  return filled;
}

function words(random: SeededRandom, count: number): string {
  return Array.from({ length: count }, () => random.pick(WORDS)).join(' ');
}

async function print(ink: Float32Array, text: string, size: number, x: number, y: number, dark: number): Promise<void> {
  const { data, info } = await sharp({
    text: { text, font: `${FONT.family} ${size}`, fontfile: FONT.file, dpi: 72, rgba: true },
  })
    .extractChannel('alpha')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const level = Float32Array.from(data, (alpha) => alpha / 255);
  lay(ink, SHEET.width, level, info.width, Math.round(x), Math.round(y), dark);
}

function printField(ink: Float32Array, box: Box, style: (typeof STYLES)[number], dark: number): void {
  const { x, y, width, height } = box;
  const bar = (left: number, top: number, wide: number, high: number, level: number) =>
    lay(ink, SHEET.width, new Float32Array(wide * high).fill(1), wide, left, top, level);
  if (style === 'shaded') bar(x, y, width, height, 0.15);
  if (style !== 'line') {
    for (const top of [y, y + height - 2]) bar(x, top, width, 2, style === 'shaded' ? 0.25 : dark);
    for (const left of [x, x + width - 2]) bar(left, y, 2, height, style === 'shaded' ? 0.25 : dark);
  } else bar(x, y + height - 2, width, 2, dark);
}

/** Lays one ink over another; the darker one is seen. */
function lay(
  ink: Float32Array,
  stride: number,
  over: Float32Array,
  width: number,
  left: number,
  top: number,
  dark: number,
): void {
  for (let at = 0; at < over.length; at++) {
    const [x, y] = [left + (at % width), top + Math.floor(at / width)];
    const place = y * stride + x;
    if (x < 0 || x >= stride || place < 0 || place >= ink.length) continue;
    ink[place] = Math.max(ink[place]!, over[at]! * dark);
  }
}
