import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const APP = import.meta.dirname;
const ENGLISH = join(APP, 'base/i18n/catalogs/en');

/** Message id -> the catalog that has it. */
const CATALOG_OF = new Map(
  readdirSync(ENGLISH).flatMap((file) =>
    Object.keys(JSON.parse(readFileSync(join(ENGLISH, file), 'utf8'))).map((id) => [id, file.replace('.json', '')]),
  ),
);

/** The sources that are on the page with this one. */
function withImports(file: string): ReadonlySet<string> {
  const found = new Set([file]);
  for (const source of found) {
    for (const [, path] of readFileSync(source, 'utf8')
      .replace(/^import type .*$/gm, '')
      .matchAll(/(?:from |import\()'(\.[^']+)'/g)) {
      const target = ['.ts', '.tsx'].map((ending) => join(dirname(source), path + ending)).find(existsSync);
      if (target?.startsWith(APP)) {
        found.add(target);
      }
    }
  }
  return found;
}

/** The catalogs of the messages that a source says. */
function catalogsOf(file: string): readonly string[] {
  const source = readFileSync(file, 'utf8');
  const whole = [...source.matchAll(/['"]([\w.-]+)['"]/g)].flatMap(([, id]) => CATALOG_OF.get(id ?? '') ?? []);
  const templates = [...source.matchAll(/t\(`([\w.-]+\.)\$\{/g)].flatMap(([, start]) =>
    [...CATALOG_OF].flatMap(([id, catalog]) => (id.startsWith(start ?? '') ? catalog : [])),
  );
  return [...whole, ...templates];
}

const PAGES = [...readFileSync(join(APP, 'app.tsx'), 'utf8').matchAll(/lazyPage\(\s*\[([^\]]*)\],[^']*'([^']+)'/g)].map(
  ([, words = '', path = '']) => ({ path, words: [...words.matchAll(/\w+/g)].map(([word]) => word) }),
);

describe('a page has its words when it is shown', () => {
  it.each([...PAGES, { path: './pages/read/read-page', words: [] }, { path: './parts/shell/shell', words: [] }])(
    '$path',
    ({ path, words }) => {
      const said = [...withImports(`${join(APP, path)}.tsx`)].flatMap(catalogsOf);
      expect(new Set(['shell', ...words])).toEqual(new Set(['shell', ...said]));
    },
  );
});
