import { findChromium } from '../scripts/find-chromium';
import { expect, test } from './fixtures';
import { sample } from './samples';

const executablePath = findChromium();

test.use({
  launchOptions: {
    ...(executablePath ? { executablePath } : {}),
    // No graphics processor and no software in its place: the page has no WebGL at all, nor has its worker.
    args: ['--no-sandbox', '--disable-gpu', '--disable-software-rasterizer', '--disable-background-networking'],
  },
});

test('where WebGL is denied, WebAssembly reads the number', async ({ reader, page }) => {
  const { path, lines } = sample('amount-in-blue-ink.jpg');
  await reader.open();
  expect(await page.evaluate(() => document.createElement('canvas').getContext('webgl2'))).toBeNull();
  expect(await reader.read(path)).toEqual(lines);
  await expect(page.getByText('with WebAssembly')).toBeVisible();
});
