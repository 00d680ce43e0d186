import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Diagnostic, PositionEncoding, Workspace } from '@astral-sh/ruff-wasm-nodejs';
import { parse } from 'smol-toml';

const ROOT = path.resolve(import.meta.dirname, '..');
const FOLDER = path.join(ROOT, 'training');
/** Diagnostics that --write mends: the order of imports. */
const MENDED = 'I001';

/**
 * Formatter and linter (Ruff) and type check (Pyright) for `training/`, both from npm; only the types need a Python.
 * With --write files are formatted and imports sorted; otherwise it only compares.
 *
 * @returns the exit code: 1 when something is to be changed
 */
function checkPython(isWriting: boolean): number {
  const ruff = new Workspace(parse(readFileSync(path.join(FOLDER, 'ruff.toml'), 'utf8')), PositionEncoding.Utf16);
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.py'));
  if (isWriting) for (const name of files) format(ruff, path.join(FOLDER, name));
  const problems = files.sort().flatMap((name) => problemsOf(ruff, path.join(FOLDER, name)));
  for (const problem of problems) console.error(problem);
  const typesCode = isWriting ? 0 : checkTypes();
  return problems.length > 0 ? 1 : typesCode;
}

function format(ruff: Workspace, file: string): void {
  const source = readFileSync(file, 'utf8');
  const unsorted = (ruff.check(source) as Diagnostic[]).filter(({ code }) => code === MENDED).reverse();
  const edits = unsorted.flatMap(({ fix }) => [...(fix?.edits ?? [])].reverse());
  const formatted = ruff.format(edits.reduce(edited, source));
  if (formatted !== source) writeFileSync(file, formatted);
}

type Edit = NonNullable<Diagnostic['fix']>['edits'][number];

function edited(text: string, edit: Edit): string {
  const offset = ({ row, column }: Edit['location']) =>
    text
      .split('\n')
      .slice(0, row - 1)
      .reduce((sum, line) => sum + line.length + 1, column - 1);
  return text.slice(0, offset(edit.location)) + (edit.content ?? '') + text.slice(offset(edit.end_location));
}

function problemsOf(ruff: Workspace, file: string): string[] {
  const shown = path.relative(ROOT, file);
  const source = readFileSync(file, 'utf8');
  const problems = (ruff.check(source) as Diagnostic[]).map(
    ({ code, message, start_location: { row, column } }) => `${shown}:${row}:${column} ${code ?? 'error'} ${message}`,
  );
  return ruff.format(source) === source ? problems : [...problems, `${shown} is not formatted: run \`npm run format\``];
}

/** The libraries' types come from the Python that trains; without one nothing can be said, which only CI takes amiss. */
function checkTypes(): number {
  const python = pythonWithTorch();
  if (!python) {
    console.warn('Types of training/ are NOT checked: no Python with PyTorch (Debian: apt-get install python3-torch).');
    return process.env.CI ? 1 : 0;
  }
  const pyright = fileURLToPath(import.meta.resolve('pyright/index.js'));
  return spawnSync(process.execPath, [pyright, '-p', ROOT, '--pythonpath', python], { stdio: 'inherit' }).status ?? 1;
}

/** The same that `scripts/train.sh` takes. */
function pythonWithTorch(): string | undefined {
  return ['python3', '/usr/bin/python3'].find((name) => spawnSync(name, ['-c', 'import torch']).status === 0);
}

process.exitCode = checkPython(process.argv.includes('--write'));
