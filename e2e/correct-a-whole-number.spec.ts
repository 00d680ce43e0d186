import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './fixtures';
import { unclearPictures } from './forty-pictures';

/** Leaves the reader sure of each digit and not of the numbers. */
async function doubtWholeNumbers(): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open('digit-reader');
    request.onsuccess = () => resolve(request.result);
  });
  const readings = database.transaction('readings', 'readwrite').objectStore('readings');
  const all = await new Promise<{ recognition: { digits: object[]; numbers: object[] } }[]>((resolve) => {
    const request = readings.getAll();
    request.onsuccess = () => resolve(request.result);
  });
  for (const { recognition, ...rest } of all) {
    const digits = recognition.digits.map((digit) => ({
      ...digit,
      prediction: { ...(digit as { prediction: object }).prediction, verdict: 'sure' },
    }));
    const numbers = recognition.numbers.map((number) => ({ ...number, verdict: 'check', doubts: ['readings-differ'] }));
    readings.put({ ...rest, recognition: { ...recognition, digits, numbers } });
  }
  await new Promise((resolve) => {
    readings.transaction.oncomplete = resolve;
  });
  database.close();
}

test('a number that is doubtful as a whole is corrected side by side, with the keyboard and by touch', async ({
  reader,
  page,
}, testInfo) => {
  test.setTimeout(150_000);
  await reader.open();
  await reader.choose((await unclearPictures(testInfo.outputDir)).map((picture) => picture.path));
  await expect(page.getByText('5 read', { exact: false }).first()).toBeVisible({ timeout: 60_000 });
  await page.goto(`${page.url()}/doubts`);
  await expect(page.locator('[data-tile]')).toHaveCount(5);
  await page.evaluate(doubtWholeNumbers);
  await page.reload();
  await expect(
    page.getByRole('heading', { name: '5 numbers to check as a whole: select the wrong ones' }),
  ).toBeVisible();
  const key = await page.locator('[data-tile]').first().getAttribute('data-tile');
  const tile = page.locator(`[data-tile="${key}"]`);
  await tile.click();
  const field = page.getByRole('textbox', { name: 'Correct number' });
  await expect(field).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await tile.focus();
  await page.keyboard.type('125');
  await expect(field).toHaveValue('125');
  await page.keyboard.press('Enter');
  await expect(tile).toHaveText('125');
  await expect(tile).toHaveAttribute('data-done');
  await page.keyboard.press('Control+z');
  await expect(tile).not.toHaveText('125');
  await tile.click();
  await field.fill('7');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(tile).toHaveText('7');
});
