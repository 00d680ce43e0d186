import { mkdirSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { endWithReader } from '../src/cli/end-with-reader';

endWithReader();

const ROOT = path.resolve(import.meta.dirname, '..');
const SHOTS = path.join(ROOT, 'e2e/screenshots/out');
const PICTURES = path.join(ROOT, 'docs/pictures');
const WIDTH = 1080;

/** What the README shows, by the name of the screenshot that `npm run write:screenshots` wrote. */
const SHOWN = {
  result: '05-result-score-sheet-jpg-1440x900-light.png',
  batch: '10-batch-1440x900-light.png',
  model: '12-model-1440x900-dark.png',
} as const;

mkdirSync(PICTURES, { recursive: true });
for (const [name, shot] of Object.entries(SHOWN)) {
  const target = path.join(PICTURES, `${name}.webp`);
  const { size } = await sharp(path.join(SHOTS, shot)).resize({ width: WIDTH }).webp({ quality: 80 }).toFile(target);
  console.log(`${path.relative(ROOT, target)}: ${Math.round(size / 1000)} kB`);
}
