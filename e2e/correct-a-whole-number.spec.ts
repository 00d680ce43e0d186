import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './fixtures';
import { unclearPictures } from './forty-pictures';

test('a number that is doubtful as a whole is corrected side by side, with the keyboard and by touch', async ({
  reader,
  page,
}, testInfo) => {
  test.setTimeout(150_000);
  await reader.open();
  await reader.choose((await unclearPictures(testInfo.outputDir)).map((picture) => picture.path));
  await expect(page.getByText('5 read', { exact: false }).first()).toBeVisible({ timeout: 60_000 });
  await page.goto(`${page.url()}/doubts`);
  const whole = page.locator('[data-tile$=":number"]:not([data-done])').first();
  const digits = page.locator('[data-tile]:not([data-tile$=":number"]):not([data-done])');
  await expect(page.locator('[data-tile]').first()).toBeFocused();
  // A number is doubtful as a whole once its digits are not.
  while ((await digits.count()) > 0) {
    const before = await digits.count();
    await page.keyboard.press('Enter');
    await expect.poll(() => digits.count()).toBeLessThan(before);
  }
  const key = await whole.getAttribute('data-tile');
  const tile = page.locator(`[data-tile="${key}"]`);
  await tile.click();
  const field = page.getByRole('textbox', { name: 'Correct number' });
  await expect(field).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await tile.focus();
  await page.keyboard.type('12.5');
  await expect(field).toHaveValue('12.5');
  await page.keyboard.press('Enter');
  await expect(tile).toHaveText('12.5');
  await expect(tile).toHaveAttribute('data-done');
  await page.keyboard.press('Control+z');
  await expect(tile).not.toHaveText('12.5');
  await tile.click();
  await field.fill('7');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(tile).toHaveText('7');
});
