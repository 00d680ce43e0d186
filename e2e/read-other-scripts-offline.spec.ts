import { expect, goOffline, keptFiles, test, untilOnDevice } from './own-site';
import { SCRIPT_STRIPS } from './script-strips';

const [FIRST, SECOND] = ['devanagari', 'bengali'].map((id) => SCRIPT_STRIPS.find((each) => each.id === id)!);

test('other scripts are read without a connection, once they were loaded', async ({ reader, page, site }) => {
  test.setTimeout(120_000);
  await reader.open();
  await untilOnDevice(page);
  await reader.read(FIRST!.path);
  expect(await keptFiles(page)).not.toContain('models/scripts/weights.bin');
  await page.getByRole('combobox', { name: 'Digits in the picture' }).selectOption('auto');
  await expect(page.getByText('Read as Devanagari')).toBeVisible({ timeout: 45_000 });
  await expect.poll(() => keptFiles(page)).toContain('models/scripts/weights.bin');
  await goOffline(page, site);
  await page.reload();
  await reader.goTo('Read');
  await reader.read(SECOND!.path);
  await expect(page.getByText('Read as Bengali')).toBeVisible({ timeout: 45_000 });
  await reader.goTo('Settings');
  const group = page
    .getByRole('region', { name: 'Offline use' })
    .locator('div', { hasText: 'Digits of other scripts' });
  await expect(group.last()).toContainText('on this device');
});
