import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import type { ReaderPage } from './reader-page';
import { sample } from './samples';

const SHEET = sample('score-sheet.jpg');

/** A result with a digit of every kind: typed, accepted, blank, removed, split, misfit; and everything opened. */
async function openCorrected(reader: ReaderPage, page: Page): Promise<void> {
  await reader.open();
  await reader.read(SHEET.path);
  await reader.digits.first().focus();
  for (const key of ['9', '3', 'Delete', 's']) await page.keyboard.press(key);
  await expect(page.locator('[data-digit][data-mark="check"]')).toHaveCount(2);
  for (const key of ['Enter', 'Insert']) await page.keyboard.press(key);
  await page.getByLabel('Expected format').selectOption({ label: 'Postal code' });
  await reader.digits.last().click();
  await page
    .getByRole('button', { name: /^Why \d\?$/ })
    .first()
    .click();
  await expect(page.getByText(/speaks most for \d|No single part decides/)).toBeVisible();
}

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
}

for (const [name, options] of [
  ['light', { colorScheme: 'light' }],
  ['dark', { colorScheme: 'dark' }],
  ['forced', { contextOptions: { forcedColors: 'active', reducedMotion: 'reduce' } }],
] as const) {
  test.describe(`in ${name} colors`, () => {
    test.use({ contextOptions: { reducedMotion: 'reduce' }, ...options });

    test('a corrected result is free of accessibility violations', async ({ reader, page }) => {
      await openCorrected(reader, page);
      expect(await violations(page)).toEqual([]);
    });
  });
}

for (const [width, height, text] of [
  [320, 640, '100%'],
  [360, 800, '200%'],
  [844, 390, '100%'],
  [1440, 900, '200%'],
] as const) {
  test.describe(`${width}x${height}, text ${text}`, () => {
    test.use({ viewport: { width, height }, contextOptions: { reducedMotion: 'reduce' } });

    test('everything to correct with is in reach, and large enough to touch', async ({ reader, page }) => {
      await openCorrected(reader, page);
      await page.evaluate((size) => document.documentElement.style.setProperty('font-size', size), text);
      const outside = await page.locator('main *:not(svg *)').evaluateAll((elements) => {
        const isOut = ({ left, right }: DOMRect) => left < -1 || right > document.documentElement.clientWidth + 1;
        const shown = elements.filter(
          (element) => !element.closest('figure [role="group"], .visually-hidden, button span'),
        );
        return shown.filter((element) => isOut(element.getBoundingClientRect())).map((element) => element.className);
      });
      expect(outside).toEqual([]);
      const controls = page
        .getByRole('region', { name: 'Correct the selected digit' })
        .or(page.getByRole('group', { name: 'Zoom', exact: true }))
        .getByRole('button')
        .or(page.getByRole('combobox'));
      for (const control of await controls.all()) {
        if (!(await control.isVisible())) continue;
        const box = await control.boundingBox();
        const what = await control.evaluate((element) => element.outerHTML.slice(0, 90));
        expect(box?.height, what).toBeGreaterThanOrEqual(44);
        expect(box?.x, what).toBeGreaterThanOrEqual(0);
        expect((box?.x ?? 0) + (box?.width ?? 0), what).toBeLessThanOrEqual(width);
      }
    });
  });
}
