import { readFileSync } from 'node:fs';
import { readSheet } from 'read-excel-file/node';
import { expect, test } from './fixtures';
import { MARKS } from './mark-sheet';
import { AS_WRITTEN, cell, cells, openSheet, withCell } from './sheet-page';

/** Cells that the reader is not sure of, in the order of the sheet. */
const DOUBTS = [
  [1, 3],
  [1, 5],
  [2, 4],
  [3, 5],
] as const;

test('a table opens as a sheet: every number in its cell, an empty cell empty, doubts counted', async ({
  reader,
  page,
}) => {
  await openSheet(reader);
  expect(await cells(page)).toEqual(AS_WRITTEN);
  await expect(cell(page, 3, 3)).toHaveAccessibleName('Row 3, column 3: empty');
  await expect(page.getByText('4 of 30 cells to check')).toBeVisible();
  const [row, column] = DOUBTS[0];
  await expect(cell(page, row, column)).toBeFocused();
});

test('Enter leads from doubt to doubt, arrows move, and the picture shows where', async ({ reader, page }) => {
  await openSheet(reader);
  for (const [index, [row, column]] of DOUBTS.entries()) {
    await expect(cell(page, row, column)).toBeFocused();
    await page.keyboard.press('Enter');
    const left = DOUBTS.length - index - 1;
    await expect(page.getByText(left > 0 ? `${left} of 30 cells to check` : 'All cells checked')).toBeVisible();
  }
  await cell(page, 3, 2).click();
  await page.keyboard.press('ArrowRight');
  await expect(cell(page, 3, 3)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(cell(page, 4, 3)).toBeFocused();
  await page.keyboard.press('Control+Home');
  await expect(cell(page, 1, 1)).toBeFocused();
  await page.keyboard.press('Control+End');
  await expect(cell(page, 6, 5)).toBeFocused();
});

test('typing replaces, Delete clears, all is undone and done again, also after a reload', async ({ reader, page }) => {
  await openSheet(reader);
  await cell(page, 4, 5).click();
  await page.keyboard.type('32');
  await page.keyboard.press('Enter');
  const typed = withCell(4, 5, '32');
  await expect.poll(() => cells(page)).toEqual(typed);
  await page.keyboard.press('Control+z');
  await expect.poll(() => cells(page), 'undone').toEqual(AS_WRITTEN);
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => cells(page), 'done again').toEqual(typed);

  await page.keyboard.press('Control+z');
  await cell(page, 3, 3).click();
  await page.keyboard.type('0');
  await page.keyboard.press('Tab');
  await expect.poll(() => cells(page), 'an empty cell').toEqual(withCell(3, 3, '0'));
  await page.keyboard.press('Control+z');
  await cell(page, 2, 2).click();
  await page.keyboard.press('Delete');
  await expect.poll(() => cells(page), 'cleared').toEqual(withCell(2, 2, ''));

  await expect(page.locator('[data-saving]')).toHaveCount(0);
  await page.reload();
  await expect(reader.sheets).toBeVisible();
  await expect.poll(() => cells(page), 'after a reload').toEqual(withCell(2, 2, ''));
  await page.keyboard.press('Control+z');
  await expect.poll(() => cells(page), 'undone after a reload').toEqual(AS_WRITTEN);
});

test('a sheet is copied for spreadsheets, and exported as CSV and as a workbook with the same cells', async ({
  reader,
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openSheet(reader);
  await page.getByRole('button', { name: 'Copy table' }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(AS_WRITTEN.join('\n'));

  const exported = async (name: RegExp) => {
    const saved = page.waitForEvent('download');
    await page.locator('summary', { hasText: 'Export' }).click();
    await page.getByRole('button', { name }).click();
    return readFileSync(await (await saved).path());
  };
  const [titles, ...rows] = await readSheet(await exported(/^Excel/), 'Numbers');
  expect(titles).toEqual(['file', ...[1, 2, 3, 4, 5].map((column) => `number ${column}`), 'status', 'note']);
  expect(rows.map((row) => row.slice(1, 6))).toEqual(
    MARKS.map((row) => row.map((text) => (text === '' ? null : Number(text)))),
  );
  const [, ...lines] = (await exported(/^CSV one row/)).toString('utf8').trim().split('\r\n');
  expect(lines.map((line) => line.split(',').slice(0, 6).join(','))).toEqual(
    MARKS.map((row) => ['"marks.png"', ...row].join(',')),
  );
});
