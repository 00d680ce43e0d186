import { expect, test } from './fixtures';

/** Strokes in shares of the pad's width and height. */
const SEVEN_AND_ONE = [
  [
    [0.3, 0.25],
    [0.45, 0.25],
    [0.36, 0.75],
  ],
  [
    [0.62, 0.25],
    [0.62, 0.75],
  ],
] as const;

test.beforeEach(async ({ reader, page }) => {
  await reader.open();
  await page.getByRole('link', { name: 'Draw', exact: true }).click();
  const pad = await page.getByRole('img', { name: 'Empty pad' }).boundingBox();
  if (!pad) throw new Error('There is no pad.');
  for (const [first, ...rest] of SEVEN_AND_ONE) {
    await page.mouse.move(pad.x + first[0] * pad.width, pad.y + first[1] * pad.height);
    await page.mouse.down();
    for (const [x, y] of rest) await page.mouse.move(pad.x + x * pad.width, pad.y + y * pad.height, { steps: 12 });
    await page.mouse.up();
  }
});

test('draw a number and read it', async ({ reader, page }) => {
  await page.getByRole('button', { name: 'Read', exact: true }).click();
  await expect(page).toHaveURL(/#\/result\//);
  expect(await reader.readLines()).toEqual(['71']);
  await reader.goTo('History');
  await expect(page.locator('tr[data-phase]')).toContainText('drawing.png');
});

test('the key that undoes works right after drawing', async ({ page }) => {
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('img', { name: 'Pad with 1 stroke' })).toBeVisible();
});

test('take strokes back, one by one and all at once', async ({ page }) => {
  await expect(page.getByRole('img', { name: 'Pad with 2 strokes' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('img', { name: 'Pad with 1 stroke' })).toBeVisible();
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(page.getByRole('img', { name: 'Empty pad' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Read', exact: true })).toBeDisabled();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('img', { name: 'Pad with 1 stroke' })).toBeVisible();
});
