import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { test as base, expect } from '@playwright/test';
import { findChromium } from '../scripts/find-chromium';
import { startStaticServer } from '../scripts/static-server';
import { DIST } from './built-site';
import { keepBrowserRow } from './engines/browser-rows';
import { type Engine, waitFor } from './engines/engine';
import { findFirefox, startChromium, startFirefox } from './engines/puppet';
import { findWebkit, startWebkit } from './engines/webkit';
import { sample } from './samples';

const SETTLE_MS = 1000;

interface Site {
  readonly url: string;
  /** What the Content Security Policy forbade, as the engine reports it. */
  readonly violations: string[];
  /** Nobody answers any more. */
  close(): void;
}

// No page of Playwright's own browser: the plain test starts none.
const test = base.extend<{ site: Site }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern.
  site: async ({}, use) => {
    const violations: string[] = [];
    const server = await startStaticServer({
      root: DIST,
      basePath: '/some/where/',
      port: 0,
      host: '127.0.0.1',
      onViolation: (report) => violations.push(report),
    });
    await use({ url: server.url, violations, close: () => server.close() });
    server.close();
  },
});

const firefox = findFirefox();
const webkit = findWebkit();

const chromium = findChromium();

const ENGINES = [
  { name: 'Chromium', start: chromium ? () => startChromium(chromium) : undefined, needs: 'chromium' },
  { name: 'Firefox', start: firefox ? () => startFirefox(firefox) : undefined, needs: 'firefox-esr' },
  { name: 'WebKit', start: webkit ? () => startWebkit(webkit) : undefined, needs: 'webkit2gtk-driver and xvfb' },
] as const;

const DIGITS = "document.querySelectorAll('[data-digit]')";

/** Drops a picture on the page, as from outside the browser. */
async function dropPicture(engine: Engine, file: string): Promise<void> {
  await waitFor(engine, "document.readyState === 'complete' && document.querySelector('h1')", 'the page');
  // The page listens a moment after it is shown.
  await setTimeout(SETTLE_MS);
  await engine.evaluate(`(() => {
    const bytes = Uint8Array.from(atob('${readFileSync(file).toString('base64')}'), (byte) => byte.charCodeAt(0));
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([bytes], '${path.basename(file)}', { type: 'image/jpeg' }));
    for (const type of ['dragenter', 'dragover', 'drop']) {
      document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    }
  })()`);
}

async function readNumber(engine: Engine): Promise<string> {
  await waitFor(engine, `${DIGITS}.length`, 'the number');
  return engine.evaluate(
    `[...${DIGITS}].map((digit) => digit.getAttribute('aria-label').match(/: (.)/)?.[1]).join('')`,
  );
}

for (const { name, start, needs } of ENGINES) {
  test(`${name} reads a picture, reopens the history, and goes on without the network`, async ({ site }) => {
    test.skip(!start, `${needs} is not installed`);
    test.setTimeout(240_000);
    const { path: picture, lines } = sample('amount-in-blue-ink.jpg');
    const engine = await start!();
    try {
      await engine.open(site.url);
      await dropPicture(engine, picture);
      expect(await readNumber(engine)).toBe(lines.join(''));

      await engine.open(`${site.url}#/history`);
      await engine.reload();
      await waitFor(engine, "document.querySelector('table a, [role=row] a')", 'the history');
      await engine.evaluate("document.querySelector('table a, [role=row] a').click()");
      expect(await readNumber(engine)).toBe(lines.join(''));
      const foreign = await engine.evaluate(
        "performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => !name.startsWith('blob:') && !name.startsWith(location.origin))",
      );
      expect(foreign, 'requests to other origins').toEqual([]);
      expect(site.violations, 'violations of the Content Security Policy').toEqual([]);

      const readsWith = await engine.evaluate<string>('document.body.innerText.match(/Read in .* with (\\w+)/)?.[1]');
      await waitFor(engine, 'navigator.serviceWorker?.controller', 'the service worker');
      site.close();
      await engine.open(`${site.url}#/`);
      await engine.reload();
      const other = sample('score-sheet.jpg');
      await dropPicture(engine, other.path);
      expect(await readNumber(engine), 'read without the network').toBe(other.lines.join('').replaceAll(' ', ''));
      await keepBrowserRow(engine, { readsWith, historyReopened: true, readsOffline: true });
    } finally {
      await engine.close();
    }
  });
}
