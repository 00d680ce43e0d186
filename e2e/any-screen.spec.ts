import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { sample } from './samples';
import { SCREENS } from './screens';

/** Everything that sticks out of the window to the left or right, in words. */
function sticksOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const isHidden = (element: Element): boolean =>
      element.closest('.visually-hidden, body > #root > button, [hidden]') !== null;
    const found = [...document.body.querySelectorAll('*')].filter((element) => {
      const { left, right, width: own } = element.getBoundingClientRect();
      return own > 0 && !isHidden(element) && (left < -1 || right > width + 1);
    });
    const words = found.map(
      (element) => `<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}">`,
    );
    return document.documentElement.scrollWidth > width ? ['the page scrolls sideways', ...words] : words;
  });
}

for (const { width, height } of SCREENS) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`${width}x${height}, ${colorScheme}`, () => {
      test.use({ viewport: { width, height }, colorScheme });

      test('read a picture and look at it in the history without scrolling sideways', async ({ reader, page }) => {
        await reader.open();
        expect(await sticksOut(page), 'home').toEqual([]);
        await reader.read(sample('score-sheet.jpg').path);
        expect(await sticksOut(page), 'result').toEqual([]);
        await reader.read(sample('mnist-7.png').path);
        expect(await sticksOut(page), 'result of a tiny picture').toEqual([]);
        await reader.goTo('History');
        await expect(page.locator('tr[data-phase]').first()).toBeVisible();
        expect(await sticksOut(page), 'history').toEqual([]);
        await page.locator('summary', { hasText: 'Export' }).click();
        expect(await sticksOut(page), 'export menu').toEqual([]);
        await reader.open('#/draw');
        expect(await sticksOut(page), 'drawing pad').toEqual([]);
        await reader.goTo('Settings');
        expect(await sticksOut(page), 'settings').toEqual([]);
        await reader.goTo('Read');
        await reader.choose([sample('mnist-2.png').path, sample('amount-in-blue-ink.jpg').path]);
        await expect(page.getByRole('main').getByText('2 read')).toBeVisible();
        expect(await sticksOut(page), 'batch').toEqual([]);
      });
    });
  }
}
