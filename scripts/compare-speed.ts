import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '..');
const IMAGES = path.join(ROOT, 'e2e/images');
const TARGET = path.join(ROOT, 'training/speed.json');
/** The first version with trained weights. */
const FIRST_VERSION = 'f229d8b';
/** Both versions take turns, so that what else the machine does meets both. */
const ROUNDS = 4;

/** Milliseconds of each picture by its path: the best of all rounds, what reading costs when nothing disturbs it. */
type Best = Map<string, number>;

/** Times today's reader against the first version's on the same pictures, backend and machine. */
function main(): void {
  const pictures = readdirSync(IMAGES)
    .filter((name) => !name.endsWith('.md'))
    .map((name) => path.join(IMAGES, name));
  const first: Best = new Map();
  const now: Best = new Map();
  const folder = mkdtempSync(path.join(tmpdir(), 'first-version-'));
  const tree = path.join(folder, 'tree');
  try {
    git('worktree', 'add', '--quiet', '--detach', tree, FIRST_VERSION);
    symlinkSync(path.join(ROOT, 'node_modules'), path.join(tree, 'node_modules'));
    for (let round = 0; round < ROUNDS; round += 1) {
      time(tree, pictures, first);
      time(ROOT, pictures, now);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
    git('worktree', 'prune');
  }
  const result = compare(pictures, first, now);
  writeFileSync(TARGET, `${JSON.stringify(result, null, 2)}\n`);
  console.log(JSON.stringify(result, null, 2));
}

function compare(pictures: readonly string[], first: Best, now: Best): object {
  const rows = pictures.flatMap((picture) => {
    const [before, after] = [first.get(picture), now.get(picture)];
    return before === undefined || after === undefined ? [] : [{ before, after, ratio: after / before }];
  });
  const ratios = rows.map(({ ratio }) => ratio).sort((a, b) => a - b);
  const sum = (times: readonly number[]) => times.reduce((total, ms) => total + ms, 0);
  return {
    firstVersion: FIRST_VERSION,
    pictures: rows.length,
    medianRatio: rounded(ratios[ratios.length >> 1] ?? Number.NaN),
    largestRatio: rounded(ratios.at(-1) ?? Number.NaN),
    ratioOfSums: rounded(sum(rows.map(({ after }) => after)) / sum(rows.map(({ before }) => before))),
  };
}

/** Reads the pictures in one process, the first one twice: it pays for the start of the backend. */
function time(tree: string, pictures: readonly string[], best: Best): void {
  const script = path.join(tree, 'src/cli/recognize.ts');
  const args = ['--import', 'tsx', script, '--backend', 'wasm', ...pictures.slice(0, 1), ...pictures];
  const lines = run(process.execPath, args, tree).trim().split('\n').slice(1);
  for (const line of lines) {
    const { file, elapsedMs } = JSON.parse(line) as { file: string; elapsedMs?: number };
    if (elapsedMs !== undefined) best.set(file, Math.min(elapsedMs, best.get(file) ?? Number.POSITIVE_INFINITY));
  }
}

function git(...args: readonly string[]): void {
  run('git', args, ROOT);
}

function run(command: string, args: readonly string[], cwd: string): string {
  return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}

function rounded(value: number): number {
  return Number(value.toFixed(3));
}

main();
