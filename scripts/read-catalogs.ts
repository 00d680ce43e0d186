import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Messages by id, as ICU has them. */
export type Catalog = Readonly<Record<string, string>>;

const ROOT = path.resolve(import.meta.dirname, '..');
const CATALOGS = path.join(ROOT, 'src/app/base/i18n/catalogs');
const ENGLISH = path.join(CATALOGS, 'en');

/** Every English message: of the app, of the web manifest, and of failures. */
export function readEnglish(): Catalog {
  const parts = readdirSync(ENGLISH).map((name) => readJson(path.join(ENGLISH, name)));
  return Object.assign({}, ...parts, readJson(path.join(ROOT, 'src/contract/failure-messages.json')));
}

/** All messages of another language; none where it has no catalog yet. */
export function readCatalog(code: string): Catalog {
  const file = path.join(CATALOGS, `${code}.json`);
  return existsSync(file) ? readJson(file) : {};
}

function readJson(file: string): Catalog {
  return JSON.parse(readFileSync(file, 'utf8')) as Catalog;
}
