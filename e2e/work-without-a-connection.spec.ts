import type { Page } from '@playwright/test';
import { expect, goOffline, keptFiles, test, untilOnDevice } from './own-site';
import { sample } from './samples';

const AMOUNT = sample('amount-in-blue-ink.jpg');
const SEVEN = sample('mnist-7.png');

function section(page: Page) {
  return page.getByRole('region', { name: 'Offline use' });
}

/** Waits until models and binaries are there, too. */
async function untilKept(page: Page, pattern: RegExp): Promise<void> {
  await expect.poll(async () => (await keptFiles(page)).some((file) => pattern.test(file))).toBe(true);
}

test('every page opens without a connection after one visit', async ({ reader, page, site, pageErrors }) => {
  await reader.open();
  await untilOnDevice(page);
  await goOffline(page, site);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Read handwritten numbers' })).toBeVisible();
  await reader.goTo('History');
  await expect(page.getByRole('heading', { name: 'No pictures yet' })).toBeVisible();
  await reader.goTo('Model');
  await expect(page.getByRole('table').first()).toBeVisible();
  await reader.goTo('Settings');
  await expect(section(page)).toContainText('opens without a connection');
  // The picture is kept and waits; the models are not on this device yet.
  await reader.goTo('Read');
  await reader.choose([SEVEN.path]);
  await expect(reader.failure).toContainText('The reader could not be loaded');
  expect(pageErrors.filter((error) => !/^Failed to load resource.*\.(wasm|bin)\)$/.test(error))).toEqual([]);
  pageErrors.length = 0;
});

test('reads new pictures without a connection, with each backend that was used before', async ({
  reader,
  page,
  site,
  pageErrors,
}) => {
  test.setTimeout(180_000);
  for (const { backend, kept } of [
    { backend: 'wasm', kept: /wasm-simd.*\.wasm$/ },
    { backend: 'cpu', kept: /locator\/weights\.bin$/ },
  ]) {
    await reader.open(`?backend=${backend}`);
    expect(await reader.read(SEVEN.path)).toEqual(SEVEN.lines);
    // Who leaves before the app is on the device has not used it there.
    await untilOnDevice(page);
    await untilKept(page, kept);
  }
  await untilKept(page, /latin\/weights\.bin$/);
  await goOffline(page, site);
  for (const { backend, words, picture } of [
    { backend: 'wasm', words: 'with WebAssembly', picture: AMOUNT },
    { backend: 'cpu', words: 'with plain JavaScript', picture: sample('mnist-2.png') },
  ]) {
    await page.goto(`./?backend=${backend}`);
    expect(await reader.read(picture.path)).toEqual(picture.lines);
    await expect(page.getByText(words)).toBeVisible();
  }
  await reader.goTo('History');
  await expect(page.getByRole('link', { name: /amount-in-blue-ink\.jpg/ }).first()).toBeVisible();
  expect(pageErrors).toEqual([]);
});

test('one switch makes everything available, another press gives the room back', async ({ reader, page, site }) => {
  await reader.open('?backend=wasm');
  await untilOnDevice(page);
  expect((await keptFiles(page)).filter((file) => /\.(bin|wasm)$/.test(file))).toEqual([]);
  await reader.goTo('Settings');
  await expect(section(page)).toContainText(/Models\s*1\.\d MB, downloaded when first used/);
  const all = page.getByRole('checkbox', { name: 'Make everything available offline' });
  await all.check();
  await expect(section(page)).toContainText('Everything is on this device.');
  await expect(section(page)).toContainText(/Models\s*1\.\d MB, on this device/);
  await all.uncheck();
  await expect(section(page)).toContainText('downloaded when first used');
  expect((await keptFiles(page)).filter((file) => /\.(bin|wasm)$/.test(file))).toEqual([]);
  await all.check();
  await expect(section(page)).toContainText('Everything is on this device.');
  await goOffline(page, site);
  await page.reload();
  expect(await reader.read(AMOUNT.path)).toEqual(AMOUNT.lines);
});

test('a half-filled and spoiled store heals by itself', async ({ reader, page, site }) => {
  await reader.open('?backend=wasm');
  await untilOnDevice(page);
  expect(await reader.read(SEVEN.path)).toEqual(SEVEN.lines);
  await untilKept(page, /latin\/weights\.bin$/);
  const before = (await keptFiles(page)).toSorted();
  await page.evaluate(async () => {
    const [name = ''] = (await caches.keys()).filter((key) => key.startsWith('digit-reader files'));
    const cache = await caches.open(name);
    for (const [index, { url }] of (await cache.keys()).entries()) {
      // Scripts and models with wrong bytes in them, and every other file gone.
      if (/assets\/index-.*\.js|weights\.bin/.test(url)) await cache.put(url, new Response('throw "spoiled"'));
      else if (index % 2 === 0) await cache.delete(url);
    }
  });
  await page.reload();
  expect(await reader.read(AMOUNT.path)).toEqual(AMOUNT.lines);
  await expect.poll(async () => (await keptFiles(page)).toSorted()).toEqual(before);
  await goOffline(page, site);
  await page.reload();
  expect(await reader.read(SEVEN.path)).toEqual(SEVEN.lines);
});

test.describe('where the browser allows no service worker', () => {
  test.use({ serviceWorkers: 'block' });

  test('the app says what is lost and reads all the same', async ({ reader, page }) => {
    await reader.open('?backend=wasm');
    expect(await reader.read(AMOUNT.path)).toEqual(AMOUNT.lines);
    await reader.goTo('Settings');
    await expect(section(page)).toContainText('opens only while this site can be reached');
    await expect(page.getByRole('checkbox', { name: 'Make everything available offline' })).toHaveCount(0);
  });
});
