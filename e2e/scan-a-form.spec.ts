import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { FORM_FIELDS, shareOf, writeFormPhoto } from './form-photos';
import { sample } from './samples';

test.setTimeout(180_000);

/** Draws a box around each field, and names it. */
async function markFields(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: 'Add a field' })).toBeVisible();
  const canvas = page.locator('main canvas');
  for (const [index, field] of FORM_FIELDS.entries()) {
    await canvas.scrollIntoViewIfNeeded();
    const stage = (await canvas.boundingBox())!;
    const { x, y, width, height } = shareOf(field);
    const [left, top] = [stage.x + x * stage.width, stage.y + y * stage.height];
    await page.mouse.move(left, top);
    await page.mouse.down();
    await page.mouse.move(left + width * stage.width, top + height * stage.height, { steps: 4 });
    await page.mouse.up();
    await page.getByRole('textbox', { name: `Name of Field ${index + 1}` }).fill(field.name);
  }
}

async function chooseForms(page: Page, files: readonly string[]): Promise<void> {
  const dialog = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Read filled-in forms' }).click();
  await (await dialog).setFiles([...files]);
  await expect(page.getByText(`${files.length} of ${files.length} forms read`)).toBeVisible({ timeout: 120_000 });
}

test('a form is marked once; others are read with it, and what deviates is shown', async ({ reader, page }, {
  outputDir,
}) => {
  const { mkdir } = await import('node:fs/promises');
  await mkdir(outputDir, { recursive: true });
  const first = await writeFormPhoto(outputDir, 0, ['20', '27', '47']);
  const forms = [
    await writeFormPhoto(outputDir, 1, ['40', '2', '42']),
    await writeFormPhoto(outputDir, 2, ['20', '7', '72']),
    sample('blank-paper.png').path,
  ];
  await page.setViewportSize({ width: 1440, height: 1300 });
  await reader.open();
  await reader.read(first);
  await page.getByRole('link', { name: 'Make a form from this picture' }).click();
  await markFields(page);
  await page.getByRole('combobox', { name: 'Total' }).selectOption('Both');

  // A field is moved and sized with keys as well.
  const place = page.getByRole('button', { name: 'Place of Monday' });
  const before = (await place.boundingBox())!;
  await place.focus();
  await page.keyboard.press('ArrowRight');
  expect((await place.boundingBox())!.x).toBeGreaterThan(before.x);
  await page.keyboard.press('ArrowLeft');

  await chooseForms(page, forms);

  const rows = page.getByRole('row');
  await expect(rows).toHaveCount(4);
  const readingOf = (form: number, field: string) =>
    page.getByRole('textbox', { name: `${field} in form-${form}.png` }).inputValue();
  expect(await Promise.all(FORM_FIELDS.map(({ name }) => readingOf(2, name)))).toEqual(['40', '2', '42']);
  expect(await Promise.all(FORM_FIELDS.map(({ name }) => readingOf(3, name)))).toEqual(['20', '7', '72']);
  await expect(rows.nth(2)).toContainText('The sum is not right.');
  await expect(rows.nth(3)).toContainText('The form was not found in this picture.');
  const axe = await new AxeBuilder({ page }).analyze();
  expect(axe.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`)).toEqual([]);

  // What was typed is right.
  await page.getByRole('textbox', { name: 'Both in form-3.png' }).fill('27');
  await expect(rows.nth(2)).not.toContainText('The sum is not right.');
  const table = page.waitForEvent('download');
  await page.getByRole('button', { name: 'CSV' }).click();
  const csv = await readFile(await (await table).path(), 'utf8');
  expect(csv).toContain('"Picture","Monday","Tuesday","Both"');
  expect(csv).toContain('"form-3.png","20","7","27"');

  // The template is kept as a file, and works on another picture's page.
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the template' }).click();
  const template = await (await saved).path();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Add a field' })).toBeVisible();
  const dialog = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open a template' }).click();
  await (await dialog).setFiles(template);
  await expect(page.getByRole('button', { name: 'Place of Both' })).toBeVisible();
  await chooseForms(page, forms.slice(0, 1));
  expect(await readingOf(2, 'Both')).toBe('42');
});
