import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { STROKE_WIDTHS } from '../src/app/pages/draw/drawing';
import { endWithReader } from '../src/cli/end-with-reader';
import { nodeReaderOptions } from '../src/cli/node-reader-options';
import { keepStandardOutputClean } from '../src/cli/quiet-console';
import { recognizeFile } from '../src/cli/recognize-file';
import { openReader } from '../src/recognizer/open-reader';
import { type IdxDigit, readIdxDigits, SIDE } from './e2e-images/idx-digits';
import { renderStrokes } from './pad/render-strokes';
import { traceStrokes } from './pad/trace-strokes';

const ROOT = path.resolve(import.meta.dirname, '..');
const DATA_SETS = process.env.DATA_SETS ?? path.join(ROOT, '../shared/data');
/** Share of digits that must be read right. */
const WANTED = 0.98;
/** CSS pixels of the pad that a 28 x 28 digit fills, as with a finger. */
const DRAWN_SIDE = 200;

const USAGE = `Draws the digits of hwd-1000 again with the pad's pen, and reads the pictures that the pad hands in.

usage: npm run -s measure:pad -- [--set DIR] [--limit N] [--width thin|medium|thick] [--side PIXELS]

  --set DIR      folder with hwd-1000 (default: ../shared/data/hwd-1000)
  --limit N      only the first N
  --width W      stroke width of the pad (default: medium)
  --side PIXELS  CSS pixels that a digit fills (default: ${DRAWN_SIDE})

Fails when fewer than ${WANTED * 100} % of the digits are read right.
`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      set: { type: 'string', default: path.join(DATA_SETS, 'hwd-1000') },
      limit: { type: 'string' },
      width: { type: 'string', default: 'medium' },
      side: { type: 'string', default: String(DRAWN_SIDE) },
      help: { type: 'boolean', default: false },
    },
  });
  const [images, labels] = ['train-images-idx3-ubyte.gz', 'train-labels-idx1-ubyte.gz'].map((file) =>
    path.join(values.set, file),
  );
  const width = Object.entries(STROKE_WIDTHS).find(([name]) => name === values.width)?.[1];
  if (values.help || !images || !labels || width === undefined) {
    process.stderr.write(USAGE);
    return;
  }
  if (!existsSync(images)) {
    process.stderr.write(`${images} is not there: nothing was measured\n`);
    return;
  }
  const digits = readIdxDigits(images, labels).slice(0, values.limit === undefined ? undefined : Number(values.limit));
  const right = await countRight(digits, width, Number(values.side) / SIDE);
  process.stdout.write(`${right}/${digits.length}\t${((right / digits.length) * 100).toFixed(2)} %\n`);
  if (right / digits.length < WANTED) process.exitCode = 1;
}

/** Prints each digit that is read as something else. */
async function countRight(digits: readonly IdxDigit[], width: number, scale: number): Promise<number> {
  const opened = await openReader(nodeReaderOptions({}));
  if (!opened.ok) throw new Error(opened.failure.detail ?? opened.failure.kind);
  let right = 0;
  for (const [index, digit] of digits.entries()) {
    const strokes = traceStrokes(digit).map((points) => {
      return { points: points.map(({ x, y }) => ({ x: x * scale, y: y * scale })), width };
    });
    const read = await recognizeFile(await renderStrokes(strokes, `${index}.png`), opened.value);
    const text = read.ok ? read.value.text : read.failure.kind;
    if (text === String(digit.label)) right += 1;
    else process.stdout.write(`${index}\t${digit.label} -> ${text.replaceAll('\n', ' | ') || '-'}\n`);
  }
  opened.value.dispose();
  return right;
}

endWithReader();
keepStandardOutputClean();
await main();
