import { expect, test } from './fixtures';
import { dropFiles, pasteFiles } from './hand-over';
import { sample } from './samples';

const AMOUNT = sample('amount-in-blue-ink.jpg');

test('choose a picture and see its number', async ({ reader, page }) => {
  await reader.open();
  await reader.choose([AMOUNT.path]);
  expect(await reader.readLines()).toEqual(AMOUNT.lines);
  await expect(page.getByRole('heading', { level: 1, name: AMOUNT.file })).toBeVisible();
  await expect(page).toHaveTitle(new RegExp(AMOUNT.lines.join(' ')));
});

test('drop a picture on the page and see its number', async ({ reader, page }) => {
  await reader.open();
  await dropFiles(page, [AMOUNT.path]);
  expect(await reader.readLines()).toEqual(AMOUNT.lines);
});

test('paste a picture and see its number', async ({ reader, page }) => {
  await reader.open();
  await pasteFiles(page, [AMOUNT.path]);
  expect(await reader.readLines()).toEqual(AMOUNT.lines);
});

test('try each of the examples', async ({ reader, page }) => {
  await reader.open();
  for (const [name, result] of [
    ['A number', reader.digits],
    ['A grid', reader.sheets],
    ['One digit', reader.digits],
  ] as const) {
    await page.getByRole('button', { name }).click();
    await expect(result.first(), name).toBeVisible({ timeout: 45_000 });
    await reader.goTo('Read');
  }
});

test('give several pictures at once and find them all in one batch', async ({ reader, page }) => {
  const code = sample('postal-code.webp');
  await reader.open();
  await reader.choose([AMOUNT.path, code.path]);
  for (const { file, lines } of [AMOUNT, code]) {
    await expect(page.getByRole('row').filter({ hasText: file })).toContainText(lines.join(''));
  }
});
