import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { CraftedEntry } from '../src/archive/test-zip';
import { ZipReader } from '../src/archive/zip-reader';
import { BACKUP_LIMITS } from '../src/backup/backup-format';
import { HOSTILE_ARCHIVES } from '../src/backup/test-hostile-archives';
import { expect, test } from './fixtures';
import { sample } from './samples';
import { clearSiteData, storedRecords } from './stored';

const AMOUNT = sample('amount-in-blue-ink.jpg');
const CODE = sample('postal-code.webp');

async function backUp(page: Page): Promise<string> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Back up', exact: true }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^digit-reader-backup-\d{4}-\d\d-\d\d-\d{4}\.zip$/);
  return file.path();
}

async function chooseBackup(page: Page, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  const dialog = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Restore a backup' }).click();
  await (await dialog).setFiles(file);
}

function zipFile(bytes: Uint8Array) {
  return { name: 'digit-reader-backup.zip', mimeType: 'application/zip', buffer: Buffer.from(bytes) };
}

async function entriesOf(bytes: Uint8Array): Promise<readonly CraftedEntry[]> {
  const source = { size: bytes.length, read: async (start: number, end: number) => bytes.slice(start, end) };
  const zip = await ZipReader.open(source, BACKUP_LIMITS);
  if (!zip.ok) throw new Error(zip.failure.kind);
  const { value } = zip;
  return Promise.all(
    value.paths.map(async (path) => {
      const read = await value.read(path);
      if (!read?.ok) throw new Error(path);
      return { path, bytes: read.value };
    }),
  );
}

test('back up, wipe, restore: everything is as it was; files that are no backup change nothing', async ({
  reader,
  page,
}) => {
  test.setTimeout(120_000);
  await reader.open();
  await reader.read(AMOUNT.path);
  await reader.digits.first().click();
  await page.keyboard.press('7');
  await expect(page.getByText('Saved', { exact: true }).or(reader.digits.first())).toBeVisible();
  await reader.read(CODE.path);
  await reader.goTo('History');
  await expect(page.locator('tr[data-phase] img')).toHaveCount(2);
  await reader.goTo('Settings');
  await page.getByRole('radio', { name: 'Dark' }).check();
  await expect(page.getByText('Never')).toBeVisible();
  const backup = new Uint8Array(readFileSync(await backUp(page)));
  await expect(page.getByText(/2 pictures in “digit-reader-backup-/)).toBeVisible();
  await expect(page.getByText(/^Today, /)).toBeVisible();
  const before = await storedRecords(page);

  await clearSiteData(page);
  await page.reload();
  await reader.goTo('History');
  await expect(page.getByRole('heading', { name: 'No pictures yet' })).toBeVisible();

  await reader.goTo('Settings');
  await chooseBackup(page, zipFile(backup));
  await page.getByRole('button', { name: 'Restore 2 pictures' }).click();
  await expect(page.getByText('Restored: 2 pictures added, 0 changed, 0 already here.')).toBeVisible();
  expect(await storedRecords(page)).toEqual(before);
  await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked();

  const good = await entriesOf(backup);
  for (const { name, make } of HOSTILE_ARCHIVES) {
    await test.step(name, async () => {
      await reader.goTo('History');
      await reader.goTo('Settings');
      await chooseBackup(page, zipFile(make(asNumbered(good))));
      await expect(page.getByRole('alert')).toContainText(/^Nothing was changed\. .+\. .+\.$/);
    });
  }
  expect(await storedRecords(page), 'nothing of them was written').toEqual(before);
});

/** The hostile files are made of a backup whose pictures are named as PNG. */
function asNumbered(good: readonly CraftedEntry[]): readonly CraftedEntry[] {
  return good.map((entry) => ({ ...entry, path: entry.path.replace(/^(pictures\/\d+)\.\w+$/, '$1.png') }));
}
