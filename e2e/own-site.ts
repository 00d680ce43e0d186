import path from 'node:path';
import type { Page } from '@playwright/test';
import { startStaticServer } from '../scripts/static-server';
import { test as base, expect } from './fixtures';

export const DIST = path.resolve(import.meta.dirname, '../dist');
const BASE_PATH = '/some/where/';

/** A host of the test's own, which it may stop, or have serve another build. */
export interface OwnSite {
  readonly url: string;
  /** No connection from now on. */
  stop(): void;
  /** From now on every address gives a file of this folder, and none of the one before. */
  publish(folder: string): void;
}

async function startOwnSite(folder: string): Promise<OwnSite> {
  const options = { root: folder, basePath: BASE_PATH, port: 0, host: '127.0.0.1' };
  const server = await startStaticServer(options);
  return {
    url: server.url,
    stop: () => server.close(),
    publish: (next) => {
      options.root = next;
    },
  };
}

/** Specs about what the browser keeps of the site: a host of their own, and service workers allowed. */
export const test = base.extend<{ readonly site: OwnSite }>({
  site: async ({ browserName: _ }, use) => {
    const site = await startOwnSite(DIST);
    await use(site);
    site.stop();
  },
  baseURL: ({ site }, use) => use(site.url),
  serviceWorkers: 'allow',
});

/** Waits until the version that the page came with is on the device and serves the page. */
export async function untilOnDevice(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state), { timeout: 45_000 })
    .toBe('activated');
}

/** No connection, and nothing in the browser's HTTP cache that could stand in for what the app has to bring along. */
export async function goOffline(page: Page, site: OwnSite): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.clearBrowserCache');
  await devtools.detach();
  site.stop();
  await expect
    .poll(() =>
      fetch(site.url).then(
        () => 'reachable',
        () => 'gone',
      ),
    )
    .toBe('gone');
}

/** The addresses of all files that the browser keeps for this site, without the part that tells versions apart. */
export function keptFiles(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith('digit-reader files'));
    const keys = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    const folder = new URL('.', document.baseURI).href;
    return keys.flat().map(({ url }) => url.slice(folder.length).replace(/\?sha256.*$/, ''));
  });
}

export { expect };
