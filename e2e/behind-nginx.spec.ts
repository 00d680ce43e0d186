import { existsSync, readdirSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import path from 'node:path';
import { CONTENT_TYPES, cacheControl, SECURITY_HEADERS } from '../hosting/headers';
import { findNginx, startNginx } from '../hosting/start-nginx';
import { DIST } from './built-site';
import { test as base, expect } from './fixtures';
import { sample } from './samples';

const nginx = findNginx();

interface Place {
  /** Where nginx serves the build. */
  readonly basePath: string;
}

const test = base.extend<Place & { server: Awaited<ReturnType<typeof startNginx>> }>({
  basePath: ['/', { option: true }],
  server: async ({ basePath }, use) => {
    const server = await startNginx(nginx ?? '', DIST, basePath);
    await use(server);
    await server.stop();
  },
  baseURL: async ({ server }, use) => use(server.url),
});

test.skip(!nginx, 'nginx is not installed');

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** As it comes: fetch() would unpack it and hide how it was packed. */
function head(url: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    httpRequest(url, { method: 'HEAD', headers }, (response) => {
      response.resume();
      resolve({ status: response.statusCode ?? 0, headers: response.headers });
    })
      .once('error', reject)
      .end();
  });
}

function builtFiles(): string[] {
  return readdirSync(DIST, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name) && entry.name !== '_headers')
    .map((entry) => path.relative(DIST, path.join(entry.parentPath, entry.name)));
}

for (const basePath of ['/', '/some/where/']) {
  test.describe(`at ${basePath}`, () => {
    test.use({ basePath });

    test('every file comes with its headers, type and time to keep, and packed where that helps', async ({
      server,
    }) => {
      const files = builtFiles();
      expect(files.length).toBeGreaterThan(40);
      for (const file of ['', ...files]) {
        const name = file || 'index.html';
        const { status, headers } = await head(server.url + file, { 'Accept-Encoding': 'gzip, deflate, br' });
        expect(status, name).toBe(200);
        for (const [header, value] of SECURITY_HEADERS) expect(headers[header.toLowerCase()], name).toBe(value);
        expect(headers['content-type'], name).toBe(CONTENT_TYPES[path.extname(name).slice(1)]);
        expect(headers['cache-control'], name).toBe(cacheControl(`/${name}`));
        const packed = ['br', 'gz'].find(
          (extension) =>
            existsSync(path.join(DIST, `${name}.${extension}`)) && (extension === 'gz' || server.hasBrotli),
        );
        expect(headers['content-encoding'], name).toBe(packed === 'gz' ? 'gzip' : packed);
      }
    });

    test('what has not changed is not sent again, and what is not there says so with the headers', async ({
      server,
    }) => {
      const { headers } = await head(server.url);
      const again = await head(server.url, { 'If-None-Match': String(headers.etag) });
      expect(again.status).toBe(304);
      const missing = await head(`${server.url}assets/old-chunk-12345678.js`);
      expect(missing.status).toBe(404);
      expect(missing.headers['cache-control'], 'a missing file is not kept for a year').toBeUndefined();
      for (const [header, value] of SECURITY_HEADERS) expect(missing.headers[header.toLowerCase()]).toBe(value);
    });

    test('a picture is read by threads of WebAssembly, without a violation', async ({ reader, page, context }) => {
      const requested = new Set<string>();
      context.on('request', (request) => requested.add(path.basename(new URL(request.url()).pathname)));
      const { path: picture, lines } = sample('amount-in-blue-ink.jpg');
      await reader.open('?backend=wasm');
      expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
      expect(await reader.read(picture)).toEqual(lines);
      expect([...requested].filter((name) => name.endsWith('.wasm'))).toEqual([
        expect.stringMatching(/^tfjs-backend-wasm-threaded-simd-/),
      ]);
      expect([...requested].some((name) => name.startsWith('wasm-thread-'))).toBe(true);
      await page.reload();
      await expect(reader.digits.first()).toBeVisible();
    });
  });
}
