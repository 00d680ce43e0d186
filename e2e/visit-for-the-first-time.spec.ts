import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { DIST } from './built-site';
import { expect, test } from './fixtures';
import { sample } from './samples';

const MEGABYTE = 1_000_000;

function gzippedBytes(url: string, base: string): number {
  const name = decodeURIComponent(new URL(url).pathname.slice(new URL(base).pathname.length)) || 'index.html';
  const file = path.join(DIST, name);
  return existsSync(file) && statSync(file).isFile() ? gzipSync(readFileSync(file)).length : 0;
}

test('everything up to the first number is at most 2.5 MB, and all of it from this site', async ({
  reader,
  page,
  context,
  baseURL,
  foreignRequests,
}) => {
  const site = baseURL ?? '';
  const requested = new Set<string>();
  const sent = new Set<string | null>();
  context.on('request', (request) => {
    requested.add(request.url());
    sent.add(request.method()).add(request.postData());
  });
  const { path: picture, lines } = sample('amount-in-blue-ink.jpg');
  await reader.open();
  const shell = [...requested].filter((url) => url.endsWith('.js'));
  expect(
    shell.reduce((sum, url) => sum + gzippedBytes(url, site), 0),
    'shell',
  ).toBeLessThanOrEqual(110_000);
  expect(await reader.read(picture)).toEqual(lines);
  const all = [...requested].filter((url) => url.startsWith(site));
  expect(all.some((url) => url.endsWith('.bin'))).toBe(true);
  const bytes = all.reduce((sum, url) => sum + gzippedBytes(url, site), 0);
  expect(bytes).toBeLessThanOrEqual(2.5 * MEGABYTE);
  await reader.goTo('History');
  await expect(page.getByRole('row').first()).toBeVisible();
  expect(foreignRequests).toEqual([]);
  expect([...sent], 'the site is asked for files and told nothing').toEqual(['GET', null]);
  expect([...requested].filter((url) => url.includes('amount-in-blue'))).toEqual([]);
});
