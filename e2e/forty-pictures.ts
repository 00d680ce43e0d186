import { mkdirSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { CLEAR_SAMPLES, sample } from './samples';

export interface TestPicture {
  readonly path: string;
  /** What is written there. */
  readonly number: string;
}

const CLEAR = [...CLEAR_SAMPLES, 'phone-photo.jpg'] as const;
const COPIES = 5;

/** One digit each, of which a part is missing or that lies on its side: the reader takes it for another one, and is not sure. */
const UNCLEAR = [
  { file: 'mnist-0.png', part: { width: 0.6 } },
  { file: 'mnist-2.png', part: { top: 0.4 } },
  { file: 'drawn-on-screen.png', part: { top: 0.5 } },
  { file: 'mnist-7.png', degrees: 60 },
  { file: 'mnist-4.png', degrees: 60 },
] as const;

/** Forty pictures made of the samples, five of them with a digit that is misread. */
export async function fortyPictures(folder: string): Promise<readonly TestPicture[]> {
  mkdirSync(folder, { recursive: true });
  const pictures: TestPicture[] = [];
  for (let copy = 0; copy < COPIES; copy += 1) {
    for (const file of CLEAR) {
      const to = path.join(folder, `${copy}-${path.parse(file).name}.png`);
      // No two are the same picture.
      const image = sharp(sample(file).path).autoOrient().flatten({ background: 'white' });
      await image.extend({ bottom: copy, extendWith: 'copy' }).png().toFile(to);
      pictures.push({ path: to, number: sample(file).lines.join('') });
    }
    pictures.push(await unclearPicture(UNCLEAR[copy]!, path.join(folder, `${copy}-unclear.png`)));
  }
  return pictures;
}

/** The five that are misread. */
export async function unclearPictures(folder: string): Promise<readonly TestPicture[]> {
  mkdirSync(folder, { recursive: true });
  return Promise.all(UNCLEAR.map((row, index) => unclearPicture(row, path.join(folder, `${index}.png`))));
}

async function unclearPicture(row: (typeof UNCLEAR)[number], to: string): Promise<TestPicture> {
  const { path: from, lines } = sample(row.file);
  const image = sharp(from).flatten({ background: 'white' });
  if ('degrees' in row) {
    await image.rotate(row.degrees, { background: 'black' }).png().toFile(to);
  } else {
    const { width, height } = await sharp(from).metadata();
    const top = 'top' in row.part ? Math.round(height * row.part.top) : 0;
    const right = 'width' in row.part ? Math.round(width * row.part.width) : width;
    await image
      .extract({ left: 0, top, width: right, height: height - top })
      .png()
      .toFile(to);
  }
  return { path: to, number: lines.join('') };
}
