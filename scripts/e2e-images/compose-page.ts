import sharp, { type Sharp } from 'sharp';
import { type DigitBox, type IdxDigit, SIDE } from './idx-digits';

type Color = readonly [red: number, green: number, blue: number];

export interface PageRecipe {
  readonly width: number;
  readonly height: number;
  readonly paper: Color;
  readonly ink: Color;
  readonly lines: readonly PageLine[];
  /** Darkens the paper towards the lower right, as a lamp at the upper left does; 0 (none) .. 1. */
  readonly shade?: number;
  /** Gray ruled lines this many pixels apart. */
  readonly ruledEvery?: number;
  /** Black lines of a table, two pixels wide, at these places. */
  readonly grid?: PageGrid;
}

interface PageGrid {
  /** From left to right. */
  readonly columns: readonly number[];
  /** From top to bottom. */
  readonly rows: readonly number[];
}

interface PageLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Height of a digit's 28x28 cell on the page; the ink is about 20/28 of it. */
  readonly cell: number;
  /** From the left edge of one cell to the next, as a share of `cell`. */
  readonly advance?: number;
}

/** Writes handwritten digits on paper: RGB pixels, row-major. */
export async function composePage(recipe: PageRecipe, box: DigitBox): Promise<Sharp> {
  const coverage = new Float32Array(recipe.width * recipe.height);
  for (const line of recipe.lines) {
    for (const [index, character] of [...line.text].entries()) {
      if (character === ' ') continue;
      // A hand does not keep to the baseline; the same wobble every time keeps the files reproducible.
      const wobble = Math.round(line.cell * 0.06 * Math.sin(index * 2.1));
      const x = Math.round(line.x + index * line.cell * (line.advance ?? 0.78));
      await drawDigit(coverage, recipe.width, box.take(Number(character)), x, line.y + wobble, line.cell);
    }
  }
  if (recipe.grid) drawGrid(coverage, recipe.width, recipe.grid);
  return sharp(inkOnPaper(recipe, coverage), { raw: { width: recipe.width, height: recipe.height, channels: 3 } });
}

async function drawDigit(
  coverage: Float32Array,
  pageWidth: number,
  digit: IdxDigit,
  left: number,
  top: number,
  cell: number,
): Promise<void> {
  const scaled = await sharp(digit.pixels, { raw: { width: SIDE, height: SIDE, channels: 1 } })
    .resize(cell, cell, { kernel: 'cubic' })
    .extractChannel(0)
    .raw()
    .toBuffer();
  for (let y = 0; y < cell; y++) {
    for (let x = 0; x < cell; x++) {
      const at = (top + y) * pageWidth + left + x;
      coverage[at] = Math.max(coverage[at] ?? 0, (scaled[y * cell + x] ?? 0) / 255);
    }
  }
}

function drawGrid(coverage: Float32Array, pageWidth: number, { columns, rows }: PageGrid): void {
  const [left, right, top, bottom] = [columns[0]!, columns.at(-1)!, rows[0]!, rows.at(-1)!];
  for (const width of [0, 1]) {
    for (const y of rows) for (let x = left; x <= right; x++) coverage[(y + width) * pageWidth + x] = 1;
    for (const x of columns) for (let y = top; y <= bottom; y++) coverage[y * pageWidth + x + width] = 1;
  }
}

function inkOnPaper(recipe: PageRecipe, coverage: Float32Array): Uint8Array {
  const { width, height, paper, ink } = recipe;
  const pixels = new Uint8Array(width * height * 3);
  for (let at = 0; at < coverage.length; at++) {
    const x = at % width;
    const y = Math.floor(at / width);
    const light = 1 - (recipe.shade ?? 0) * ((x / width + y / height) / 2);
    const ruled = recipe.ruledEvery && y % recipe.ruledEvery === 0 ? 0.8 : 1;
    const covered = coverage[at] ?? 0;
    for (let channel = 0; channel < 3; channel++) {
      const background = (paper[channel] ?? 0) * light * ruled;
      pixels[at * 3 + channel] = Math.round(background + ((ink[channel] ?? 0) - background) * covered);
    }
  }
  return pixels;
}
