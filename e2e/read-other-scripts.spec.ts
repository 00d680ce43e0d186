import { readFileSync } from 'node:fs';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { DIST } from './built-site';
import { expect, test } from './fixtures';
import { dropFiles } from './hand-over';
import { sample } from './samples';
import { SCRIPT_STRIPS } from './script-strips';

const DEVANAGARI = strip('devanagari');
const THAI = strip('thai');
const OFFER = new RegExp(`^Load other scripts \\(${sizeInKilobytes()} kB\\) and read again$`);

function strip(id: string) {
  return SCRIPT_STRIPS.find((each) => each.id === id)!;
}

/** As the manifest of the built site states them. */
function sizeInKilobytes(): number {
  const manifest = readFileSync(path.join(DIST, 'models/scripts/manifest.json'), 'utf8');
  const { files } = JSON.parse(manifest) as { readonly files: readonly { readonly bytes: number }[] };
  return Math.round(files.reduce((sum, { bytes }) => sum + bytes, 0) / 1000);
}

/** The number on the result page, in its own digits. */
function written(page: Page): Promise<string> {
  return page
    .locator('[data-digit]')
    .evaluateAll((digits) => digits.map((digit) => digit.firstChild?.textContent ?? '').join(''));
}

const menu = (page: Page) => page.getByRole('combobox', { name: 'Digits in the picture' });

test('a strip in each script is read with the automatic choice, once the other scripts are on the device', async ({
  reader,
  page,
}) => {
  test.setTimeout(180_000);
  await reader.open('#/settings');
  await page.getByRole('button', { name: /^Load other scripts/ }).click();
  await expect(page.getByText(/^The other scripts are loaded/)).toBeVisible({ timeout: 60_000 });
  await reader.goTo('Read');
  await dropFiles(page, [...SCRIPT_STRIPS.map((each) => each.path), sample('amount-in-blue-ink.jpg').path]);
  await expect(page.getByRole('main').getByText(`${SCRIPT_STRIPS.length + 1} read`)).toBeVisible({ timeout: 150_000 });
  for (const { id, written: number } of SCRIPT_STRIPS) {
    await expect.soft(page.getByRole('row').filter({ hasText: `${id}.png` }), id).toContainText(number);
  }
  await expect(page.getByRole('row').filter({ hasText: 'amount-in-blue-ink.jpg' })).toContainText('28103');
});

test('digits that Latin does not fit are never sure: their scripts are offered with the size, read at once, and taken back', async ({
  reader,
  page,
}) => {
  test.setTimeout(90_000);
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('models/scripts/')) asked.push(request.url());
  });
  await reader.open();
  await reader.read(sample('amount-in-blue-ink.jpg').path);
  await expect(page.getByRole('button', { name: OFFER })).toHaveCount(0);
  await reader.read(DEVANAGARI.path);
  await expect(page.locator('p[data-verdict="check"]')).toBeVisible();
  await expect(page.getByText(/^These may be digits of another script/)).toBeVisible();
  expect(asked, 'nothing is loaded before somebody wants it').toEqual([]);
  const latin = await written(page);

  await page.getByRole('button', { name: OFFER }).click();
  await expect(page.getByText('Read as Devanagari')).toBeVisible({ timeout: 45_000 });
  expect(await written(page)).toBe(DEVANAGARI.written);
  await expect(menu(page)).toHaveValue('auto');
  expect(asked).not.toEqual([]);

  await page.getByRole('button', { name: 'Undo change of digits' }).click();
  await expect.poll(() => written(page)).toBe(latin);
  await expect(menu(page)).toHaveValue('latin');

  // What is on the device is used for what comes next.
  await reader.read(THAI.path);
  await expect(page.getByText('Read as Thai')).toBeVisible();
  expect(await written(page)).toBe(THAI.written);
});

test('D reads a number in the next likely script, and Ctrl Z takes it back; the menu and the keys serve everybody', async ({
  reader,
  page,
}) => {
  test.setTimeout(90_000);
  await reader.open();
  await reader.read(DEVANAGARI.path);
  await menu(page).selectOption('auto');
  await expect(page.getByText('Read as Devanagari')).toBeVisible({ timeout: 45_000 });
  await page.locator('[data-digit]').first().focus();
  await page.keyboard.press('d');
  await expect(page.getByText('Read as Devanagari')).toHaveCount(0);
  expect(await written(page)).not.toBe(DEVANAGARI.written);
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Read as Devanagari')).toBeVisible();
  expect(await written(page)).toBe(DEVANAGARI.written);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});

test('a number in Devanagari stays what it is in العربية and back', async ({ reader, page }) => {
  test.setTimeout(90_000);
  await reader.open();
  await reader.read(DEVANAGARI.path);
  await menu(page).selectOption('devanagari');
  await expect(page.getByText('Read as Devanagari')).toBeVisible({ timeout: 45_000 });
  await reader.goTo('Settings');
  await page.getByRole('combobox', { name: 'Language' }).selectOption({ label: 'العربية' });
  await page.getByRole('link', { name: 'السجل' }).click();
  const row = page.locator('tr[data-phase]');
  await expect(row).toContainText(DEVANAGARI.written);
  await row.locator('a').click();
  await expect(page.locator('[data-digit]')).toHaveCount(DEVANAGARI.number.length);
  expect(await written(page)).toBe(DEVANAGARI.written);
  await page.getByRole('link', { name: 'الإعدادات' }).click();
  await page.getByRole('combobox', { name: 'اللغة' }).selectOption({ label: 'English' });
  await reader.goTo('History');
  await expect(row).toContainText(DEVANAGARI.written);
});

for (const { what, answer } of [
  { what: 'are missing', answer: { status: 404, body: '' } },
  { what: 'arrive cut off', answer: { status: 200, body: 'cut' } },
]) {
  test(`where the other scripts ${what}, the picture is read as Latin, none of it sure, and says so`, async ({
    reader,
    page,
    pageErrors,
  }) => {
    await page.context().route(/models\/scripts\/weights/, (route) => route.fulfill(answer));
    await reader.open();
    await reader.read(sample('amount-in-blue-ink.jpg').path);
    await menu(page).selectOption('gujarati');
    await expect(page.getByText(/^Gujarati digits could not be loaded, so this is read as 0–9/)).toBeVisible();
    expect(await written(page)).toBe('28103');
    await expect(page.getByText('It is unclear which numeral script this is', { exact: true })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
    pageErrors.splice(0, pageErrors.length, ...pageErrors.filter((error) => !error.includes('models/scripts/')));
  });
}
