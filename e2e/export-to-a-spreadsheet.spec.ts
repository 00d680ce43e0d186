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
      .flatMap((row) => row.slice(1, -1).filter((cell) => cell !== null));
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
