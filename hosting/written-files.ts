import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type BrowserRow, browserTable } from './browser-table';
import { type HostingBench, loadWords } from './load';
import { NGINX_SITE } from './nginx-site';

const ROOT = path.resolve(import.meta.dirname, '..');

/** Files, or parts of files, that `npm run write:hosting` writes: their names from the root, and what should stand in them. */
export function writtenFiles(): { readonly name: string; readonly text: string }[] {
  const bench = readJson<HostingBench>('hosting/bench.json');
  const browsers = readJson<Readonly<Record<string, BrowserRow>>>('docs/browsers.json');
  return [
    { name: 'hosting/nginx/digit-reader.conf', text: NGINX_SITE },
    { name: 'hosting/README.md', text: withPart('hosting/README.md', 'load', bench && loadWords(bench)) },
    {
      name: 'docs/browsers.md',
      text: withPart('docs/browsers.md', 'browsers', browsers && browserTable(Object.values(browsers))),
    },
  ];
}

function readJson<Value>(name: string): Value | undefined {
  const file = path.join(ROOT, name);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Value) : undefined;
}

/** The file with what stands between its two markers replaced. */
function withPart(name: string, part: string, words: string | undefined): string {
  const text = readFileSync(path.join(ROOT, name), 'utf8');
  const begin = `<!-- ${part}: written by \`npm run write:hosting\` -->`;
  const end = `<!-- /${part} -->`;
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`${name} lacks the markers around its ${part}.`);
  return `${text.slice(0, from + begin.length)}\n\n${words ?? 'Not measured yet.'}\n\n${text.slice(to)}`;
}
