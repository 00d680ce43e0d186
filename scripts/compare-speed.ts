import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { endWithReader } from '../src/cli/end-with-reader';
import { keepStandardOutputClean } from '../src/cli/quiet-console';

endWithReader();

const ROOT = path.resolve(import.meta.dirname, '..');
const IMAGES = path.join(ROOT, 'e2e/images');
const TARGET = path.join(ROOT, 'training/speed.json');
/** The first version with trained weights. */
const FIRST_VERSION = 'f229d8b';
const ROUNDS = Number(process.argv[2] ?? 3);

/** What both versions have in common. */
interface Reader {
  read(file: File): Promise<{ readonly ok: boolean }>;
  dispose(): void;
}

/**
 * Times today's reader against the first version's: on the same pictures, on the same backend, picture by picture in
 * turns in one process. Processor time counts, so that whatever else the machine does hardly matters.
 */
async function main(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'first-version-'));
  const tree = path.join(folder, 'tree');
  try {
    git('worktree', 'add', '--quiet', '--detach', tree, FIRST_VERSION);
    symlinkSync(path.join(ROOT, 'node_modules'), path.join(tree, 'node_modules'));
    const result = await compare(await openReader(tree), await openReader(ROOT));
    writeFileSync(TARGET, `${JSON.stringify(result, null, 2)}\n`);
    process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
    git('worktree', 'prune');
  }
}

async function openReader(tree: string): Promise<Reader> {
  const { LocalRecognizer } = await import(path.join(tree, recognizerFolder(tree), 'local-recognizer.ts'));
  const { nodeReaderOptions } = await import(path.join(tree, 'src/cli/node-reader-options.ts'));
  const recognizer = new LocalRecognizer(nodeReaderOptions({ backend: 'wasm' }));
  const { acceptFile } = await import(path.join(tree, 'src/intake/accept-file.ts'));
  return {
    // The first version had a method for each job, and took files.
    read: async (file) =>
      'run' in recognizer
        ? recognizer.run('recognize', { image: (await acceptFile(file)).value.image })
        : recognizer.recognize(file),
    dispose: () => recognizer.dispose(),
  };
}

/** The first version had the recognizer in another folder. */
function recognizerFolder(tree: string): string {
  return existsSync(path.join(tree, 'src/recognizer')) ? 'src/recognizer' : 'src/recognize';
}

async function compare(first: Reader, now: Reader): Promise<object> {
  const names = readdirSync(IMAGES).filter((name) => !name.endsWith('.md'));
  const files = names.map((name) => new File([new Uint8Array(readFileSync(path.join(IMAGES, name)))], name));
  // The first picture pays for the start of the backend.
  for (const reader of [first, now]) await reader.read(files[0]!);
  const rows: { readonly name: string; readonly before: number; readonly after: number }[] = [];
  for (const file of files) {
    let [before, after] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (let round = 0; round < ROUNDS; round += 1) {
      before = Math.min(before, await cost(first, file));
      after = Math.min(after, await cost(now, file));
    }
    rows.push({ name: file.name, before, after });
  }
  first.dispose();
  now.dispose();
  rows.sort((a, b) => a.after / a.before - b.after / b.before);
  const ratios = rows.map(({ before, after }) => after / before);
  const sum = (costs: readonly number[]) => costs.reduce((total, ms) => total + ms, 0);
  return {
    firstVersion: FIRST_VERSION,
    pictures: rows.length,
    rounds: ROUNDS,
    medianRatio: rounded(ratios[ratios.length >> 1] ?? Number.NaN),
    largestRatio: rounded(ratios.at(-1) ?? Number.NaN),
    largestFor: rows.at(-1)?.name,
    ratioOfSums: rounded(sum(rows.map(({ after }) => after)) / sum(rows.map(({ before }) => before))),
  };
}

/** Milliseconds of processor time for one picture. */
async function cost(reader: Reader, file: File): Promise<number> {
  const startedAt = process.cpuUsage();
  const result = await reader.read(file);
  if (!result.ok) throw new Error(`${file.name} could not be read`);
  const { user, system } = process.cpuUsage(startedAt);
  return (user + system) / 1000;
}

function git(...args: readonly string[]): void {
  execFileSync('git', args, { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
}

function rounded(value: number): number {
  return Number(value.toFixed(3));
}

keepStandardOutputClean();
await main();
