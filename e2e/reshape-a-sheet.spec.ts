import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './fixtures';
import { AS_WRITTEN, cell, cells, openSheet } from './sheet-page';

test('rows, columns and cells are changed from the menu, and all is undone', async ({ reader, page }) => {
  await openSheet(reader);
  const choose = async (name: string | RegExp) => {
    await page.locator('summary', { hasText: 'Edit table' }).click();
    await page.getByRole('group').filter({ hasText: 'Edit table' }).getByRole('button', { name }).click();
  };
  await cell(page, 1, 1).click();
  await choose('Add a row above');
  await expect.poll(() => cells(page)).toEqual(['\t\t\t\t', ...AS_WRITTEN]);
  await cell(page, 1, 2).click();
  await page.keyboard.type('20');
  await page.keyboard.press('Tab');
  await expect.poll(async () => (await cells(page))[0]).toBe('\t20\t\t\t');
  await cell(page, 2, 1).click();
  await choose('Merge with the cell to the right');
  await expect(cell(page, 2, 1)).toHaveAttribute('colspan', '2');
  await expect(cell(page, 2, 1)).toHaveText('10112');
  await choose('Split the cell');
  await cell(page, 2, 2).click();
  await choose('Merge with the cell to the left');
  await expect(cell(page, 2, 1)).toHaveText('10112');
  await expect(cell(page, 2, 1)).toBeFocused();
  await choose('Split the cell');
  await cell(page, 1, 3).click();
  await choose('Remove row 1');
  await expect.poll(() => cells(page)).toEqual(AS_WRITTEN);
  for (let step = 0; step < 7; step += 1) await page.keyboard.press('Control+z');
  await expect.poll(() => cells(page), 'all undone').toEqual(AS_WRITTEN);
});

test('a wrong sum is said in words and is a doubt until it is accepted; the empty cell shows on the picture', async ({
  reader,
  page,
}) => {
  await openSheet(reader);
  await page.getByRole('grid').locator('thead button').nth(4).click();
  await page.getByLabel('Rule for its numbers').selectOption({ label: 'Sum of other columns' });
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('5 of 30 cells to check')).toBeVisible();
  await page.getByRole('button', { name: 'Row 4: 9 + 13 + 10 = 32, the sheet says 31' }).click();
  await expect(cell(page, 4, 5)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('4 of 30 cells to check')).toBeVisible();

  await cell(page, 3, 3).click();
  await expect(page.locator('[data-boxes] [data-mark="cell"]')).toBeVisible();
  const frame = (await page.locator('[data-boxes]').boundingBox())!;
  const box = (await page.locator('[data-boxes] [data-mark="cell"]').boundingBox())!;
  await cell(page, 1, 1).click();
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await expect(cell(page, 3, 3), 'a click on the picture goes to the cell').toHaveAttribute('aria-selected', 'true');
  expect(box.x).toBeGreaterThan(frame.x);

  await cell(page, 5, 1).hover();
  await expect(page.locator('[data-boxes] [data-mark="cell"]'), 'the cell under the mouse shows as well').toHaveCount(
    2,
  );
  const digit = (await page.locator('[data-boxes] [data-mark="sure"]').first().boundingBox())!;
  await page.mouse.move(digit.x + digit.width / 2, digit.y + digit.height / 2);
  await expect(page.locator('[role="gridcell"][data-hovered]')).toHaveCount(1);
});

test('the edge of a column is dragged on the picture: digits go to the cells that they are in', async ({
  reader,
  page,
}) => {
  await openSheet(reader);
  await page.locator('summary', { hasText: 'Edit table' }).click();
  await page.getByRole('button', { name: 'Move the edges of columns on the picture' }).click();
  const edge = page.getByRole('separator', { name: 'Left edge of column 2' });
  const { x, y, width, height } = (await edge.boundingBox())!;
  const next = (await page.getByRole('separator', { name: 'Left edge of column 3' }).boundingBox())!;
  // Behind the second digit of 101, before the third.
  const by = 0.37 * (x - next.x);
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width / 2 + by / 2, y + height / 2);
  await page.mouse.move(x + width / 2 + by, y + height / 2);
  await page.mouse.up();
  await expect.poll(async () => (await cells(page))[0]).toBe('10\t112\t15\t9\t36');
  await page.keyboard.press('Control+z');
  await expect.poll(() => cells(page)).toEqual(AS_WRITTEN);
  await edge.focus();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('button', { name: 'Done', exact: true }).click();
  await expect(edge).toHaveCount(0);
  await expect.poll(() => cells(page)).toEqual(AS_WRITTEN);
});

test('a row of labels names the columns and leaves the data', async ({ reader, page }) => {
  await openSheet(reader);
  await cell(page, 1, 1).click();
  await page.locator('summary', { hasText: 'Edit table' }).click();
  await page.getByRole('button', { name: 'Use row 1 as column names' }).click();
  await expect(page.getByRole('columnheader', { name: '101', exact: true })).toBeVisible();
  await expect.poll(() => cells(page)).toEqual(AS_WRITTEN.slice(1));
  await page.keyboard.press('Control+z');
  await expect.poll(() => cells(page)).toEqual(AS_WRITTEN);
});

test('one press of Tab leaves a sheet on either side, and every key of it is said', async ({ reader, page }) => {
  await openSheet(reader);
  await cell(page, 2, 2).click();
  const isInside = () => page.evaluate(() => document.activeElement?.closest('[role="grid"]') !== null);
  await page.keyboard.press('Tab');
  expect(await isInside()).toBe(false);
  await page.keyboard.press('Shift+Tab');
  await expect(cell(page, 2, 2)).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  expect(await isInside()).toBe(false);
  await page.keyboard.press('Tab');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toContainText('accept, then the next cell to check');
  await page.keyboard.press('Escape');
  await expect(cell(page, 2, 2)).toBeFocused();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme} colors`, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } });

    test('a sheet with broken rules and an open form is free of accessibility violations', async ({ reader, page }) => {
      await openSheet(reader);
      await page.getByRole('grid').locator('thead button').nth(4).click();
      await page.getByLabel('Rule for its numbers').selectOption({ label: 'Sum of other columns' });
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await expect(page.getByText(/the sheet says/)).toBeVisible();
      await page.locator('summary', { hasText: 'Edit table' }).click();
      await page.getByRole('button', { name: 'Move the edges of columns on the picture' }).click();
      await page.getByRole('grid').locator('thead button').nth(4).click();
      await page.locator('summary', { hasText: 'Edit table' }).click();
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze();
      expect(violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`))).toEqual([]);
    });
  });
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 800 }, hasTouch: true });

  test('a column is named and ruled by touch: the keypad leaves the form alone, and the active cell shows', async ({
    reader,
    page,
  }) => {
    await openSheet(reader);
    await page.locator('summary', { hasText: 'Edit table' }).tap();
    await page.getByRole('button', { name: 'Column 3: name and rule' }).first().tap();
    await page.getByLabel('Column name').fill('Test');
    await page.getByLabel('Rule for its numbers').selectOption({ label: 'Range' });
    await page.getByLabel('To', { exact: true }).fill('14');
    await page.getByRole('button', { name: 'Save', exact: true }).tap();
    await expect(page.getByText('Row 1, Test: 15 is not between 0 and 14')).toBeVisible();
    await expect(cell(page, 1, 3)).toBeFocused();
    const active = (await cell(page, 1, 3).boundingBox())!;
    const keypad = (await page.getByRole('button', { name: 'It is 1', exact: true }).boundingBox())!;
    expect(active.y + active.height).toBeLessThan(keypad.y);
  });
});
