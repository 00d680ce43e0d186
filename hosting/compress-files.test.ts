import { mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { compressFiles } from './compress-files';

it('compresses what becomes smaller, keeps the bytes, and takes from the cache what it did before', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'digit-reader-'));
  const site = path.join(folder, 'site');
  mkdirSync(path.join(site, 'assets'), { recursive: true });
  const script = 'export const digit = 7;\n'.repeat(500);
  writeFileSync(path.join(site, 'assets/a.js'), script);
  writeFileSync(path.join(site, 'noise.bin'), crypto.getRandomValues(new Uint8Array(5000)));
  writeFileSync(path.join(site, 'tiny.txt'), 'tiny');

  expect(await compressFiles(site, path.join(folder, 'cache'))).toBe(2);
  expect(readdirSync(site).sort()).toEqual(['assets', 'noise.bin', 'tiny.txt']);
  const [brotli, gzip] = ['br', 'gz'].map((extension) => readFileSync(path.join(site, `assets/a.js.${extension}`)));
  expect(brotliDecompressSync(brotli as Buffer).toString()).toBe(script);
  expect(gunzipSync(gzip as Buffer).toString()).toBe(script);

  const kept = readdirSync(path.join(folder, 'cache'));
  const written = kept.map((name) => statSync(path.join(folder, 'cache', name)).mtimeMs);
  expect(await compressFiles(site, path.join(folder, 'cache'))).toBe(2);
  expect(kept.map((name) => statSync(path.join(folder, 'cache', name)).mtimeMs)).toEqual(written);
});
