import path from 'node:path';
import { startStaticServer } from '../scripts/static-server';
import { DIST } from './built-site';
import { test as base, expect } from './fixtures';
import { sample } from './samples';

/** A host that sets no headers at all, as GitHub Pages does, and a path that is not plain ASCII. */
const test = base.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern.
  baseURL: async ({}, use) => {
    const options = { root: DIST, basePath: '/Zahlen lesen/', port: 0, host: '127.0.0.1', headers: [] };
    const server = await startStaticServer(options);
    await use(new URL(server.url).href);
    server.close();
  },
});

test('without any header the page still works, in one thread', async ({ reader, page, context }) => {
  const requested = new Set<string>();
  context.on('request', (request) => requested.add(path.basename(new URL(request.url()).pathname)));
  const { path: picture, lines } = sample('amount-in-blue-ink.jpg');
  await reader.open('?backend=wasm');
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
  expect(await reader.read(picture)).toEqual(lines);
  expect([...requested].filter((name) => name.endsWith('.wasm'))).toEqual([
    expect.stringMatching(/^tfjs-backend-wasm-simd-/),
  ]);
});

test('the policy in the page forbids what an attacker would want', async ({
  reader,
  page,
  violations,
  pageErrors,
  foreignRequests,
}) => {
  const failed: string[] = [];
  page.on('requestfailed', (request) => failed.push(`${request.url()} ${request.failure()?.errorText}`));
  await reader.open();
  const tried = await page.evaluate(async () => {
    const attempt = (act: () => unknown) => {
      try {
        act();
      } catch {
        // Refused at once.
      }
    };
    const script = document.createElement('script');
    attempt(() => Object.assign(script, { textContent: 'globalThis.injected = true' }));
    document.body.append(script);
    const image = new Image();
    image.src = 'https://elsewhere.example/pixel.png';
    attempt(() => document.body.insertAdjacentHTML('beforeend', '<img src="" onerror="injected = true">'));
    const link = document.createElement('a');
    link.setAttribute('style', 'color: red');
    attempt(() => link.setAttribute('onclick', 'injected = true'));
    document.body.append(link);
    link.click();
    attempt(() => new Worker('https://elsewhere.example/worker.js'));
    attempt(() => Reflect.get(globalThis, 'trustedTypes').createPolicy('other', {}));
    const isFetched = await fetch('https://elsewhere.example/').then(
      () => true,
      () => false,
    );
    // As a page's own code would: what a test evaluates itself may compile text.
    const isCompiled = await new Promise<boolean>((resolve) => {
      setTimeout(() => {
        try {
          resolve(Boolean(new Function('return 1')()));
        } catch {
          resolve(false);
        }
      });
    });
    return { isInjected: 'injected' in globalThis, isFetched, isCompiled };
  });
  expect(tried).toEqual({ isInjected: false, isFetched: false, isCompiled: false });
  await expect
    .poll(() => [...new Set(violations.map((words) => words.split(' ')[0]))].sort())
    .toEqual(['connect-src', 'img-src', 'require-trusted-types-for', 'style-src-attr', 'trusted-types']);
  await expect.poll(() => failed).toEqual(['https://elsewhere.example/pixel.png csp']);
  // They were wanted here; any other test fails on them.
  for (const wanted of [violations, pageErrors, foreignRequests]) wanted.length = 0;
});
