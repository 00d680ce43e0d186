import sharp from 'sharp';
import { expect, test } from './fixtures';
import { sample } from './samples';

const AMOUNT = sample('amount-in-blue-ink.jpg');

test('cancel while the reader is loading, then read the picture after all', async ({ reader, page }) => {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.context().route('**/models/**', async (route) => {
    await held;
    await route.continue();
  });
  await reader.open();
  await reader.choose([AMOUNT.path]);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('heading', { name: 'Not read yet' })).toBeVisible();
  release();
  await page.getByRole('button', { name: 'Read now' }).click();
  expect(await reader.readLines()).toEqual(AMOUNT.lines);
});

test('cancel a long reading: it stops at once and the next picture is read', async ({ reader, page }) => {
  // The plain JavaScript backend needs minutes for a page this large.
  await reader.open('?backend=cpu');
  const buffer = await sharp(sample('score-sheet.jpg').path).resize(4000).jpeg().toBuffer();
  const dialog = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose pictures' }).click();
  await (await dialog).setFiles({ name: 'large.jpg', mimeType: 'image/jpeg', buffer });
  await expect(page.getByRole('listitem').filter({ hasText: 'Find the digits' })).toHaveAttribute(
    'data-state',
    'current',
  );
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('heading', { name: 'Not read yet' })).toBeVisible({ timeout: 5_000 });
  expect(await reader.read(sample('mnist-7.png').path)).toEqual(['7']);
});
