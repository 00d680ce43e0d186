import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { describe, expect, it } from 'vitest';

const APP = join(import.meta.dirname, '../..');
const MANIFEST = join(APP, '../../scripts/web-manifest.ts');
const ENGLISH = join(import.meta.dirname, 'catalogs/en');

function readCatalogs(): [id: string, message: string][] {
  return readdirSync(ENGLISH).flatMap((file) =>
    Object.entries(JSON.parse(readFileSync(join(ENGLISH, file), 'utf8')) as Record<string, string>),
  );
}

/** Everything in quotes in the app's sources, `${}` as a wildcard. */
function quotedInSources(): { readonly whole: ReadonlySet<string>; readonly patterns: readonly RegExp[] } {
  const sources = readdirSync(APP, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
    .map((file) => readFileSync(join(APP, file), 'utf8'))
    .concat(readFileSync(MANIFEST, 'utf8'));
  const whole = new Set(sources.flatMap((source) => [...source.matchAll(/['"]([\w.-]+)['"]/g)].map(([, id]) => id!)));
  const templates = sources.flatMap((source) => [...source.matchAll(/`([\w.-]+\.\$\{[^`]+)`/g)].map(([, id]) => id!));
  const patterns = templates.map((template) => {
    return new RegExp(`^${template.replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '[\\w-]+')}$`);
  });
  return { whole, patterns };
}

describe('the English catalogs', () => {
  const catalogs = readCatalogs();

  it('give every id once', () => {
    const ids = catalogs.map(([id]) => id);
    expect(ids).toHaveLength(new Set(ids).size);
  });

  it.each(catalogs)('%s is a message', (_id, message) => {
    expect(message.trim()).not.toBe('');
    expect(() => compileMessage(message)).not.toThrow();
  });

  it('hold no words that nothing says', () => {
    const { whole, patterns } = quotedInSources();
    const unused = catalogs.map(([id]) => id).filter((id) => !whole.has(id) && !patterns.some((row) => row.test(id)));
    expect(unused).toEqual([]);
  });
});
