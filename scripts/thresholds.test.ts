import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const SOURCE = path.resolve(import.meta.dirname, '../src');
/** Where something decides what is read. */
const FOLDERS = ['classify', 'ctc', 'forms', 'layout', 'line', 'locate', 'numbers', 'plates', 'reading'];

/** Decimals that decide nothing: halves of samples and of rounding, what keeps a logarithm finite, the middle of values. */
const ARITHMETIC = ['0.5', '1e-6'];
/** As training normalizes, held by the golden fixtures: the shares of samples that tell ink and paper. */
const OF_TRAINING: Readonly<Record<string, readonly string[]>> = {
  'classify/normalize-glyph.ts': ['0.02', '0.98'],
  'line/cut-line.ts': ['0.02', '0.98'],
};

const files = FOLDERS.flatMap((folder) =>
  readdirSync(path.join(SOURCE, folder), { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
).filter((file) => file.endsWith('.ts') && !/\.test\.ts$|\/test-/.test(file));

/** Decimals in the code of a file, and numbers that a constant is named for. */
function numbersIn(file: string): string[] {
  const code = readFileSync(path.join(SOURCE, file), 'utf8').replace(/\/\*.*?\*\/|\/\/.*|'[^'\n]*'/gs, '');
  const decimals = Array.from(code.matchAll(/(?<![\w.])(?:\d+\.\d+|\d+e-\d+)/g), ([number]) => number);
  const named = Array.from(code.matchAll(/const (?!BATCH|PATCH|STEP)([A-Z_]+) = [\d.]/g), ([, name = '']) => name);
  const known = [...ARITHMETIC, ...(OF_TRAINING[file] ?? []), 'LEAST_SHARE'];
  return [...decimals, ...named].filter((number) => !known.includes(number));
}

it('the numbers that decide a reading stand in the tables of src/contract', () => {
  expect(files.length).toBeGreaterThan(60);
  const strays = files.flatMap((file) => numbersIn(file).map((number) => `${file}: ${number}`));
  expect(strays).toEqual([]);
});
