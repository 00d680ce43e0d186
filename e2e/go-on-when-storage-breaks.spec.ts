import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { chooseMade, dropFiles } from './hand-over';
import { ReaderPage } from './reader-page';
import { sample } from './samples';
import { storedRecords } from './stored';

const AMOUNT = sample('amount-in-blue-ink.jpg');
const SEVEN = sample('mnist-7.png');
const TWO = sample('mnist-2.png');
const DENIED = 'This browser does not let the page store anything.';
const NEWER = 'A newer version of this app has been open in this browser.';

/** What a browser does that has no database for the page, and what is said of it. */
const BROKEN: Readonly<Record<string, () => void>> = {
  absent: () => {
    Object.defineProperty(globalThis, 'indexedDB', { value: undefined });
  },
  forbidden: () => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('denied', 'SecurityError');
    };
  },
  corrupted: () => {
    IDBFactory.prototype.open = () => {
      const request = new EventTarget();
      Object.defineProperty(request, 'error', { value: new DOMException('Internal error.', 'UnknownError') });
      setTimeout(() => request.dispatchEvent(new Event('error')));
      return request as IDBOpenDBRequest;
    };
  },
};

for (const [name, breakIt] of Object.entries(BROKEN)) {
  test(`where the database is ${name}, pictures are read, listed and exported, and the page says what is lost`, async ({
    reader,
    page,
  }) => {
    await page.addInitScript(breakIt);
    await reader.open();
    await expect(page.getByText(DENIED)).toBeVisible();
    expect(await reader.read(AMOUNT.path)).toEqual(AMOUNT.lines);
    await reader.goTo('History');
    await expect(page.locator('tr[data-phase="read"]')).toContainText(AMOUNT.file);
    expect(await exportedNumbers(page)).toContain(AMOUNT.lines[0]);
  });
}

test('where every write finds the disk full, nothing is lost as long as the page is open', async ({ reader, page }) => {
  await page.addInitScript(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await reader.open();
  expect(await reader.read(AMOUNT.path)).toEqual(AMOUNT.lines);
  await expect(page.getByText('Not saved: storage is full')).toBeVisible();
  expect(await reader.read(SEVEN.path)).toEqual(SEVEN.lines);
  await reader.goTo('History');
  await expect(page.getByText('2 pictures are not saved')).toBeVisible();
  await expect(page.locator('tr[data-phase="read"]')).toHaveCount(2);
  expect(await exportedNumbers(page)).toEqual(expect.arrayContaining([AMOUNT.lines[0], SEVEN.lines[0]]));
  const asked = page.waitForEvent('dialog');
  void page.reload().catch(() => undefined);
  await (await asked).accept();
  await expect(page.getByRole('heading', { name: 'No pictures yet' })).toBeVisible();
});

test('a history that a newer version has written is left alone, and the page says so', async ({
  reader,
  page,
  baseURL,
}) => {
  await page.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }));
  await page.goto(`${baseURL}favicon.svg`);
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const request = indexedDB.open('digit-reader', 99);
        request.onupgradeneeded = () => request.result.createObjectStore('uploads', { keyPath: 'id' });
        request.onsuccess = () => {
          request.result.close();
          resolve();
        };
      }),
  );
  await reader.open();
  await expect(page.getByText(NEWER)).toBeVisible();
  await expect(page.getByText(DENIED)).toHaveCount(0);
  expect(await reader.read(AMOUNT.path)).toEqual(AMOUNT.lines);
  await page.getByRole('button', { name: 'Reload' }).click();
  await expect(page.getByText(NEWER)).toBeVisible();
  const versions = await page.evaluate(async () => (await indexedDB.databases()).map(({ version }) => version));
  expect(versions).toContain(99);
});

test('two tabs that read at once write one history: every picture is in it, once', async ({
  reader,
  page,
  context,
}) => {
  test.setTimeout(120_000);
  const other = new ReaderPage(await context.newPage());
  await reader.open();
  await other.open();
  await Promise.all([readEight(reader, 'one'), readEight(other, 'other')]);
  for (const tab of [reader, other]) {
    await tab.goTo('History');
    await expect(tab.page.locator('tr[data-phase="read"]')).toHaveCount(16);
  }
  await expect.poll(async () => (await storedRecords(page)).readings).toHaveLength(16);
  const { uploads, pictures, readings } = await storedRecords(page);
  expect([uploads, pictures, readings].map((records) => (records as unknown[]).length)).toEqual([16, 16, 16]);
});

test('a clock that was set back changes no order and loses nothing', async ({ reader, page }) => {
  const now = new Date('2026-05-20T12:00:00');
  await page.clock.setSystemTime(now);
  await reader.open();
  await chooseMade(page, made('first.png', SEVEN.path), made('second.png', TWO.path));
  await expect(page.getByRole('main').getByText('2 read', { exact: false })).toBeVisible({ timeout: 45_000 });
  await page.clock.setSystemTime(new Date('2026-05-17T12:00:00'));
  // What is dropped while a batch is looked at belongs to it.
  await dropFiles(page, [sample('mnist-4.png').path]);
  await expect(page.locator('[data-number]')).toHaveText(['7', '2', '4']);
  await expect.poll(async () => (await storedRecords(page)).readings).toHaveLength(3);
  await page.reload();
  await expect(page.locator('[data-number]'), 'also after a reload').toHaveText(['7', '2', '4']);
  await page.getByRole('checkbox', { name: 'Select first.png' }).check();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await reader.goTo('History');
  await expect(page.locator('tr[data-phase="read"]')).toHaveCount(3);
});

function made(name: string, file: string) {
  return { name, buffer: readFileSync(file) };
}

async function readEight(reader: ReaderPage, tab: string): Promise<void> {
  const files = Array.from({ length: 8 }, (_, index) => made(`${tab}-${index}.png`, SEVEN.path));
  await chooseMade(reader.page, ...files);
  await expect(reader.page.getByRole('main').getByText('8 read', { exact: false })).toBeVisible({ timeout: 60_000 });
}

/** The numbers of the CSV that the page exports. */
async function exportedNumbers(page: Page): Promise<string[]> {
  await page.getByText('Export', { exact: true }).click();
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: /^CSV one row/ }).click();
  const csv = readFileSync(await (await saved).path(), 'utf8');
  return csv.split(/[\r\n,"]+/);
}
