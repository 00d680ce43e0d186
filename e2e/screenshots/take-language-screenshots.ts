import path from 'node:path';
import { test } from '../fixtures';
import { dropFiles } from '../hand-over';
import { sample } from '../samples';
import { SCREENS } from '../screens';

/** The other direction, high letters, and long words. */
const LANGUAGES = ['ar', 'ta', 'th', 'de'] as const;
const PAGES = ['draw', 'history', 'model', 'settings', 'profile', 'sign-up', 'room', 'none'] as const;
const OUTPUT = path.resolve(import.meta.dirname, 'out/languages');

for (const { width, height } of SCREENS) {
  for (const language of LANGUAGES) {
    test(`every page in ${language} at ${width}x${height}`, async ({ reader, page }) => {
      test.setTimeout(120_000);
      await page.setViewportSize({ width, height });
      const shoot = (name: string) =>
        page.screenshot({ path: path.join(OUTPUT, `${language}-${name}-${width}.png`), fullPage: width < 800 });
      await reader.open(`?lang=${language}`);
      await page.evaluate(() => document.fonts.ready);
      await shoot('home');
      await dropFiles(page, [sample('score-sheet.jpg').path]);
      await page.locator('[data-digit], [data-cell]').first().waitFor();
      await shoot('result');
      await page.evaluate(() => {
        window.location.hash = '#/';
      });
      await dropFiles(page, [sample('amount-in-blue-ink.jpg').path, sample('mnist-7.png').path]);
      await page.locator('tr[data-phase="read"]').nth(1).waitFor();
      await shoot('batch');
      for (const name of PAGES) {
        await page.evaluate((to) => {
          window.location.hash = `#/${to}`;
        }, name);
        await page.locator('h1').first().waitFor();
        await page.waitForTimeout(400);
        await shoot(name);
      }
    });
  }
}
