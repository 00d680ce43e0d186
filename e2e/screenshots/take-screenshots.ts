import path from 'node:path';
import { test } from '../fixtures';
import { dropFiles } from '../hand-over';
import { lock, signUp } from '../profiles';
import { readPictureSamples, sample } from '../samples';
import { SCREENS } from '../screens';

const RESULTS = [
  'amount-in-blue-ink.jpg',
  'mnist-7.png',
  'score-sheet.jpg',
  'digit-in-corner.png',
  'turned-by-exif.jpg',
  'phone-photo.jpg',
  'blank-paper.png',
] as const;

const OUTPUT = path.resolve(import.meta.dirname, 'out');

for (const { width, height } of SCREENS) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`${width}x${height}, ${colorScheme}`, () => {
      test.use({ viewport: { width, height }, colorScheme, contextOptions: { reducedMotion: 'reduce' } });

      test('every page and state', async ({ reader, page }) => {
        test.setTimeout(300_000);
        const shoot = async (state: string): Promise<void> => {
          const name = `${state}-${width}x${height}-${colorScheme}.png`;
          await page.screenshot({ path: path.join(OUTPUT, name), fullPage: width < 800 });
        };
        await reader.open();
        await page.evaluate(() => document.fonts.ready);
        await shoot('01-home');
        await reader.goTo('History');
        await page.getByRole('heading', { name: 'No pictures yet' }).waitFor();
        await shoot('02-history-empty');
        await reader.goTo('Read');
        await page.evaluate(() => {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File(['x'], 'photo.jpg', { type: 'image/jpeg' }));
          document.body.dispatchEvent(new DragEvent('dragenter', { dataTransfer, bubbles: true }));
        });
        await shoot('03-dragging-a-file');
        for (const [index, file] of RESULTS.entries()) {
          await reader.open();
          await dropFiles(page, [sample(file).path]);
          if (index === 0) await shoot('04-reading');
          await reader.finished();
          await shoot(`05-result-${file.replace(/\W+/g, '-')}`);
        }
        await reader.open();
        await dropFiles(page, [sample('score-sheet.jpg').path]);
        await reader.finished();
        await reader.digits.first().focus();
        for (const key of ['9', '3', 'Delete', 's']) await page.keyboard.press(key);
        await page.locator('[data-digit][data-mark="check"]').first().waitFor();
        await shoot('05-result-corrected');
        await page.getByLabel('Expected format').selectOption({ label: 'Postal code' });
        await page
          .getByRole('button', { name: /^Why \d\?$/ })
          .first()
          .click();
        await page.getByText(/speaks most for|^No single part/).waitFor();
        for (let times = 0; times < 3; times += 1) await page.getByRole('button', { name: 'Zoom in' }).click();
        await shoot('05-result-zoomed-and-explained');
        await reader.open();
        await dropFiles(page, [path.resolve(import.meta.dirname, '../../package.json')]);
        await reader.failure.waitFor();
        await shoot('06-wrong-file');
        await reader.open('#/no/such/page');
        await shoot('07-unknown-address');
        await reader.open('?backend=wasm#/model');
        await page.getByRole('button', { name: 'Start test' }).click();
        await page.getByRole('button', { name: 'Run again' }).waitFor({ timeout: 120_000 });
        await shoot('12-model');
        await reader.open('#/result/not-there');
        await shoot('08-deleted-picture');
        await reader.open();
        await dropFiles(
          page,
          readPictureSamples().map((picture) => picture.path),
        );
        await page
          .getByText(/Reading \d+ of \d+/)
          .first()
          .waitFor();
        await shoot('09-batch-while-reading');
        await page
          .getByText(/Reading \d+ of \d+/)
          .first()
          .waitFor({ state: 'detached', timeout: 120_000 });
        await shoot('10-batch');
        await page.getByRole('checkbox', { name: 'Select mnist-2.png' }).check();
        await page.locator('summary', { hasText: 'Export' }).click();
        await shoot('10-batch-export');
        await reader.goTo('Settings');
        await page.getByRole('heading', { name: 'Storage' }).waitFor();
        await shoot('12-settings');
        await reader.goTo('History');
        await page.getByRole('button', { name: 'Delete all' }).waitFor();
        await shoot('10-history');
        await page.getByRole('button', { name: 'Delete all' }).click();
        await page.getByRole('button', { name: 'Undo' }).waitFor();
        await shoot('11-undo');
        await reader.open('#/draw');
        await shoot('13-draw');
        await reader.open();
        await dropFiles(page, [sample('score-sheet.jpg').path]);
        await reader.finished();
        await reader.open('#/room');
        await page.getByRole('checkbox').first().check();
        await shoot('14-room');
        await reader.open('#/sign-up');
        await shoot('15-sign-up');
        await signUp(page, { moves: false });
        await shoot('16-profile-ready');
        await reader.open('#/profile');
        await shoot('17-profile');
        await lock(page);
        await shoot('18-locked');
      });
    });
  }
}
