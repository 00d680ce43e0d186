import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { type Sample, sample } from './samples';

const PHOTO = sample('phone-photo.jpg');
const SHEET = sample('score-sheet.jpg');

/** A picture as large as phones make them: what follows the end of a JPEG file is not looked at, and the disk cannot pack it. */
function enlarged(picture: Sample, bytes: number): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'large-')), picture.file);
  writeFileSync(file, Buffer.concat([readFileSync(picture.path), randomBytes(bytes)]));
  return file;
}

/** Leaves the site so many bytes more than it uses; null takes the limit away. */
async function leaveRoom(page: Page, bytes: number | null): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { origin } = new URL(page.url());
  const { usage } = await session.send('Storage.getUsageAndQuota', { origin });
  const quota = bytes === null ? {} : { quotaSize: usage + bytes };
  await session.send('Storage.overrideQuotaForOrigin', { origin, ...quota });
}

test('a full disk loses nothing: the number is shown, exported, and saved once there is room', async ({
  reader,
  page,
}) => {
  test.setTimeout(90_000);
  await reader.open();
  // Set before anything is stored: the browser remembers for half a minute how much room there was.
  await leaveRoom(page, 5_000_000);
  await reader.read(enlarged(PHOTO, 4_000_000));
  await reader.goTo('History');
  await expect(page.locator('tr[data-phase="read"]')).toHaveCount(1);

  const lines = await reader.read(enlarged(SHEET, 2_000_000));
  expect(lines.length).toBeGreaterThan(0);
  await expect(page.getByText('Not saved: storage is full')).toBeVisible();
  await reader.goTo('History');
  await expect(page.getByText('1 picture is not saved: this browser has no space left.')).toBeVisible();
  await expect(page.locator('tr[data-phase="read"]')).toHaveCount(2);
  await page.getByText('Export', { exact: true }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /^CSV one row/ }).click();
  const csv = readFileSync(await (await download).path(), 'utf8');
  expect(csv, 'with what is not saved').toContain(SHEET.file);

  await page.getByRole('link', { name: 'Free up space' }).click();
  await page.getByRole('checkbox', { name: `Select ${PHOTO.file}` }).check();
  await page.getByRole('button', { name: 'Delete permanently' }).click();
  await page.getByRole('button', { name: 'Delete 1' }).click();
  await expect(page.getByText('1 picture deleted. All pictures are saved.')).toBeVisible({
    timeout: 40_000,
  });
  await page.reload();
  await reader.goTo('History');
  await expect(page.locator('tr[data-phase="read"]')).toHaveCount(1);
  await page.getByRole('row').filter({ hasText: SHEET.file }).getByRole('link').click();
  expect(await reader.readLines()).toEqual(lines);
  await leaveRoom(page, null);
});
