import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { sample } from './samples';

const AMOUNT = sample('amount-in-blue-ink.jpg');
const NUMBER = AMOUNT.lines.join('');

/** The number as it stands, '_' for a blank. */
async function number(page: Page): Promise<string> {
  return (
    await page.locator('[data-digit]').evaluateAll((digits) => digits.map((digit) => digit.firstChild?.textContent))
  ).join('');
}

/** Puts the focus on the first digit with the Tab key alone. */
async function tabToNumber(page: Page): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    const isThere = await page.evaluate(() => document.activeElement?.matches('[data-digit]') ?? false);
    if (isThere) return page.keyboard.press('Home');
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab does not reach the number.');
}

test('correct a number with the keyboard alone, undo it all, and do it again', async ({ reader, page }) => {
  await reader.open();
  await reader.read(AMOUNT.path);
  await tabToNumber(page);

  await page.keyboard.press('9');
  const typed = `9${NUMBER.slice(1)}`;
  await expect.poll(() => number(page), 'typing replaces').toBe(typed);
  await page.keyboard.press('End');
  await page.keyboard.press('Delete');
  await expect.poll(() => number(page), 'Delete removes').toBe(typed.slice(0, -1));
  await page.keyboard.press('Home');
  await page.keyboard.press('Insert');
  await expect(page.getByRole('button', { name: 'Digit 2: blank, type a digit' })).toBeFocused();
  await page.keyboard.press('5');
  const inserted = `95${typed.slice(1, -1)}`;
  await expect.poll(() => number(page), 'Insert adds').toBe(inserted);
  await page.keyboard.press('Home');
  await page.keyboard.press('m');
  await expect.poll(async () => (await number(page)).length, 'M merges').toBe(inserted.length - 1);
  await page.keyboard.press('Home');
  await page.keyboard.press('s');
  await expect.poll(async () => (await number(page)).length, 'S splits').toBe(inserted.length);
  const corrected = await number(page);

  for (let step = 0; step < 6; step += 1) await page.keyboard.press('Control+z');
  await expect.poll(() => number(page), 'all undone').toBe(NUMBER);
  await page.keyboard.press('Control+z');
  await expect.poll(() => number(page), 'nothing more to undo').toBe(NUMBER);
  for (let step = 0; step < 6; step += 1) await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => number(page), 'all done again').toBe(corrected);

  await expect(page.locator('[data-saving]')).toHaveCount(0);
  await page.reload();
  await expect.poll(() => number(page), 'after a reload').toBe(corrected);
  for (let step = 0; step < 6; step += 1) await page.keyboard.press('Control+z');
  await expect.poll(() => number(page), 'undone after a reload').toBe(NUMBER);
});

test('leave the number with one Tab and with Escape', async ({ reader, page }) => {
  await reader.open();
  await reader.read(AMOUNT.path);
  await tabToNumber(page);
  const isInside = () => page.evaluate(() => document.activeElement?.matches('[data-digit]') ?? false);
  await page.keyboard.press('Tab');
  expect(await isInside()).toBe(false);
  await page.keyboard.press('Shift+Tab');
  expect(await isInside()).toBe(true);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Accept', exact: true })).toBeFocused();
});

test('a corrected number is what is copied and what the history shows', async ({ reader, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await reader.open();
  await reader.read(AMOUNT.path);
  await tabToNumber(page);
  await page.keyboard.press('7');
  const corrected = `7${NUMBER.slice(1)}`;
  await page.keyboard.press('Control+c');
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(corrected);
  await reader.goTo('History');
  await expect(page.getByRole('main')).toContainText(corrected);
});

test('go through several pictures with the keyboard', async ({ reader, page }) => {
  const code = sample('postal-code.webp');
  await reader.open();
  await reader.choose([AMOUNT.path, code.path]);
  await page
    .getByRole('link', { name: new RegExp(AMOUNT.file) })
    .first()
    .click();
  await reader.finished();
  await expect(page.getByText('1 of 2', { exact: true })).toBeVisible();
  await reader.digits.first().focus();
  await page.keyboard.press('PageDown');
  await expect(page.getByRole('heading', { level: 1, name: code.file })).toBeVisible();
  await expect(page.getByText('2 of 2', { exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'Previous picture' }).click();
  await expect(page.getByRole('heading', { level: 1, name: AMOUNT.file })).toBeVisible();
});
