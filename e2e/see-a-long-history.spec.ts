import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

const ROWS = 5000;
/** So long may the page be deaf at most, in milliseconds. */
const LONGEST_TASK_MS = 200;
const ROUNDS = 3;

declare global {
  interface Window {
    longestTaskMs: number;
  }
}

/** Fills the history as if that many pictures had been read over half a year. */
async function fillHistory(page: Page): Promise<void> {
  await page.evaluate(async (rows) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('digit-reader');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const canvas = new OffscreenCanvas(96, 64);
    const context = canvas.getContext('2d');
    context?.fillRect(20, 10, 50, 40);
    const bytes = await (await canvas.convertToBlob({ type: 'image/webp' })).arrayBuffer();
    const transaction = database.transaction(['uploads', 'thumbnails'], 'readwrite');
    for (let index = 0; index < rows; index += 1) {
      const id = `row-${index}`;
      const isDoubtful = index % 7 === 0;
      transaction.objectStore('uploads').put({
        id,
        name: `sheet-${index}.jpg`,
        mime: 'image/jpeg',
        size: 1000,
        createdAt: Date.now() - index * 3_000_000,
        batchId: index % 2 ? 'batch' : null,
        otherReading: null,
        trashedAt: null,
        reading: {
          text: String(100_000 + index),
          digitCount: 6,
          openChecks: isDoubtful ? 1 : 0,
          lowestConfidence: isDoubtful ? 0.7 : 0.99,
          isEdited: index % 11 === 0,
          modelVersion: 'test',
          backend: 'wasm',
        },
      });
      transaction.objectStore('thumbnails').put({ id, mime: 'image/webp', bytes });
    }
    await new Promise((resolve) => {
      transaction.oncomplete = resolve;
    });
    database.close();
  }, ROWS);
}

async function watchLongTasks(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.longestTaskMs = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.longestTaskMs = Math.max(window.longestTaskMs, entry.duration);
    }).observe({ type: 'longtask', buffered: true });
  });
}

/** Goes through the history once, as somebody in a hurry. @returns its longest task in milliseconds */
async function hurryThrough(page: Page): Promise<number> {
  await page.reload();
  const table = page.getByRole('table', { name: 'Pictures' });
  await expect(table).toHaveAttribute('aria-rowcount', `${ROWS + 1}`);
  await expect(page.getByText('100000', { exact: true })).toBeVisible();
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  expect(height).toBeGreaterThan(ROWS * 60);

  for (let turn = 0; turn < 60; turn += 1) {
    await page.mouse.wheel(0, 2500);
    await page.waitForTimeout(30);
  }
  for (const part of [0.3, 0.6, 0.95, 0.1]) {
    await page.evaluate((top) => window.scrollTo(0, top), height * part);
    const isRowInTheMiddle = () =>
      page.evaluate(() => document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.closest('tr') != null);
    await expect.poll(isRowInTheMiddle, { message: 'rows stand where one scrolls to' }).toBe(true);
  }
  expect(await page.locator('tr').count(), 'rows in the document').toBeLessThan(400);

  await page.getByLabel('Number, name or note').fill('104321');
  await expect(page.getByTitle('sheet-4321.jpg')).toBeVisible();
  await page.getByLabel('Number, name or note').fill('');
  await page.getByLabel('Show').selectOption('Corrected');
  await expect(page.getByText(/5,000 pictures, 455 shown/)).toBeVisible();
  await page.getByLabel('Added').selectOption('Last 7 days');
  await expect(page.getByText(/5,000 pictures, \d\d shown/)).toBeVisible();
  await page.getByRole('checkbox', { name: 'Select all' }).check();
  return page.evaluate(() => window.longestTaskMs);
}

test(`scroll, search and filter ${ROWS} pictures without the page hanging`, async ({ reader, page }, testInfo) => {
  test.setTimeout(180_000);
  await reader.open();
  await reader.goTo('History');
  await expect(page.getByRole('heading', { name: 'No pictures yet' })).toBeVisible();
  await fillHistory(page);
  await watchLongTasks(page);

  // Tasks are timed by the clock, and the machine may be busy with something else: the calmest round tells what the
  // page itself needs.
  let longest = Number.POSITIVE_INFINITY;
  for (let round = 1; round <= ROUNDS && longest > LONGEST_TASK_MS; round += 1) {
    longest = Math.min(longest, await hurryThrough(page));
    console.log(`round ${round}: longest task with ${ROWS} rows so far ${Math.round(longest)} ms`);
  }
  testInfo.annotations.push({ type: 'longest task', description: `${Math.round(longest)} ms` });
  expect(longest).toBeLessThanOrEqual(LONGEST_TASK_MS);
});
