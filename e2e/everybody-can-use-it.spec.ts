import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { unclearPictures } from './forty-pictures';
import { sample } from './samples';

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
}

const LOOKS = [
  { name: 'light', colorScheme: 'light', forcedColors: 'none' },
  { name: 'dark', colorScheme: 'dark', forcedColors: 'none' },
  { name: 'forced', colorScheme: 'dark', forcedColors: 'active' },
] as const;

for (const { name, colorScheme, forcedColors } of LOOKS) {
  test.describe(`in ${name} colors`, () => {
    // Colors are measured when nothing moves any more.
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce', forcedColors } });

    test('every page is free of accessibility violations', async ({ reader, page }, testInfo) => {
      test.setTimeout(90_000);
      await reader.open();
      expect(await violations(page), 'home').toEqual([]);
      await reader.goTo('History');
      await expect(page.getByRole('heading', { name: 'No pictures yet' })).toBeVisible();
      expect(await violations(page), 'empty history').toEqual([]);
      await reader.read(sample('score-sheet.jpg').path);
      expect(await violations(page), 'result').toEqual([]);
      await reader.read(sample('blank-paper.png').path);
      expect(await violations(page), 'no digits').toEqual([]);
      await reader.goTo('History');
      await expect(page.locator('tr[data-phase]').first()).toBeVisible();
      expect(await violations(page), 'history').toEqual([]);
      await page.getByLabel('Number, name or note').fill('no such number');
      await expect(page.getByRole('heading', { name: 'No matching pictures' })).toBeVisible();
      expect(await violations(page), 'history without a match').toEqual([]);
      await reader.open('#/draw');
      await expect(page.getByRole('img', { name: 'Empty pad' })).toBeVisible();
      expect(await violations(page), 'drawing pad').toEqual([]);
      await reader.goTo('Settings');
      await expect(page.getByRole('heading', { name: 'Storage' })).toBeVisible();
      expect(await violations(page), 'settings').toEqual([]);
      await reader.goTo('Read');
      await reader.choose([sample('mnist-2.png').path, sample('mnist-7.png').path]);
      await page.getByRole('checkbox', { name: 'Select mnist-2.png' }).check();
      await expect(page.getByRole('main').getByText('2 read')).toBeVisible();
      await page.locator('summary', { hasText: 'Export' }).click();
      expect(await violations(page), 'batch with its export menu').toEqual([]);
      await reader.goTo('Read');
      await reader.choose((await unclearPictures(testInfo.outputDir)).map((picture) => picture.path));
      await expect(page.getByRole('main').getByText('5 read', { exact: false }).first()).toBeVisible();
      await page.getByRole('link', { name: 'Side by side' }).click();
      await expect(page.locator('[data-tile]').first()).toBeVisible();
      expect(await violations(page), 'doubts side by side').toEqual([]);
      await page.getByRole('link', { name: 'Back to the pictures' }).click();
      await page.locator('[data-check]').click();
      await reader.finished();
      await page.keyboard.press('?');
      expect(await violations(page), 'keys').toEqual([]);
      await page.keyboard.press('Escape');
      await page.setViewportSize({ width: 360, height: 800 });
      await expect(page.locator('[data-dock]')).toBeVisible();
      expect(await violations(page), 'result on a phone').toEqual([]);
      await reader.open('#/no/such/page');
      expect(await violations(page), 'unknown address').toEqual([]);
    });

    test('a failure is free of accessibility violations', async ({ reader, page }) => {
      await reader.open();
      const dialog = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: 'Choose pictures' }).click();
      await (await dialog).setFiles({
        name: 'letter.pdf',
        mimeType: 'application/pdf',
        buffer: Buffer.from('%PDF-1.7\n'),
      });
      await expect(reader.failure).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });
  });
}

test('read a picture with the keyboard alone', async ({ reader, page }) => {
  const { path, lines } = sample('amount-in-blue-ink.jpg');
  await reader.open();
  const dialog = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose pictures' }).focus();
  await page.keyboard.press('Enter');
  await (await dialog).setFiles([path]);
  expect(await reader.readLines()).toEqual(lines);
  await expect(page.getByRole('status').filter({ hasText: `Number ${[...lines.join('')].join(' ')}` })).toBeAttached();
});
