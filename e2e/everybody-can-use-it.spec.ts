import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { sample } from './samples';

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme} colors`, () => {
    // Colors are measured when nothing moves any more.
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } });

    test('every page is free of accessibility violations', async ({ reader, page }) => {
      await reader.open();
      expect(await violations(page), 'home').toEqual([]);
      await reader.goTo('History');
      expect(await violations(page), 'empty history').toEqual([]);
      await reader.read(sample('score-sheet.jpg').path);
      expect(await violations(page), 'result').toEqual([]);
      await reader.read(sample('blank-paper.png').path);
      expect(await violations(page), 'no digits').toEqual([]);
      await reader.goTo('History');
      await expect(page.getByRole('listitem').first()).toBeVisible();
      expect(await violations(page), 'history').toEqual([]);
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
