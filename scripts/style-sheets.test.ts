import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const SOURCE = path.resolve(import.meta.dirname, '../src');
/** What every page has: colors and type, elements, buttons and a few words that need no style sheet of their own. */
const GLOBAL = ['base', 'buttons', 'controls', 'tokens'];

const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' });
const sheets = files.filter((file) => file.endsWith('.css')).sort();
const modules = sheets.filter((file) => file.endsWith('.module.css'));
const components = files
  .filter((file) => file.endsWith('.tsx'))
  .map((file) => ({ file, text: readFileSync(path.join(SOURCE, file), 'utf8') }));

/** Classes that a style sheet has of its own. */
function classesOf(sheet: string): ReadonlySet<string> {
  const text = readFileSync(path.join(SOURCE, sheet), 'utf8')
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/"[^"]*"/g, '')
    .replace(/:global\([^)]*\)/g, '');
  const selectors = text.replace(/\{[^{}]*\}/g, '{}');
  return new Set(Array.from(selectors.matchAll(/\.([a-z][\w-]*)/gi), ([, name = '']) => name));
}

/** Classes of a module that components ask it for. */
function usesOf(sheet: string): ReadonlySet<string> {
  const uses = components.flatMap(({ file, text }) =>
    Array.from(text.matchAll(/^import (\w+) from '([^']+\.module\.css)';/gm)).flatMap(([, name = '', from = '']) => {
      const isFromHere = path.join(path.dirname(file), from) === sheet;
      const used = isFromHere ? text.matchAll(new RegExp(`\\b${name}\\.(\\w+)`, 'g')) : [];
      return Array.from(used, ([, use = '']) => use);
    }),
  );
  return new Set(uses);
}

describe('style sheets', () => {
  it('stand beside their components, but for those of every page', () => {
    const others = sheets.filter((sheet) => !modules.includes(sheet));
    expect(others).toEqual(GLOBAL.map((name) => path.join('app', 'base', 'styles', `${name}.css`)));
  });

  it.each(modules)('%s has the classes that components ask it for, and no more', (sheet) => {
    expect([...classesOf(sheet)].sort()).toEqual([...usesOf(sheet)].sort());
  });

  it('are named in components only where every page has them', () => {
    const known = new Set(GLOBAL.flatMap((name) => [...classesOf(path.join('app', 'base', 'styles', `${name}.css`))]));
    const named = components.flatMap(({ file, text }) => {
      // Between quotes, and beside the classes of a module in a template.
      const values = Array.from(
        text.matchAll(/className="([^"]*)"|className=\{`([^`]*)`\}/g),
        (match) => match[1] ?? match[2],
      );
      const words = values.flatMap((value = '') => value.replace(/\$\{[^}]*\}/g, '').split(/\s+/));
      return words.filter((word) => word !== '' && !known.has(word)).map((word) => `${file}: ${word}`);
    });
    expect(named).toEqual([]);
  });
});
