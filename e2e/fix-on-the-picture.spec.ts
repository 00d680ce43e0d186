import { expect, test } from './fixtures';
import { sample } from './samples';

const SHEET = sample('score-sheet.jpg');
const DIGITS = SHEET.lines.join('').length;

test('remove a digit, then draw a box around it, and it is read again', async ({ reader, page }) => {
  await reader.open();
  await reader.read(SHEET.path);
  await reader.digits.first().click();
  const box = await page.locator('[data-active] [data-outline]').boundingBox();
  if (!box) throw new Error('The selected digit has no box.');
  await page.getByRole('button', { name: 'Remove' }).click();
  await expect(reader.digits).toHaveCount(DIGITS - 1);
  await expect(page.locator('[data-boxes] [data-mark="removed"]')).toHaveCount(1);

  await page.getByRole('button', { name: 'Add', exact: true }).click();
  // The tools may stand below the fold, and the click scrolls there.
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.mouse.move(box.x, box.y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.move(box.x + box.width, box.y + box.height);
  await page.mouse.up();
  await expect(reader.digits).toHaveCount(DIGITS);
  expect(await reader.readLines()).toEqual(SHEET.lines);
});

test('correct with the pad and tools, as on glass', async ({ reader, page }) => {
  await reader.open();
  await reader.read(SHEET.path);
  await reader.digits.nth(1).click();
  await page.getByRole('button', { name: 'It is 7' }).click();
  await expect(page.getByRole('button', { name: 'Digit 2: 7, corrected' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  expect(await reader.readLines()).toEqual(SHEET.lines);
  await page.getByRole('button', { name: 'Redo' }).click();
  await expect(page.getByRole('button', { name: 'Digit 2: 7, corrected' })).toBeVisible();
});

test('zoom by wheel, keys and buttons; boxes stay on their digits', async ({ reader, page }) => {
  await reader.open();
  await reader.read(SHEET.path);
  const picture = page.getByRole('img', { name: SHEET.file });
  const width = async () => Math.round((await picture.boundingBox())?.width ?? 0);
  const whole = await width();
  await picture.hover();
  await page.mouse.wheel(0, -400);
  await expect.poll(width, 'the wheel').toBeGreaterThan(whole * 1.5);
  await page.getByRole('button', { name: 'Fit' }).click();
  await expect.poll(width, 'the button').toBe(whole);
  await page.getByRole('group', { name: /^Picture/ }).focus();
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  await expect.poll(width, 'plus').toBeGreaterThan(whole * 2);
  const before = await picture.boundingBox();
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await picture.boundingBox())?.x).toBeLessThan(before?.x ?? 0);

  // The box of a digit covers the same share of the picture, whatever the zoom.
  const share = async () => {
    const [box, all] = [await page.locator('[data-active] [data-outline]').boundingBox(), await picture.boundingBox()];
    return box && all ? (box.x + box.width / 2 - all.x) / all.width : 0;
  };
  const zoomed = await share();
  await page.getByRole('group', { name: /^Picture/ }).focus();
  await page.keyboard.press('0');
  await expect.poll(width, 'zero').toBe(whole);
  expect(await share()).toBeCloseTo(zoomed, 2);
});

test('ask why a digit is read as it is', async ({ reader, page }) => {
  await reader.open();
  await reader.read(SHEET.path);
  await page
    .getByRole('button', { name: /^Why \d\?$/ })
    .first()
    .click();
  await expect(page.getByText(/speaks most for \d|No single part decides/)).toBeVisible();
});

test('say what is expected, and see what does not fit, also after a reload', async ({ reader, page }) => {
  await reader.open();
  await reader.read(SHEET.path);
  await page.getByLabel('Expected format').selectOption({ label: 'Fixed number of digits' });
  await page.getByLabel('Number of digits').fill('3');
  const misfits = SHEET.lines.filter((line) => line.length !== 3).join('').length;
  await expect(page.locator('[data-digit][data-misfit]')).toHaveCount(misfits);
  await expect(page.locator('[data-saving]')).toHaveCount(0);
  await page.reload();
  await expect(page.getByLabel('Number of digits')).toHaveValue('3');
  await expect(page.locator('[data-digit][data-misfit]')).toHaveCount(misfits);
});

test('print a result on one page', async ({ reader, page }) => {
  await reader.open();
  await reader.read(SHEET.path);
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('navigation', { name: 'Pages' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Delete' })).toBeHidden();
  await expect(page.locator('[data-print]')).toBeVisible();
  await expect(page.getByRole('button', { name: /^(Accept|Or) / }).filter({ visible: true })).toHaveCount(0);
  await expect(page.getByLabel('Note')).toBeHidden();
});

test.describe('on glass', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('pinch to zoom, move with one finger, tap a digit', async ({ reader, page }) => {
    await reader.open();
    await reader.read(SHEET.path);
    const picture = page.getByRole('img', { name: SHEET.file });
    const whole = await picture.boundingBox();
    if (!whole) throw new Error('The picture is not shown.');
    const touch = await page.context().newCDPSession(page);
    const put = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...points: [number, number][]) =>
      touch.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });
    const [x, y] = [whole.x + whole.width / 2, whole.y + whole.height / 2];

    await put('touchStart', [x - 20, y], [x + 20, y]);
    for (let spread = 30; spread <= 80; spread += 10) await put('touchMove', [x - spread, y], [x + spread, y]);
    await put('touchEnd');
    await expect.poll(async () => (await picture.boundingBox())?.width).toBeGreaterThan(whole.width * 2);

    const before = await picture.boundingBox();
    await put('touchStart', [x, y]);
    for (let moved = 10; moved <= 60; moved += 10) await put('touchMove', [x + moved, y]);
    await put('touchEnd');
    await expect.poll(async () => (await picture.boundingBox())?.x).toBeGreaterThan((before?.x ?? 0) + 20);

    await page.getByRole('button', { name: 'Fit' }).click();
    await expect.poll(async () => Math.round((await picture.boundingBox())?.width ?? 0)).toBe(Math.round(whole.width));
    // The selected one, the first digit, is drawn last, above its neighbors.
    const second = await page.locator('[data-outline]').first().boundingBox();
    if (!second) throw new Error('There are no boxes.');
    await page.touchscreen.tap(second.x + second.width / 2, second.y + second.height / 2);
    await expect(reader.digits.nth(1)).toHaveAttribute('aria-pressed', 'true');
  });
});
