import path from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { findChromium } from './find-chromium';
import { startStaticServer } from './static-server';

const DIST = path.resolve(import.meta.dirname, '../dist');

interface OpenSite {
  readonly browser: Browser;
  /** An empty one, with nothing stored. */
  readonly page: Page;
  readonly url: string;
}

/** Serves what `npm run build` made, with a Chromium in front of it, as long as the work takes. */
export async function withBuiltSite<Value>(work: (site: OpenSite) => Promise<Value>): Promise<Value> {
  const server = await startStaticServer({ root: DIST, basePath: '/some/where/', port: 0, host: '127.0.0.1' });
  const executablePath = findChromium();
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: ['--no-sandbox', '--disable-background-networking', '--js-flags=--expose-gc'],
  });
  try {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    return await work({ browser, page: await context.newPage(), url: server.url });
  } finally {
    await browser.close();
    server.close();
  }
}
