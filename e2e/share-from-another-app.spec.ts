import type { Page } from '@playwright/test';
import { expect, keptFiles, test, untilOnDevice } from './own-site';
import { sample } from './samples';

const AMOUNT = sample('amount-in-blue-ink.jpg');
const SEVEN = sample('mnist-7.png');

/** Posts files to the share target as the system does for another app: a navigation with a form. */
async function share(page: Page, files: readonly string[]): Promise<void> {
  await page.evaluate(() => {
    const form = document.createElement('form');
    Object.assign(form, { method: 'post', enctype: 'multipart/form-data', action: './share', id: 'other-app' });
    const input = Object.assign(document.createElement('input'), { type: 'file', name: 'pictures', multiple: true });
    form.append(input);
    document.body.append(form);
  });
  await page.locator('#other-app input').setInputFiles([...files]);
  await page.evaluate(() => (document.getElementById('other-app') as HTMLFormElement).submit());
}

test('several pictures that another app shares are read as a batch, and nothing else keeps them', async ({
  reader,
  page,
}) => {
  await reader.open('?backend=wasm');
  await untilOnDevice(page);
  const before = (await keptFiles(page)).filter((file) => !/\.(bin|wasm)$/.test(file)).toSorted();
  await share(page, [AMOUNT.path, SEVEN.path]);
  await expect(page).toHaveURL(/#\/batch\//);
  await expect(page.getByRole('main').getByText('2 read')).toBeVisible({ timeout: 45_000 });
  await expect(page.getByRole('link', { name: new RegExp(AMOUNT.lines[0]!) })).toBeVisible();
  const after = (await keptFiles(page)).filter((file) => !/\.(bin|wasm)$/.test(file)).toSorted();
  expect(after).toEqual(before);
  expect(await page.evaluate(async () => (await caches.keys()).length)).toBe(1);
});

test('one shared picture is shown with its number; going back does not share it again', async ({ reader, page }) => {
  await reader.open('?backend=wasm');
  await untilOnDevice(page);
  await share(page, [SEVEN.path]);
  await expect(page).toHaveURL(/#\/result\//);
  expect(await reader.readLines()).toEqual(SEVEN.lines);
  await page.reload();
  await reader.goTo('History');
  await expect(page.getByRole('link', { name: /mnist-7\.png/ })).toHaveCount(1);
});

test('says so when shared pictures did not arrive, and opens all the same', async ({ reader, page }) => {
  await reader.open();
  await untilOnDevice(page);
  await page.goto('about:blank');
  await page.goto('./#/shared/taken-before');
  await expect(page.getByText('The shared pictures did not arrive.')).toBeAttached();
  await expect(page.getByRole('heading', { level: 1, name: 'Read handwritten numbers' })).toBeVisible();
  await expect(page).toHaveURL(/#\/$/);
  await page.goto('./share');
  await expect(page.getByRole('heading', { level: 1, name: 'Read handwritten numbers' })).toBeVisible();
});
