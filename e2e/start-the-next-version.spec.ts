import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { DIST, expect, keptFiles, type OwnSite, test, untilOnDevice } from './own-site';
import { ReaderPage } from './reader-page';
import { sample } from './samples';

const ROOT = path.resolve(import.meta.dirname, '..');
const NEXT = path.join(ROOT, '.cache/next-version');
const TITLE = 'Read handwritten numbers';
const NEXT_TITLE = 'Read numbers, next version';
const NEXT_MODEL = '99.0.0';

const AMOUNT = sample('amount-in-blue-ink.jpg');
const SEVEN = sample('mnist-7.png');
const MANY = Array.from({ length: 12 }, (_, index) => sample(index % 2 ? 'score-sheet.jpg' : 'mnist-2.png').path);

test.beforeAll(() => {
  test.setTimeout(180_000);
  const script = path.join(ROOT, 'scripts/build-changed-version.ts');
  const built = spawnSync(process.execPath, ['--import', 'tsx', script, NEXT, NEXT_TITLE, NEXT_MODEL], { cwd: ROOT });
  expect(built.status, String(built.stderr)).toBe(0);
});

async function openTab(context: BrowserContext): Promise<ReaderPage> {
  const reader = new ReaderPage(await context.newPage());
  await reader.open('?backend=wasm');
  return reader;
}

/** Publishes the next version, and has the open page find out as it does when somebody comes back to it. */
async function publishNext(page: Page, site: OwnSite): Promise<void> {
  site.publish(NEXT);
  await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
  await expect(updateBar(page)).toBeVisible({ timeout: 45_000 });
}

function updateBar(page: Page) {
  return page.getByRole('status').filter({ hasText: /new version/i });
}

function modelVersion(page: Page): Promise<string> {
  return page.evaluate(async () => (await (await fetch('./models/latin/manifest.json')).json()).version);
}

/** A chunk of the first version that the next one has under another name, or has not at all. */
function chunkThatIsGone(prefix: string): string | undefined {
  const assets = readdirSync(path.join(DIST, 'assets')).filter((name) => name.startsWith(prefix));
  return assets.find((name) => !existsSync(path.join(NEXT, 'assets', name)));
}

test('an open tab goes on with its own version, and all tabs change together when the person wants to', async ({
  reader,
  page,
  context,
  site,
}) => {
  test.setTimeout(120_000);
  await reader.open('?backend=wasm');
  await untilOnDevice(page);
  const oldModel = await modelVersion(page);
  expect(oldModel).not.toBe(NEXT_MODEL);
  const other = await openTab(context);
  await publishNext(page, site);
  await expect(updateBar(other.page)).toContainText('A new version is ready. Reload when you are done.');

  // The host has the next version alone; pages and models that this tab never loaded are still its own.
  expect(chunkThatIsGone('index-')).toBeDefined();
  expect(chunkThatIsGone('settings-page-')).toBeDefined();
  await reader.goTo('Settings');
  await expect(page.getByRole('region', { name: 'Offline use' })).toContainText('opens without a connection');
  await reader.goTo('History');
  await expect(page.getByRole('heading', { name: 'No pictures yet' })).toBeVisible();
  expect(await modelVersion(page)).toBe(oldModel);
  await page.reload();
  await reader.goTo('Read');
  await expect(page.getByRole('heading', { level: 1, name: TITLE, exact: true })).toBeVisible();

  await page.getByRole('button', { name: 'Reload now' }).click();
  for (const tab of [page, other.page]) {
    await expect(tab.getByRole('heading', { level: 1, name: NEXT_TITLE })).toBeVisible({ timeout: 45_000 });
    await expect(updateBar(tab)).toHaveCount(0);
    expect(await modelVersion(tab)).toBe(NEXT_MODEL);
  }
  expect(await reader.read(SEVEN.path)).toEqual(SEVEN.lines);
});

test('the new version waits until the batch of another tab is read, and reads offline what the old one read', async ({
  reader,
  page,
  context,
  site,
}) => {
  test.setTimeout(150_000);
  await reader.open('?backend=wasm');
  await untilOnDevice(page);
  expect(await reader.read(AMOUNT.path)).toEqual(AMOUNT.lines);
  await expect.poll(async () => (await keptFiles(page)).filter((file) => file.endsWith('weights.bin')).length).toBe(3);
  const busy = await openTab(context);
  await publishNext(page, site);
  await busy.choose(MANY);
  await expect(updateBar(busy.page)).toContainText('can start it once the pictures are read');
  await expect(busy.page.getByRole('button', { name: 'Reload now' })).toHaveCount(0);

  await page.getByRole('button', { name: 'Reload now' }).click();
  await expect(updateBar(page)).toContainText('when no tab is reading pictures');
  const reloaded = busy.page.waitForEvent('load', { timeout: 100_000 });
  await expect(busy.page.getByRole('button', { name: 'Pause' })).toBeVisible();
  await reloaded;
  // Every picture was read before the page was loaded again: it finds all of them in the history.
  await expect(busy.page.getByRole('main').getByText('12 read')).toBeVisible();
  await page.goto('./?backend=wasm#/');
  await expect(page.getByRole('heading', { level: 1, name: NEXT_TITLE })).toBeVisible();

  // The models of the new version came with it, since the old one was used to read.
  site.stop();
  expect(await modelVersion(page)).toBe(NEXT_MODEL);
  expect(await reader.read(SEVEN.path)).toEqual(SEVEN.lines);
});
