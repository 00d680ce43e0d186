import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { readSheet } from 'read-excel-file/node';
import { expect, test } from './fixtures';
import { MARKS, printedMarkSheet } from './mark-sheet';
import { AS_WRITTEN, cell, cells } from './sheet-page';

const LABELS = ['1', '2', '3', '4', '5'];

test('printed labels name the columns, are left out of sheet and workbook, and come back with one click', async ({
  reader,
  page,
}) => {
  await reader.open();
  await page.getByLabel('Pictures to read', { exact: true }).setInputFiles(await printedMarkSheet('form.png'));
  await expect(reader.sheets).toBeVisible({ timeout: 45_000 });
  await expect(page.getByText(`Printed, left out: ${LABELS.join(' ')}`)).toBeVisible();
  expect(await cells(page)).toEqual(AS_WRITTEN);
  for (const name of LABELS) await expect(page.getByRole('columnheader', { name, exact: true })).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  const saved = page.waitForEvent('download');
  await page.locator('summary', { hasText: 'Export' }).click();
  await page.getByRole('button', { name: /^Excel/ }).click();
  const [titles, ...rows] = await readSheet(readFileSync(await (await saved).path()), 'Numbers');
  expect(titles?.slice(1, 6)).toEqual(LABELS);
  expect(rows.map((row) => row.slice(1, 6))).toEqual(
    MARKS.map((row) => row.map((text) => (text ? Number(text) : null))),
  );

  await page.getByRole('button', { name: 'Put back' }).click();
  await expect.poll(() => cells(page)).toEqual([LABELS.join('\t'), ...AS_WRITTEN]);
  await page.keyboard.press('Control+z');
  await expect.poll(() => cells(page)).toEqual(AS_WRITTEN);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 800 }, hasTouch: true, isMobile: true });

  test('the first rows of a sheet stand between picture and keypad, and nothing covers them', async ({
    reader,
    page,
  }) => {
    await reader.open();
    await page.getByLabel('Pictures to read', { exact: true }).setInputFiles(await printedMarkSheet('form.png'));
    await expect(reader.sheets).toBeVisible({ timeout: 45_000 });
    await expect(page.getByRole('button', { name: 'Accept', exact: true })).toBeVisible();
    expect(await page.evaluate(() => window.scrollY)).toBe(0);
    for (const row of [1, 2]) {
      const isFree = await cell(page, row, 1).evaluate((element) => {
        const { left, right, top, bottom } = element.getBoundingClientRect();
        return [top + 2, bottom - 2].every((y) => element.contains(document.elementFromPoint((left + right) / 2, y)));
      });
      expect(isFree, `row ${row}`).toBe(true);
    }
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });
});
