import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { backupWithMarks } from './page-with-marks';
import type { ReaderPage } from './reader-page';

async function openMarks(reader: ReaderPage, page: Page): Promise<void> {
  await reader.open();
  await reader.goTo('Settings');
  const dialog = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Restore a backup' }).click();
  const buffer = await backupWithMarks();
  await (await dialog).setFiles({ name: 'marks.zip', mimeType: 'application/zip', buffer });
  await page.getByRole('button', { name: /^Restore 1 / }).click();
  await expect(page.getByText(/^Restored: 1 picture added/)).toBeVisible();
  await reader.open('#/result/marks');
  await expect(page.getByRole('button', { name: 'Mark 1: minus' })).toBeVisible();
}

test('marks are typed, taken back, accepted and exported like digits', async ({ reader, page }) => {
  await openMarks(reader, page);
  const doubtful = page.getByRole('button', { name: 'Mark 5: point, uncertain' });
  await expect(doubtful).toBeFocused();
  await page.keyboard.press(',');
  await expect(page.getByRole('button', { name: 'Mark 5: comma, corrected' })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(doubtful).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('There is unexplained ink beside it')).toBeVisible();
  await page.keyboard.press('a');
  await expect(page.getByText(/12\.1: decimal number, value 12\.1/)).toBeVisible();

  await page.getByRole('button', { name: 'Other ink on the page' }).click();
  await expect(page.getByRole('list', { name: 'Other ink on the page' })).toContainText('1 unexplained area');

  await reader.goTo('History');
  const saved = page.waitForEvent('download');
  await page.locator('summary', { hasText: 'Export' }).first().click();
  await page.getByRole('button', { name: /^JSON/ }).click();
  const [json] = JSON.parse(readFileSync(await (await saved).path(), 'utf8'));
  expect(json.lines).toEqual(['-264.27 27.3%', '22,35,000/- 12.1', '5/27']);
  expect(json.struckOut).toMatchObject([{ text: '88' }]);
});

for (const [name, options] of [
  ['light', { colorScheme: 'light' }],
  ['dark', { colorScheme: 'dark' }],
  ['forced', { contextOptions: { forcedColors: 'active', reducedMotion: 'reduce' } }],
] as const) {
  test.describe(`in ${name} colors, on a narrow screen`, () => {
    test.use({ viewport: { width: 320, height: 640 }, contextOptions: { reducedMotion: 'reduce' }, ...options });

    test('a result with marks is free of accessibility violations, and all of it in reach', async ({
      reader,
      page,
    }) => {
      await openMarks(reader, page);
      await page.getByRole('button', { name: 'Digit 24: 1' }).click();
      await page.getByRole('button', { name: 'Other ink on the page' }).click();
      await page.getByRole('button', { name: 'More' }).click();
      await page.getByLabel('Separators').selectOption('continental');
      await page.getByLabel('Expected format').selectOption({ label: 'Decimal number' });
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`),
      ).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      for (const mark of ['point', 'percent', 'rupee']) {
        const box = await page.getByRole('button', { name: `It is ${mark}`, exact: true }).boundingBox();
        expect(box?.height, mark).toBeGreaterThanOrEqual(44);
      }
    });
  });
}
