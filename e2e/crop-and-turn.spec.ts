import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import sharp from 'sharp';
import { expect, test } from './fixtures';
import { sample } from './samples';

const SHEET = sample('score-sheet.jpg');

/** Opens the picture's part from its result. */
async function openCrop(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Crop and turn' }).click();
  await expect(page.getByRole('img', { name: 'What will be read' })).toBeVisible();
}

async function drag(page: Page, handle: Locator, by: { x: number; y: number }): Promise<void> {
  const box = (await handle.boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + by.x, y + by.y, { steps: 5 });
  await page.mouse.up();
}

/** Width and height of the part, as its preview has them. */
function shapeOf(page: Page): Promise<number> {
  return page
    .getByRole('img', { name: 'What will be read' })
    .evaluate((canvas: HTMLCanvasElement) => canvas.width / canvas.height);
}

test('one line of a sheet is cut out and read on its own; the whole picture is kept', async ({ reader, page }) => {
  await reader.open();
  await reader.read(SHEET.path);
  await openCrop(page);
  const stage = (await page.getByRole('img', { name: SHEET.file }).boundingBox())!;
  await drag(page, page.getByRole('button', { name: 'Bottom right corner' }), { x: 0, y: -stage.height * 0.74 });
  await expect.poll(() => shapeOf(page)).toBeGreaterThan(4);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => shapeOf(page)).toBeLessThan(1.3);
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
  await drag(page, page.getByRole('button', { name: 'Bottom right corner' }), { x: 0, y: -stage.height * 0.74 });
  const axe = await new AxeBuilder({ page }).analyze();
  expect(axe.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`)).toEqual([]);
  await page.getByRole('button', { name: 'Read this part' }).click();
  await expect(page).toHaveURL(/#\/result\//);
  expect(await reader.readLines()).toEqual([SHEET.lines[0]]);
  await reader.goTo('History');
  await expect(page.locator('tr[data-phase]')).toHaveCount(2);
});

test('corners move with the arrow keys', async ({ reader, page }) => {
  await reader.open();
  await reader.read(SHEET.path);
  await openCrop(page);
  const before = await shapeOf(page);
  await page.getByRole('button', { name: 'Top left corner' }).focus();
  for (let press = 0; press < 4; press += 1) await page.keyboard.press('Shift+ArrowDown');
  await expect.poll(() => shapeOf(page)).toBeGreaterThan(before * 1.2);
});

test('a picture on its side is turned; light ink on dark paper is inverted', async ({ reader, page }, testInfo) => {
  const turned = testInfo.outputPath('on-its-side.png');
  await sharp(sample('mnist-4.png').path).negate({ alpha: false }).rotate(90).resize(280).png().toFile(turned);
  await reader.open();
  await reader.read(turned);
  await openCrop(page);
  await page.getByRole('button', { name: 'Turn left' }).click();
  await page.getByRole('button', { name: 'Invert' }).click();
  await expect(page.getByRole('button', { name: 'Invert' })).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', { name: 'Read this part' }).click();
  await expect(page).toHaveURL(/#\/result\//);
  expect(await reader.readLines()).toEqual(['4']);
});

test('a page photographed from the side: its corners are offered, not imposed, and straighten it', async ({
  reader,
  page,
}, testInfo) => {
  const photo = testInfo.outputPath('from-the-side.jpg');
  const sheet = await sharp(SHEET.path).affine([0.92, 0.12, -0.08, 0.95], { background: '#5a5148' }).toBuffer();
  await sharp(sheet).extend({ top: 70, bottom: 60, left: 90, right: 80, background: '#5a5148' }).jpeg().toFile(photo);
  await reader.open();
  await reader.read(photo);
  await openCrop(page);
  const whole = await shapeOf(page);
  await page.getByRole('button', { name: 'Use the page that was found' }).click();
  await expect.poll(() => shapeOf(page)).not.toBe(whole);
  await expect(page.getByRole('checkbox', { name: 'Move each corner on its own' })).toBeChecked();
  await page.getByRole('button', { name: 'Read this part' }).click();
  await expect(page).toHaveURL(/#\/result\//);
  expect(await reader.readLines()).toEqual(SHEET.lines);
});
