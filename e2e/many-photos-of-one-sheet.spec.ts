import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { readSheet } from 'read-excel-file/node';
import { expect, test } from './fixtures';
import { classMarks, markSheetPhoto } from './mark-sheet';

const PHOTOS = Array.from({ length: 10 }, (_, at) => ({ name: `class-${at + 1}.jpg`, marks: classMarks(at) }));
const COLUMNS = ['Pupil', 'Test 1', 'Test 2', 'Total'];

async function nameColumn(page: Page, column: number, name: string, isSum = false): Promise<void> {
  await page.getByRole('grid').locator('thead button').nth(column).click();
  await page.getByLabel('Column name').fill(name);
  if (isSum) {
    await page.getByLabel('Rule for its numbers').selectOption({ label: 'Sum of other columns' });
    await expect(page.getByRole('checkbox', { name: 'Test 1' })).toBeChecked();
    await expect(page.getByRole('checkbox', { name: 'Test 2' })).toBeChecked();
  }
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('columnheader', { name, exact: true })).toBeVisible();
}

test('ten photos of one sheet become one workbook with the right values: a sum finds what was misread', async ({
  reader,
  page,
}) => {
  test.setTimeout(180_000);
  await reader.open();
  const files = await Promise.all(PHOTOS.map(({ name, marks }) => markSheetPhoto(name, marks)));
  await page.getByLabel('Pictures to read', { exact: true }).setInputFiles(files);
  await expect(page.getByRole('main').getByText('10 read', { exact: false })).toBeVisible({ timeout: 90_000 });
  const batch = page.url();

  await page.getByRole('row').filter({ hasText: 'class-1.jpg' }).getByRole('link').first().click();
  await expect(reader.sheets).toBeVisible();
  for (const [column, name] of COLUMNS.entries()) await nameColumn(page, column, name, name === 'Total');
  await page.locator('summary', { hasText: 'Edit table' }).click();
  await page.getByRole('button', { name: 'Use these names and rules in all 10 pictures' }).click();
  await expect(page.getByText('Names and rules now also in 9 other pictures')).toBeAttached();

  for (const { name } of PHOTOS) {
    await page.goto(batch);
    await page.getByRole('row').filter({ hasText: name }).getByRole('link').first().click();
    await expect(page.getByRole('columnheader', { name: 'Total' })).toBeVisible();
    // Where a sum is wrong, one other reading of the reader makes it right.
    const broken = page.getByText(/the sheet says/);
    for (let left = await broken.count(); left > 0; left -= 1) {
      await page
        .getByRole('button', { name: /^Use \d+ instead of \d+/ })
        .first()
        .click();
      await expect(broken).toHaveCount(left - 1);
    }
    await expect(page.locator('[data-saving]')).toHaveCount(0);
  }

  await page.goto(batch);
  const saved = page.waitForEvent('download');
  await page.locator('summary', { hasText: 'Export' }).click();
  await page.getByRole('button', { name: /^Excel/ }).click();
  const [titles, ...rows] = await readSheet(readFileSync(await (await saved).path()), 'Numbers');
  expect(titles).toEqual(['file', ...COLUMNS, 'status', 'note']);
  expect(rows.map((row) => row.slice(0, 5))).toEqual(
    PHOTOS.flatMap(({ name, marks }) => marks.map((row) => [name, ...row.map(Number)])),
  );
});
