import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { CLEAR_SAMPLES, sample } from '../../e2e/samples';
import type { SeededRandom } from '../../src/cli/seeded-random';

export interface MadePicture {
  readonly name: string;
  readonly path: string;
  /** What is written there; null for a file that is no picture, or a damaged one. */
  readonly number: string | null;
}

/** Of each sample, with a few more rows of paper: no two files of a batch are the same picture because one name is. */
const COPIES = 3;

type Content = { readonly file: string; readonly bytes: Uint8Array; readonly number: string | null };

/**
 * Pictures made of the samples, as files.
 *
 * @param wrongShare of the files are empty, cut off, noise, words or a film under the name of a picture
 */
export async function makePictures(
  folder: string,
  count: number,
  random: SeededRandom,
  wrongShare = 0,
): Promise<readonly MadePicture[]> {
  mkdirSync(folder, { recursive: true });
  const clear = await clearPictures();
  const wrong = wrongFiles(clear[0]!.bytes, random);
  return Array.from({ length: count }, (_, index) => {
    const { file, bytes, number } = random.pick(random.uniform() < wrongShare ? wrong : clear);
    const name = `${String(index + 1).padStart(4, '0')}-${file}`;
    writeFileSync(path.join(folder, name), bytes);
    return { name, path: path.join(folder, name), number };
  });
}

function clearPictures(): Promise<readonly Content[]> {
  const wanted = CLEAR_SAMPLES.flatMap((file) => Array.from({ length: COPIES }, (_, copy) => ({ file, copy })));
  return Promise.all(
    wanted.map(async ({ file, copy }) => {
      const { path: from, lines } = sample(file);
      const image = sharp(from).flatten({ background: 'white' }).extend({ bottom: copy, extendWith: 'copy' });
      return { file: `${path.parse(file).name}.png`, bytes: await image.png().toBuffer(), number: lines.join('') };
    }),
  );
}

function wrongFiles(png: Uint8Array, random: SeededRandom): readonly Content[] {
  const noise = Uint8Array.from({ length: 2_000 }, () => random.integer(0, 256));
  return [
    { file: 'empty.png', bytes: new Uint8Array(), number: null },
    { file: 'half.png', bytes: png.subarray(0, png.length >> 1), number: null },
    { file: 'noise.jpg', bytes: noise, number: null },
    { file: 'words.png', bytes: Buffer.from('no picture at all\n'), number: null },
    { file: 'film.jpg', bytes: Buffer.from('\0\0\0\x18ftypisom\0\0\0\0isommp42'), number: null },
  ];
}
