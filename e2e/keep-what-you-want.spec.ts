import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from './fixtures';
import { sample } from './samples';
import { storedRecords } from './stored';

const AMOUNT = sample('amount-in-blue-ink.jpg');
const CODE = sample('postal-code.webp');

test('keep the last picture only, then nothing at all', async ({ reader, page }) => {
  await reader.open();
  await reader.read(AMOUNT.path);
  await reader.read(CODE.path);
  await reader.goTo('Settings');
  await page.getByRole('radio', { name: 'Most recent pictures' }).check();
  await page.getByLabel('Number of pictures').fill('1');
  await expect(page.getByText('This permanently deletes 1 picture with its number')).toBeVisible();
  await page.getByRole('button', { name: 'Delete 1 and save' }).click();
  await expect(page.getByText('1 picture deleted.')).toBeVisible();
  await reader.goTo('History');
  const rows = page.locator('tr[data-phase]');
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText(CODE.file);

  await reader.goTo('Settings');
  await page.getByRole('radio', { name: 'Nothing' }).check();
  await page.getByRole('button', { name: 'Delete 1 and save' }).click();
  expect(await reader.read(AMOUNT.path), 'reading goes on').toEqual(AMOUNT.lines);
  await reader.goTo('History');
  await expect(rows).toHaveCount(1);
  await expect(page.getByText('Not saved, as you chose')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'No pictures yet' })).toBeVisible();
});

test('why a picture could not be read is still known after a reload', async ({ reader, page }) => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'damaged-')), 'damaged.png');
  writeFileSync(file, Buffer.from('\x89PNG\r\n\x1a\nnot a picture at all', 'latin1'));
  await reader.open();
  await reader.choose([file]);
  await expect(reader.failure).toContainText('The picture is damaged');
  await reader.goTo('History');
  await expect(page.getByRole('row').filter({ hasText: 'damaged.png' })).toContainText('The picture is damaged');
  await page.reload();
  const row = page.getByRole('row').filter({ hasText: 'damaged.png' });
  await expect(row).toContainText('The picture is damaged');
  await row.getByRole('link').click();
  await expect(reader.failure).toContainText('The picture is damaged');
});

test('a tab with an older version is waited for, one with a newer version takes over', async ({
  reader,
  page,
  context,
  baseURL,
}) => {
  const older = await context.newPage();
  await older.goto(`${baseURL}models/`);
  await older.evaluate(async () => {
    const request = indexedDB.open('digit-reader', 2);
    request.onupgradeneeded = () => {
      const uploads = request.result.createObjectStore('uploads', { keyPath: 'id' });
      uploads.createIndex('by-created', 'createdAt');
      uploads.createIndex('by-batch', 'batchId');
      for (const name of ['pictures', 'thumbnails', 'readings']) {
        request.result.createObjectStore(name, { keyPath: 'id' });
      }
    };
    await new Promise((resolve) => {
      request.onsuccess = resolve;
    });
  });
  await reader.open();
  await expect(page.getByText('Another tab has an older version of this app open')).toBeVisible();
  expect(await reader.read(AMOUNT.path), 'reading does not wait').toEqual(AMOUNT.lines);
  await older.close();
  await expect(page.getByText('Another tab has an older version of this app open')).toBeHidden();
  await expect.poll(async () => (await storedRecords(page)).readings, 'what came meanwhile is saved').toHaveLength(1);
  await page.reload();
  await reader.goTo('History');
  await expect(page.locator('tr[data-phase="read"]')).toHaveCount(1);

  const newer = await context.newPage();
  await newer.goto(`${baseURL}models/`);
  await newer.evaluate(() => indexedDB.open('digit-reader', 99));
  await expect(page.getByText('A newer version of this app has been open in this browser.')).toBeVisible();
});
