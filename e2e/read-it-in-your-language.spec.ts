import type { Page } from '@playwright/test';
import { INTERFACE_LANGUAGES } from '../src/contract/interface-languages';
import { expect, test } from './fixtures';
import { dropFiles } from './hand-over';
import { sample } from './samples';

const AMOUNT = sample('amount-in-blue-ink.jpg');
/** Long words, high letters, and the other direction. */
const DEMANDING = ['de', 'ta', 'th', 'ar', 'fa'] as const;

/** Where elements stick out of the window, in words. */
function sticksOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const found = [...document.querySelectorAll('#root *')].filter((element) => {
      const { left, right, width: own } = element.getBoundingClientRect();
      // What lies in a part that scrolls or is clipped by itself, or is for screen readers alone, may be wider.
      const isFree =
        element.closest('.visually-hidden, #root > button, figure, table, pre, [hidden]') !== null ||
        element.matches('svg *');
      return own > 0 && !isFree && (left < -1 || right > width + 1);
    });
    return found.map((element) => `${element.tagName} ${element.className}: ${element.textContent?.slice(0, 40)}`);
  });
}

test('to العربية and back, with the history intact', async ({ reader, page }) => {
  await reader.open();
  await reader.read(AMOUNT.path);
  const [number = ''] = await page.locator('[data-digit]').allTextContents();
  await reader.goTo('Settings');
  await page.getByRole('combobox', { name: 'Language' }).selectOption({ label: 'العربية' });
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
  await expect(page).toHaveURL(/[?&]lang=ar#\/settings$/);
  await expect(page.locator('link[rel="manifest"]')).toHaveAttribute('href', './manifest-ar.webmanifest');
  await page.getByRole('link', { name: 'السجل' }).click();
  await expect(page.locator('tr[data-phase]')).toHaveCount(1);
  await page.locator('tr[data-phase] a').click();
  await expect(page.locator('[data-digit]').first()).toHaveText(number);
  // Digits stand in the order of the picture.
  const [first, second] = await page.locator('[data-digit]').all();
  const box = async (digit: typeof first) => (await digit?.boundingBox())?.x ?? 0;
  expect(await box(first)).toBeLessThan(await box(second));
  await page.getByRole('link', { name: 'الإعدادات' }).click();
  await page.getByRole('combobox', { name: 'اللغة' }).selectOption({ label: 'English' });
  await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
  await reader.goTo('History');
  await expect(page.locator('tr[data-phase]')).toHaveCount(1);
  await page.reload();
  await expect(page.getByRole('link', { name: 'Settings' })).toBeVisible();
});

test('a shared link shows the page in its language, and the choice of the device stays', async ({ page, reader }) => {
  await reader.open('?lang=de#/settings');
  await expect(page.getByRole('heading', { level: 1, name: 'Einstellungen' })).toBeVisible();
  expect(await page.evaluate(() => localStorage.getItem('digit-reader-settings') ?? '')).not.toContain('"de"');
});

test('digits are those that were chosen', async ({ page, reader }) => {
  await reader.open('?lang=fa');
  await expect(page.getByText(/[۰-۹] مگابایت/)).toBeVisible();
  await page.getByRole('link', { name: 'تنظیمات' }).click();
  await page.getByRole('radio', { name: '1234567890' }).check();
  await page.getByRole('link', { name: 'خواندن' }).click();
  await expect(page.getByText(/[0-9] مگابایت/)).toBeVisible();
});

test.describe('at 320 px', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  for (const code of DEMANDING) {
    test(`${code} fits`, async ({ page, reader }) => {
      await reader.open(`?lang=${code}`);
      await dropFiles(page, [AMOUNT.path]);
      await expect(page.locator('[data-digit]').first()).toBeVisible();
      expect(await sticksOut(page), 'result').toEqual([]);
      for (const hash of ['#/', '#/history', '#/draw', '#/settings', '#/model', '#/sign-up', '#/room', '#/none']) {
        await page.evaluate((to) => {
          window.location.hash = to;
        }, hash);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        expect(await sticksOut(page), hash).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth), hash).toBeLessThanOrEqual(320);
      }
    });
  }
});

for (const { code, name } of INTERFACE_LANGUAGES) {
  test(`${name} has a letter for every character`, async ({ page, reader }) => {
    await reader.open(`?lang=${code}`);
    const characters = [...new Set(name.replace(/[^\p{L}]/gu, ''))];
    const missing = await page.evaluate((wanted) => {
      const canvas = document.createElement('canvas');
      canvas.width = canvas.height = 48;
      const context = canvas.getContext('2d', { willReadFrequently: true });
      const draw = (text: string): string => {
        if (!context) return '';
        context.clearRect(0, 0, 48, 48);
        context.font = `24px ${getComputedStyle(document.body).fontFamily}`;
        context.fillText(text, 8, 34);
        return canvas.toDataURL();
      };
      // No font has a character for this.
      const box = draw('\u{10ffff}');
      return wanted.filter((character) => draw(character) === box);
    }, characters);
    test.skip(missing.length === characters.length, `this machine has no font for ${name}`);
    expect(missing).toEqual([]);
  });
}
