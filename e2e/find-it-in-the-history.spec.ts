import { expect, test } from './fixtures';
import { sample } from './samples';

const AMOUNT = sample('amount-in-blue-ink.jpg');
const CODE = sample('postal-code.webp');

test('reload and find the picture in the history with its number', async ({ reader, page }) => {
  await reader.open();
  await reader.read(AMOUNT.path);
  await page.reload();
  expect(await reader.readLines(), 'the result has its own address').toEqual(AMOUNT.lines);
  await reader.goTo('History');
  const row = page.getByRole('row').filter({ hasText: AMOUNT.file });
  await expect(row).toContainText(AMOUNT.lines.join(''));
  await row.getByRole('link').click();
  expect(await reader.readLines()).toEqual(AMOUNT.lines);
  await expect(page.getByRole('img', { name: AMOUNT.file })).toBeVisible();
});

test('delete a picture, undo it, then delete all for good', async ({ reader, page }) => {
  await reader.open();
  await reader.read(AMOUNT.path);
  await reader.read(CODE.path);
  await reader.goTo('History');
  const rows = page.locator('tr[data-phase]');
  await expect(rows).toHaveCount(2);
  await page.getByRole('button', { name: `Delete ${AMOUNT.file}` }).click();
  await expect(rows).toHaveCount(1);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(rows).toHaveCount(2);
  await page.getByRole('button', { name: 'Delete all' }).click();
  await expect(page.getByRole('heading', { name: 'No pictures yet' })).toBeVisible();
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'No pictures yet' })).toBeVisible();
});

test('the address of a picture that was deleted says so', async ({ reader, page }) => {
  await reader.open('#/result/not-there');
  await expect(page.getByRole('heading', { name: 'This picture is not in the history' })).toBeVisible();
});

test('all headers of the table have one size', async ({ reader, page }) => {
  await reader.open();
  await reader.read(AMOUNT.path);
  await reader.goTo('History');
  const headers = page.getByRole('columnheader');
  await expect(headers.filter({ hasText: 'Number' })).toBeVisible();
  const sizes = await headers.evaluateAll((all) => all.map((header) => getComputedStyle(header).fontSize));
  expect(new Set(sizes.slice(1, -1)).size, sizes.join()).toBe(1);
});
