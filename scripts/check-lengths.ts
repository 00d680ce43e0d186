import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { lengthProblems, lowered } from './length-problems';

const ROOT = path.resolve(import.meta.dirname, '..');
const LIST = path.join(ROOT, 'scripts/long-files.json');
const SOURCES = ['*.ts', '*.tsx', '*.py', '*.css', '*.js', '*.cjs', '*.sh'];

/**
 * Holds every source file that git knows, or would add, to the soft cap; `long-files.json` names those above it. With
 * --write the list is brought down to what is still needed, never up.
 */
function checkLengths(isWriting: boolean): number {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', ...SOURCES], { cwd: ROOT });
  const names = [...new Set(listed.toString().split('\n'))].filter((name) => name && existsSync(path.join(ROOT, name)));
  const lengths = new Map(names.map((name) => [name, lineCount(name)]));
  const allowed = JSON.parse(readFileSync(LIST, 'utf8')) as Record<string, number>;
  if (isWriting) writeFileSync(LIST, `${JSON.stringify(lowered(lengths, allowed), null, 2)}\n`);
  const problems = isWriting ? [] : lengthProblems(lengths, allowed);
  for (const problem of problems) console.error(problem);
  return problems.length > 0 ? 1 : 0;
}

function lineCount(name: string): number {
  return readFileSync(path.join(ROOT, name), 'utf8').split('\n').length - 1;
}

process.exitCode = checkLengths(process.argv.includes('--write'));
