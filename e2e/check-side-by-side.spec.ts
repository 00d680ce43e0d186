import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { unclearPictures } from './forty-pictures';

const PICTURES = 300;
/** Wrong ones among them, which are selected with a click and typed. */
const WRONG = 10;
/** The machine's share of the minute that a person needs for looking. */
const MOST_SECONDS = 30;

/** Copies the pictures of the only batch until there are so many. */
async function multiply(page: Page, wanted: number): Promise<void> {
  await page.evaluate(async (count) => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('digit-reader');
      request.onsuccess = () => resolve(request.result);
    });
    const all = (table: string) =>
      new Promise<{ id: string; name?: string; place?: number }[]>((resolve) => {
        const request = database.transaction(table).objectStore(table).getAll();
        request.onsuccess = () => resolve(request.result);
      });
    const tables = ['uploads', 'pictures', 'thumbnails', 'readings'];
    const records = new Map(await Promise.all(tables.map(async (table) => [table, await all(table)] as const)));
    const ids = records.get('uploads')!.map(({ id }) => id);
    const writing = database.transaction(tables, 'readwrite');
    for (let copy = ids.length; copy < count; copy += 1) {
      const id = ids[copy % ids.length];
      for (const table of tables) {
        const record = records.get(table)!.find((one) => one.id === id);
        const changes = table === 'uploads' ? { name: `${copy}.png`, place: copy } : {};
        writing.objectStore(table).put({ ...record, ...changes, id: `${id}-${copy}` });
      }
    }
    await new Promise((resolve) => {
      writing.oncomplete = resolve;
    });
    database.close();
  }, wanted);
}

test(`the doubts of ${PICTURES} pictures side by side: keys, clicks and seconds`, async ({
  reader,
  page,
}, testInfo) => {
  test.setTimeout(90_000);
  await reader.open();
  await reader.choose((await unclearPictures(testInfo.outputDir)).map((picture) => picture.path));
  await expect(page.getByText('5 read', { exact: false }).first()).toBeVisible();
  const batch = page.url();
  await expect(page.locator('[data-check]')).toBeVisible();
  await multiply(page, PICTURES);
  await page.goto(`${batch}/doubts`);
  await page.reload();

  const open = page.locator('[data-tile]:not([data-done])');
  await expect.poll(() => open.count()).toBeGreaterThanOrEqual(PICTURES);
  const doubts = await open.count();
  const digits = page.locator('[data-tile]:not([data-tile$=":number"])');
  const count = await digits.count();
  let keys = 0;
  let clicks = 0;
  const begin = Date.now();
  for (let wrong = 0; wrong < WRONG; wrong += 1) {
    clicks += 1;
    await digits.nth(Math.floor((wrong * count) / WRONG)).click();
    keys += 1;
    await page.keyboard.press('3');
  }
  await page.keyboard.press('Home');
  keys += 1;
  while ((await open.count()) > 0) {
    const before = await open.count();
    keys += 1;
    await page.keyboard.press('Enter');
    await expect.poll(() => open.count(), { intervals: [20] }).toBeLessThan(before);
  }
  await expect(page.getByRole('region', { name: 'Nothing left to check' })).toBeVisible();
  const seconds = (Date.now() - begin) / 1000;
  console.log(
    `side by side: ${doubts} doubts in ${PICTURES} pictures, ${keys} keys and ${clicks} clicks, ${seconds.toFixed(1)} s without looking`,
  );
  expect(keys + clicks).toBeLessThanOrEqual(2 * WRONG + 20);
  expect(seconds).toBeLessThanOrEqual(MOST_SECONDS);
  await page.keyboard.press('Control+z');
  await expect.poll(() => open.count()).toBeGreaterThan(0);
});
