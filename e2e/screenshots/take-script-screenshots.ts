import path from 'node:path';
import { test } from '../fixtures';
import { dropFiles } from '../hand-over';
import { SCREENS } from '../screens';
import { SCRIPT_STRIPS } from '../script-strips';

const LANGUAGES = ['en', 'ar'] as const;
const OUTPUT = path.resolve(import.meta.dirname, 'out/scripts');
const [STRIP] = SCRIPT_STRIPS.filter(({ id }) => id === 'devanagari');

/** The offer of other scripts, a number that was read in one, the same where it did not load, and the choice in Settings. */
for (const { width, height } of SCREENS) {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const language of LANGUAGES) {
      test.describe(`${language}, ${width}x${height}, ${colorScheme}`, () => {
        test.use({ viewport: { width, height }, colorScheme, contextOptions: { reducedMotion: 'reduce' } });

        test('numeral scripts', async ({ reader, page, pageErrors }) => {
          test.setTimeout(120_000);
          const shoot = (name: string) =>
            page.screenshot({
              path: path.join(OUTPUT, `${name}-${language}-${width}-${colorScheme}.png`),
              fullPage: true,
            });
          await page.addInitScript(() => {
            Object.defineProperty(navigator, 'languages', { get: () => ['en'] });
            const chosen = { version: 1, script: 'latin' };
            localStorage.setItem(
              'digit-reader-settings',
              localStorage.getItem('digit-reader-settings') ?? JSON.stringify(chosen),
            );
          });
          await reader.open(`?lang=${language}`);
          await dropFiles(page, [STRIP!.path]);
          await page.locator('[data-digit]').first().waitFor();
          await page.evaluate(() => document.fonts.ready);
          await shoot('offer');
          await page.route(/models\/scripts\//, (route) => route.abort());
          await page.locator('main select').first().selectOption('thai');
          await page.locator('main select').first().waitFor();
          await page.waitForTimeout(3000);
          await shoot('missed');
          await page.unroute(/models\/scripts\//);
          await page.locator('main select').first().selectOption('auto');
          await page.waitForTimeout(4000);
          await page.locator('[data-digit]').first().waitFor();
          await shoot('read');
          await page.evaluate(() => {
            window.location.hash = '#/settings';
          });
          await page.locator('main select').nth(1).waitFor();
          await shoot('settings');
          pageErrors.length = 0;
        });
      });
    }
  }
}
