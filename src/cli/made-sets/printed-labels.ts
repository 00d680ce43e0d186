import { createRequire } from 'node:module';
import sharp from 'sharp';
import type { SeededRandom } from '../seeded-random';
import { type CellInk, cellInk } from './cell-ink';

/** A printed typeface, as fonts are called by Pango; without a file an installed one. */
export interface PrintFont {
  readonly family: string;
  readonly file?: string;
}

const require = createRequire(import.meta.url);

/** None of these fonts trains. */
export const PRINT_FONTS: readonly PrintFont[] = [
  {
    family: 'Courier Prime',
    file: require.resolve('@expo-google-fonts/courier-prime/400Regular/CourierPrime_400Regular.ttf'),
  },
  {
    family: 'Atkinson Hyperlegible',
    file: require.resolve('@expo-google-fonts/atkinson-hyperlegible/400Regular/AtkinsonHyperlegible_400Regular.ttf'),
  },
];

/** Around printed ink, as a share of the size of its font: cells lose their borders. */
const MARGIN = 0.5;

/** The printed labels of a table: where they stand, and what each says. */
export interface PrintedLabels {
  readonly font: PrintFont;
  /** By the index of the cell. */
  readonly texts: ReadonlyMap<number, string>;
}

/** Labels in the first row, the first column or both; numbered from 1, or from any number on. */
export function printedLabels(
  rows: number,
  columns: number,
  place: number,
  fonts: readonly PrintFont[],
  random: SeededRandom,
): PrintedLabels {
  const [inRow, inColumn] = [place % 3 !== 1, place % 3 !== 0];
  const [ofRow, ofColumn] = [first(random), first(random)];
  const texts = new Map<number, string>();
  if (inRow) for (let column = inColumn ? 1 : 0; column < columns; column++) texts.set(column, `${ofRow + column}`);
  if (inColumn) for (let row = inRow ? 1 : 0; row < rows; row++) texts.set(row * columns, `${ofColumn + row}`);
  return { font: random.pick(fonts), texts };
}

function first(random: SeededRandom): number {
  return random.pick([1, 1, 10, 20, random.integer(100, 900), random.integer(1990, 2030)]);
}

/** Printed labels in the places of what would be written there, as large as writing or smaller. */
export async function withLabels(
  written: readonly (CellInk | undefined)[],
  { font, texts }: PrintedLabels,
  random: SeededRandom,
): Promise<(CellInk | undefined)[]> {
  const height = Math.max(LEAST_HEIGHT, random.uniform(0.6, 1) * usualHeight(written));
  return Promise.all(written.map((ink, at) => (texts.has(at) ? printedInk(texts.get(at)!, font, height) : ink)));
}

export function usualHeight(inks: readonly (CellInk | undefined)[]): number {
  const heights = inks.flatMap((one) => (one ? [one.inked.height] : [])).sort((a, b) => a - b);
  return heights[heights.length >> 1] ?? 30;
}

/** Pixels: smaller print is not read. */
const LEAST_HEIGHT = 12;

/** A printed number whose digits are about `height` pixels high. */
export async function printedInk(text: string, { family, file }: PrintFont, height: number): Promise<CellInk> {
  const size = Math.round(height / DIGIT_SHARE);
  const margin = Math.round(MARGIN * size);
  // The colors are turned around last.
  const around = { top: margin, bottom: margin, left: margin, right: margin, background: '#000' };
  const png = await sharp({ text: { text, font: `${family} ${size}`, ...(file && { fontfile: file }), dpi: 72 } })
    .negate()
    .extend(around)
    .png()
    .toBuffer();
  return cellInk({ label: text, open: async () => new File([new Uint8Array(png)], 'label.png') }, 1);
}

/** Height of a digit, as a share of the size of its font. */
const DIGIT_SHARE = 0.7;
