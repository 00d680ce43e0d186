import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { lengthProblems } from './length-problems';

const ROOT = path.resolve(import.meta.dirname, '..');
const SOURCES = ['*.ts', '*.tsx', '*.py', '*.css', '*.js', '*.cjs', '*.sh'];

/** Holds every source file that git knows, or would add, to the soft cap; `long-files.json` names those above it. */
function checkLengths(): number {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', ...SOURCES], { cwd: ROOT });
  const names = [...new Set(listed.toString().split('\n'))].filter((name) => name && existsSync(path.join(ROOT, name)));
  const lengths = new Map(names.map((name) => [name, lineCount(name)]));
  const problems = lengthProblems(
    lengths,
    JSON.parse(readFileSync(path.join(ROOT, 'scripts/long-files.json'), 'utf8')),
  );
  for (const problem of problems) console.error(problem);
  return problems.length > 0 ? 1 : 0;
}

function lineCount(name: string): number {
  return readFileSync(path.join(ROOT, name), 'utf8').split('\n').length - 1;
}

process.exitCode = checkLengths();
