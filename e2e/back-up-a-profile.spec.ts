import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures';
import { PASSPHRASE, signUp } from './profiles';
import { sample } from './samples';

const SHEET = sample('score-sheet.jpg');

test('the backup of a profile is encrypted and opens with its passphrase after everything was wiped', async ({
  reader,
  page,
}) => {
  await reader.open('?backend=wasm');
  await signUp(page);
  expect(await reader.read(SHEET.path)).toEqual(SHEET.lines);
  await reader.goTo('Settings');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Back up', exact: true }).click();
  const file = await (await download).path();
  const bytes = await readFile(file);
  expect(bytes.subarray(0, 9).toString()).toBe('DIGITLOCK');
  for (const secret of ['score-sheet', 'PK\u0003\u0004', 'backup.json']) expect(bytes.includes(secret)).toBe(false);

  await page.evaluate(async () => {
    localStorage.clear();
    for (const { name } of await indexedDB.databases()) indexedDB.deleteDatabase(name ?? '');
  });
  await page.goto('./?backend=wasm#/settings');
  await page.reload();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Restore a backup' }).click();
  await (await chooser).setFiles({ name: 'mine.locked', mimeType: 'application/octet-stream', buffer: bytes });
  await page.getByLabel('Passphrase of the backup').fill('wrong');
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(page.getByText('Wrong passphrase.')).toBeVisible();
  await page.getByLabel('Passphrase of the backup').fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(page.getByText(/stored on this device without encryption/)).toBeVisible();
  await page.getByRole('button', { name: 'Restore 1 picture' }).click();
  await expect(page.getByText(/Restored: 1 picture added/)).toBeVisible();
  await reader.goTo('History');
  await page.getByRole('link', { name: 'score-sheet.jpg' }).click();
  expect(await reader.readLines()).toEqual(SHEET.lines);
});
