import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '..');
/** The chapters that are looked at, each with the number of its requirements in ASVS 5.0.0. */
const CHAPTERS = { V1: 30, V3: 31, V5: 13, V11: 24, V13: 21, V14: 13, V15: 21, V16: 17 } as const;

interface Row {
  readonly requirement: string;
  readonly numbers: readonly string[];
  readonly app: string;
  readonly backed: string;
}

const [, section = ''] = readFileSync(path.join(ROOT, 'SECURITY.md'), 'utf8').split('## Review against OWASP ASVS\n');
const [review = ''] = section.split('\n## ');

const rows: readonly Row[] = [...review.matchAll(/^\| (V\d.*?) \| (.*) \| (.*) \|$/gm)].map(
  ([, requirement = '', app = '', backed = '']) => ({ requirement, numbers: numbersIn(requirement), app, backed }),
);

/** 'V3.5.1 to V3.5.3, V3.5.8: ...' names four requirements. */
function numbersIn(requirement: string): string[] {
  const [named = ''] = requirement.split(':');
  return named.split(', ').flatMap((part) => {
    const [first = '', last = first] = part.split(' to ');
    const section = first.slice(0, first.lastIndexOf('.') + 1);
    const [from, to] = [first, last].map((number) => Number(number.slice(section.length)));
    return Array.from({ length: to! - from! + 1 }, (_, index) => `${section}${from! + index}`);
  });
}

/** What stands between backticks and is a file or folder. */
function pathsIn(text: string): string[] {
  const named = Array.from(text.matchAll(/`([^`]+)`/g), ([, name = '']) => name);
  return named.filter((name) => /^[\w.-]+(?:\/[\w.-]*)*$/.test(name) && /\/|\.(?:cjs|json|md|ts)$/.test(name));
}

describe('the review against OWASP ASVS', () => {
  it('has a row for every requirement of its chapters, and none twice', () => {
    const all = rows.flatMap(({ numbers }) => numbers);
    expect(all.filter((number, index) => all.indexOf(number) !== index)).toEqual([]);
    const counts = Object.keys(CHAPTERS).map((chapter) => [
      chapter,
      all.filter((number) => number.startsWith(`${chapter}.`)).length,
    ]);
    expect(Object.fromEntries(counts)).toEqual(CHAPTERS);
  });

  it('names a test that backs each line, or says why there is none', () => {
    const vague = rows.filter(
      ({ backed }) => !/\.(?:test\.tsx?|spec\.ts)`/.test(backed) && !/^not (?:met|applicable): \w/i.test(backed),
    );
    expect(vague.map(({ requirement }) => requirement)).toEqual([]);
  });

  it('names only files that are there', () => {
    const named = rows.flatMap(({ app, backed }) => [...pathsIn(app), ...pathsIn(backed)]);
    expect(named.length).toBeGreaterThan(50);
    expect([...new Set(named)].filter((name) => !existsSync(path.join(ROOT, name)))).toEqual([]);
  });
});
