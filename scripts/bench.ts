import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { endWithReader } from '../src/cli/end-with-reader';
import type { BenchResult } from './results-table';

endWithReader();

const ROOT = path.resolve(import.meta.dirname, '..');
const IMAGES = path.join(ROOT, 'e2e/images');
const ROUNDS = 3;

interface SizeRow {
  readonly name: string;
  readonly size: number;
}

/** Download sizes as the size gate sees them, from the last build. */
function measureSizes(): BenchResult['bytes'] {
  const output = npx(['size-limit', '--json']);
  return (JSON.parse(output.slice(output.indexOf('['))) as SizeRow[]).map(({ name, size }) => ({ name, size }));
}

/** Best of three rounds a picture, then the median over the sample pictures: what reading costs when nothing disturbs it. */
function measureMilliseconds(): { median: number; pictures: number } {
  const files = readdirSync(IMAGES)
    .filter((name) => !name.endsWith('.md'))
    .map((name) => path.join(IMAGES, name));
  const best = new Map<string, number>();
  // The first picture pays for the start of the backend, so it is given twice.
  const given = [...files.slice(0, 1), ...Array.from({ length: ROUNDS }, () => files).flat()];
  const lines = npx(['tsx', 'src/cli/recognize.ts', ...given])
    .trim()
    .split('\n')
    .slice(1);
  for (const line of lines) {
    const { file, elapsedMs } = JSON.parse(line) as { file: string; elapsedMs: number };
    best.set(file, Math.min(elapsedMs, best.get(file) ?? Number.POSITIVE_INFINITY));
  }
  const sorted = [...best.values()].sort((a, b) => a - b);
  return { median: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN, pictures: sorted.length };
}

function npx(command: readonly string[]): string {
  return execFileSync('npx', command, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}

const { median, pictures } = measureMilliseconds();
const bench: BenchResult = { bytes: measureSizes(), pictures, medianMs: Math.round(median) };
writeFileSync(path.join(ROOT, 'training/bench.json'), `${JSON.stringify(bench, null, 2)}\n`);
console.log(readFileSync(path.join(ROOT, 'training/bench.json'), 'utf8'));
