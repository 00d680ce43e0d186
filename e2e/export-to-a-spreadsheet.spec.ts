import { readFileSync } from 'node:fs';
import { readSheet } from 'read-excel-file/node';
import { expect, test } from './fixtures';
import { sample } from './samples';

test('a batch becomes a workbook that another program reads: numbers, ids as texts, where it comes from', async ({
  reader,
  page,
}) => {
  const chosen = ['mnist-7.png', 'amount-in-blue-ink.jpg', 'score-sheet.jpg'].map(sample);
  await reader.open();
  await reader.choose(chosen.map((picture) => picture.path));
  await expect(page.getByRole('main').getByText('3 read', { exact: false })).toBeVisible({ timeout: 45_000 });
  const saved = page.waitForEvent('download');
  await page.locator('summary', { hasText: 'Export' }).click();
  await page.getByRole('button', { name: /^Excel/ }).click();
  const download = await saved;
  expect(download.suggestedFilename()).toMatch(/^numbers-of-3-pictures-.*\.xlsx$/);

  const bytes = readFileSync(await download.path());
  const [titles, ...rows] = await readSheet(bytes, 'Numbers');
  expect(titles?.slice(0, 2)).toEqual(['file', 'number 1']);
  for (const { file, lines } of chosen) {
    // A row of a table is a row of the sheet.
    const found = rows
      .filter(([name]) => name === file)
      .flatMap((row) => row.slice(1, -2).filter((cell) => cell !== null));
    const wanted = lines.flatMap((line) => line.split(' '));
    expect(found, file).toEqual(wanted.map((text) => (/^0\d/.test(text) ? text : Number(text))));
  }
  expect((await readSheet(bytes, 'About')).map(([name]) => name)).toContain('Read by model');
});

test('copied numbers are a table of cells for spreadsheets', async ({ reader, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await reader.open();
  await reader.read(sample('score-sheet.jpg').path);
  await page.getByRole('button', { name: 'Copy numbers' }).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  const markup = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return (await item!.getType('text/html')).text();
  });
  expect(markup).toMatch(/<td[^>]*>415<\/td>/);
});

test('names and notes are kept, found in the history, and go into the exported file', async ({ reader, page }) => {
  await reader.open();
  await reader.choose(['mnist-7.png', 'mnist-2.png'].map((file) => sample(file).path));
  await expect(page.getByRole('main').getByText('2 read', { exact: false })).toBeVisible({ timeout: 45_000 });
  await page.getByRole('button', { name: 'Name these pictures' }).click();
  await page.keyboard.type('Class 4b');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Class 4b' })).toBeVisible();

  await page.getByRole('row').filter({ hasText: 'mnist-7.png' }).getByRole('link').click();
  await page.getByRole('button', { name: 'Rename the picture' }).click();
  await page.keyboard.type('Page 1');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Page 1' })).toBeVisible();
  await page.getByRole('button', { name: 'Rename the picture' }).click();
  await page.keyboard.type('Not this');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { level: 1, name: 'Page 1' })).toBeVisible();
  await page.getByLabel('Note').fill('torn');
  await page.getByRole('link', { name: 'Back' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'Page 1' })).toContainText('torn');

  await page.reload();
  const saved = page.waitForEvent('download');
  await page.locator('summary', { hasText: 'Export' }).click();
  await page.getByRole('button', { name: /^Excel/ }).click();
  const download = await saved;
  expect(download.suggestedFilename()).toMatch(/^numbers-Class 4b-.*\.xlsx$/);
  const [, ...rows] = await readSheet(readFileSync(await download.path()), 'Numbers');
  expect(rows).toEqual([
    ['Page 1', 7, 'sure', 'torn'],
    ['mnist-2.png', 2, 'sure', null],
  ]);

  await reader.goTo('History');
  await page.getByLabel('Number, name or note').fill('torn');
  await expect(page.locator('[data-number]')).toHaveText(['7']);
});
