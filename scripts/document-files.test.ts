import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { documentedFormats } from './formats-table';

const ROOT = path.resolve(import.meta.dirname, '..');
const read = (name: string) => readFileSync(path.join(ROOT, name), 'utf8');
const foldersIn = (name: string) =>
  readdirSync(path.join(ROOT, name), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? entry.name : [],
  );

/** Files and folders between backticks: with a slash, or with the ending of a file. */
function namedFiles(text: string): string[] {
  const words = Array.from(text.matchAll(/`([\w.<>/-]+)`/g), ([, word = '']) => word);
  return words.filter((word) => word.includes('/') || /\.(ts|tsx|py|json|toml|md|css)$/.test(word));
}

/** Rows of Markdown tables by their first cell. */
function rowsOf(document: string): ReadonlyMap<string, string> {
  const rows = read(document).matchAll(/^\| (.+?) \|(.*)\|$/gm);
  return new Map(Array.from(rows, ([, name = '', rest = '']) => [name, rest]));
}

describe.each(['ARCHITECTURE.md', 'CONTRIBUTING.md'])('%s', (document) => {
  it('names only files and folders that exist', () => {
    const named = namedFiles(read(document)).filter((name) =>
      /^(src|training|scripts|e2e|hosting|public)\//.test(name),
    );
    expect(named.filter((name) => !name.includes('<') && !existsSync(path.join(ROOT, name)))).toEqual([]);
  });
});

describe('ARCHITECTURE.md', () => {
  it('has a row for each folder of src', () => {
    const rows = read('ARCHITECTURE.md').matchAll(/^\| \d \| `src\/(\w[\w-]*)\/`/gm);
    expect(Array.from(rows, ([, name]) => name).sort()).toEqual(foldersIn('src').sort());
  });

  it.each(['pages', 'parts', 'work', 'base'])('lists the folders of src/app/%s', (layer) => {
    const [folders = ''] = (rowsOf('ARCHITECTURE.md').get(`\`${layer}/\``) ?? '').split('|');
    const listed = Array.from(folders.matchAll(/`([\w-]+)`/g), ([, name]) => name);
    expect(listed.sort()).toEqual(foldersIn(`src/app/${layer}`).sort());
  });
});

describe('CONTRIBUTING.md', () => {
  it.each([
    'add an image format',
    'add a numeral script',
    'add a language of the interface',
    'change a recognition threshold',
    'add a setting',
    'add a page',
    'add a job to the recognizer',
  ])('names at most three files to %s', (question) => {
    const answer = rowsOf('CONTRIBUTING.md').get(question);
    expect(answer).toBeDefined();
    expect(namedFiles(answer ?? '').length).toBeLessThanOrEqual(3);
  });
});

describe('the table of formats', () => {
  it('is what the contract says', () => {
    const { found, wanted } = documentedFormats();
    expect(found, 'npm run write:formats').toBe(wanted);
  });
});
