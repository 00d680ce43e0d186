import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { PLATE_SCENE } from './plate-scene';

const { plate } = PLATE_SCENE;

const format = (page: Page) => page.getByRole('combobox', { name: 'Expected format' });

/** The plate, character by character. */
function written(page: Page): Promise<string> {
  return page
    .locator('[data-digit]')
    .evaluateAll((characters) => characters.map((character) => character.firstChild?.textContent ?? '').join(''));
}

test('the plate of a car is read from a photo, a letter is corrected on the keyboard, and it is exported as text', async ({
  reader,
  page,
}) => {
  test.setTimeout(180_000);
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('models/plate-')) asked.push(request.url());
  });
  await reader.open();
  await reader.read(PLATE_SCENE.path);
  expect(asked, 'nothing is loaded before somebody wants letters').toEqual([]);

  await format(page).selectOption('Number plate');
  await expect(page.getByText(/^Reading letters loads another \d+ kB, once\./)).toBeVisible();
  await expect(page.getByText(/Pictures of other people’s cars stay on this device too/)).toBeVisible();
  await page.getByRole('button', { name: 'Read again as a number plate' }).click();
  await expect.poll(() => written(page), { timeout: 90_000 }).toBe(plate);
  expect(asked.length).toBeGreaterThan(0);
  await expect(page.getByText(`${plate}: code with letters`)).toBeVisible();
  await expect(page.getByText(/^Form of plates in: .*Brazil/)).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);

  // M, S and N are keys of their own elsewhere; here they are letters.
  await page.getByRole('button', { name: /^Letter 2: X/ }).click();
  await page.keyboard.press('m');
  const corrected = plate.replace('X', 'M');
  await expect.poll(() => written(page)).toBe(corrected);
  await expect(page.getByRole('button', { name: 'Letter 2: M, corrected' })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect.poll(() => written(page)).toBe(plate);
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => written(page)).toBe(corrected);

  await expect(page.locator('[data-saving]')).toHaveCount(0);
  await page.reload();
  await expect.poll(() => written(page)).toBe(corrected);
  await expect(format(page)).toHaveValue('number-plate');

  const download = page.waitForEvent('download');
  await page.locator('summary', { hasText: 'Export' }).click();
  await page.getByRole('button', { name: /^CSV/ }).first().click();
  const csv = readFileSync(await (await download).path(), 'utf8');
  expect(csv).toContain(corrected);
});

test('a country settles what looks alike, and says so', async ({ reader, page }) => {
  test.setTimeout(180_000);
  await reader.open();
  await reader.read(PLATE_SCENE.path);
  await format(page).selectOption('Number plate');
  const country = page.getByRole('combobox', { name: 'Country' });
  await expect(country).toHaveValue('');
  await country.selectOption('Brazil');
  await page.getByRole('button', { name: 'Read again as a number plate' }).click();
  await expect.poll(() => written(page), { timeout: 90_000 }).toBe(plate);
  await expect(page.getByText('Looks like a number plate')).toBeVisible();
  await country.selectOption('Spain');
  await expect(page.getByText(/^Does not fit\. Expected: a number plate/)).toBeVisible();
});
