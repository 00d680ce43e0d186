import sharp from 'sharp';
import { expect, test } from './fixtures';
import { sample } from './samples';

const AMOUNT = sample('amount-in-blue-ink.jpg');
const NUMBER = AMOUNT.lines.join('');

test('walk through the digits with the arrow keys and see what else each may be', async ({ reader, page }) => {
  await reader.open();
  await reader.read(AMOUNT.path);
  await reader.digits.first().click();
  for (const [index, digit] of [...NUMBER].entries()) {
    await expect(page.getByRole('heading', { name: `Digit ${index + 1} of ${NUMBER.length}` })).toBeVisible();
    const candidates = page.getByRole('list', { name: 'Candidates', exact: true }).getByRole('listitem');
    await expect(candidates).toHaveCount(4);
    await expect(candidates.first()).toHaveText(new RegExp(`^${digit}.*%$`));
    await page.keyboard.press('ArrowRight');
  }
  await page.getByText('7 more candidates').click();
  await expect(page.getByRole('list', { name: 'Other candidates' }).getByRole('listitem')).toHaveCount(7);
});

test('copy the number', async ({ reader, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await reader.open();
  await reader.read(AMOUNT.path);
  await page.getByRole('button', { name: 'Copy number' }).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(NUMBER);
});

test('go back from a result and forward again', async ({ reader, page }) => {
  await reader.open();
  await reader.read(AMOUNT.path);
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Read handwritten numbers' })).toBeVisible();
  await page.goForward();
  expect(await reader.readLines()).toEqual(AMOUNT.lines);
});

test('the picture stays inside its frame, and its boxes on its digits, whatever its size', async ({ reader, page }) => {
  await reader.open();
  for (const file of ['mnist-7.png', 'digit-in-corner.png', 'turned-by-exif.jpg', 'large-writing.avif']) {
    await reader.read(sample(file).path);
    const picture = await page.getByRole('img', { name: file }).boundingBox();
    const viewport = page.viewportSize();
    if (!picture || !viewport) throw new Error(`${file} is not shown.`);
    expect(picture.x, file).toBeGreaterThanOrEqual(0);
    expect(picture.x + picture.width, file).toBeLessThanOrEqual(viewport.width);
    expect(picture.height, file).toBeLessThanOrEqual(viewport.height);
  }
});

test('a picture that lies on its side is turned, and stays as it is when that is undone', async ({
  reader,
  page,
}, info) => {
  const onItsSide = info.outputPath('on-its-side.png');
  await sharp(sample('chalk-on-board.png').path).rotate(270).png().toFile(onItsSide);
  await reader.open();
  expect(await reader.read(onItsSide)).not.toEqual([]);
  await expect(page.getByText('Rotated by 90° clockwise before reading')).toBeVisible();
  await page.getByRole('button', { name: 'Undo rotation' }).click();
  const undone = page.getByText('Read without rotation');
  await expect(undone).toBeVisible();
  await page.reload();
  await expect(undone).toBeVisible();
  await page.getByRole('button', { name: 'Rotate automatically' }).click();
  await expect(page.getByText('Rotated by 90° clockwise before reading')).toBeVisible();
});

test('digits stand on the margin of what is below them', async ({ reader, page }) => {
  await reader.open();
  await reader.read(AMOUNT.path);
  const digit = await reader.digits.first().boundingBox();
  const below = await page.getByRole('heading', { name: /^Digit \d of/ }).boundingBox();
  expect(digit?.x).toBe(below?.x);
});

test('the note has its place beside the picture, without scrolling', async ({ reader, page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await reader.open();
  await reader.read(AMOUNT.path);
  await expect(page.getByLabel('Note')).toBeInViewport({ ratio: 1 });
});
