import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '..');
const read = (name: string) => readFileSync(path.join(ROOT, name), 'utf8');
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

/** Names that need no prefix, since people know them from npm or from the README. */
const PLAIN = [
  'start',
  'dev',
  'build',
  'test',
  'check',
  'format',
  'recognize',
  'evaluate',
  'train',
  'results',
  'bench',
  'fuzz',
  'chaos',
  'soak',
];
const PREFIXED = /^(test|check|measure|write):[a-z0-9-]+$/;

it('a script is named for what it does: test, check, measure or write', () => {
  expect(Object.keys(scripts).filter((name) => !PLAIN.includes(name) && !PREFIXED.test(name))).toEqual([]);
});

const DOCUMENTS = ['README.md', 'CONTRIBUTING.md', 'ARCHITECTURE.md', 'hosting/README.md', 'training/README.md'];
const DOCS = ['accuracy', 'browsers', 'command-line', 'training'].map((name) => `docs/${name}.md`);

it.each([...DOCUMENTS, ...DOCS, 'package.json'])('%s names only scripts that exist', (file) => {
  const named = [...read(file).matchAll(/npm run (?:-s )?([\w:-]+)/g)].map(([, name]) => name!);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});
