import { expect, goOffline, keptFiles, test, untilOnDevice } from './own-site';
import { sample } from './samples';

for (const file of ['scanned-fax.tif', 'iphone-photo.heic']) {
  test(`${file} is shown, listed and exported like any picture`, async ({ reader, page }) => {
    const { path, lines } = sample(file);
    await reader.open();
    expect(await reader.read(path)).toEqual(lines);
    const shown = page.locator('main img').first();
    await expect(shown).toBeVisible();
    await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(100);
    await reader.goTo('History');
    const thumbnail = page.getByRole('row').filter({ hasText: file }).locator('img');
    await expect.poll(() => thumbnail.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(50);
  });
}

test('the decoder of HEIC arrives with the first photo and is kept for the time without a connection', async ({
  reader,
  page,
  site,
}) => {
  test.setTimeout(120_000);
  const { path, lines } = sample('iphone-photo.heic');
  const decoder = /libheif-.*\.wasm$/;
  await reader.open('?backend=wasm');
  await untilOnDevice(page);
  expect((await keptFiles(page)).filter((file) => decoder.test(file))).toEqual([]);
  expect(await reader.read(path)).toEqual(lines);
  await expect.poll(async () => (await keptFiles(page)).some((file) => decoder.test(file))).toBe(true);
  await expect.poll(async () => (await keptFiles(page)).some((file) => /latin\/weights\.bin$/.test(file))).toBe(true);
  await goOffline(page, site);
  await page.reload();
  expect(await reader.read(path)).toEqual(lines);
});

test('a photo whose decoder cannot be fetched is told so, and not called damaged', async ({
  reader,
  page,
  pageErrors,
}) => {
  const { path } = sample('iphone-photo.heic');
  await page.route(/libheif-.*\.wasm$/, (route) => route.abort());
  await reader.open();
  await reader.choose([path]);
  await expect(reader.failure).toContainText('iphone-photo.heic');
  await expect(reader.failure).toContainText('Check the connection, then try again.');
  pageErrors.length = 0;
});
