import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '..');
const FILE = /\.(?:cjs|css|json|md|py|sh|svg|toml|ts|tsx)$/;

interface Answer {
  readonly question: string;
  readonly paths: readonly string[];
}

/** The table of CONTRIBUTING.md: each question with the files and folders that its answer names, from the root. */
function answers(): Answer[] {
  const lines = readFileSync(path.join(ROOT, 'CONTRIBUTING.md'), 'utf8').split('\n');
  return lines.flatMap((line) => {
    const [, question, answer] = /^\| (\S.*?) \| (.*) \|$/.exec(line) ?? [];
    return question && answer && !question.startsWith('I want') ? [{ question, paths: pathsIn(answer) }] : [];
  });
}

/** `a/b.ts` and `c.ts` after it are a/b.ts and a/c.ts; commands, options and names of constants are no paths. */
function pathsIn(answer: string): string[] {
  const named = [...new Set(Array.from(answer.matchAll(/`([^` ]+)`/g), ([, name = '']) => name))];
  const paths: string[] = [];
  for (const name of named) {
    if (name.includes('/') && !name.startsWith('@')) paths.push(name);
    else if (FILE.test(name)) paths.push(path.posix.join(folderOf(paths.at(-1) ?? '.'), name));
  }
  return paths;
}

function folderOf(named: string): string {
  return named.endsWith('/') ? named : path.posix.dirname(named);
}

/** What stands for any language or name is not looked for. */
function isThere(named: string): boolean {
  return /<|NAME|\bx\./.test(named) || existsSync(path.join(ROOT, named));
}

describe('CONTRIBUTING.md', () => {
  it('names at most three files for each question', () => {
    expect(answers().length).toBeGreaterThan(50);
    expect(answers().filter(({ paths }) => paths.length > 3)).toEqual([]);
  });

  it('names only files that are there', () => {
    const gone = answers().flatMap(({ question, paths }) =>
      paths.filter((named) => !isThere(named)).map((named) => `${question}: ${named}`),
    );
    expect(gone).toEqual([]);
  });
});
