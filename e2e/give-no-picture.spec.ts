import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { dropFiles } from './hand-over';
import { sample } from './samples';

const ADDRESS = 'https://example.org/receipt.png';

/** Pastes what another program put into the clipboard: media type -> data. */
async function pasteText(page: Page, data: Readonly<Record<string, string>>, into = 'body'): Promise<void> {
  await page.locator(into).evaluate((target, given) => {
    const clipboardData = new DataTransfer();
    for (const [type, text] of Object.entries(given)) clipboardData.setData(type, text);
    target.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, data);
}

test('pasted text: what to do instead, and the button for it', async ({ reader, page }) => {
  await reader.open();
  await pasteText(page, { 'text/plain': 'invoice 415' });
  const notice = page.getByRole('status').filter({ hasText: 'This is text' });
  await expect(notice).toBeVisible();
  const dialog = page.waitForEvent('filechooser');
  await notice.locator('..').getByRole('button', { name: 'Choose pictures' }).click();
  await (await dialog).setFiles([sample('mnist-7.png').path]);
  expect(await reader.readLines()).toEqual(['7']);
  await expect(notice).toBeHidden();
});

test('a link that is dropped on the page opens nothing', async ({ reader, page }) => {
  await reader.open();
  const address = page.url();
  const session = await page.context().newCDPSession(page);
  const data = {
    items: [
      { mimeType: 'text/uri-list', data: ADDRESS },
      { mimeType: 'text/plain', data: ADDRESS },
    ],
    dragOperationsMask: 1,
  };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 200, y: 300, data });
  }
  await expect(page.getByRole('status').filter({ hasText: 'links are not opened' })).toBeVisible();
  expect(page.url()).toBe(address);
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await expect(page.getByText('links are not opened')).toBeHidden();
});

test('a picture of another page: its data are read, its address is not asked', async ({ reader, page }) => {
  const picture = sample('mnist-2.png');
  await reader.open();
  await pasteText(page, { 'text/html': `<img src="${ADDRESS}">` });
  await expect(page.getByText('Only the address of the picture came with it')).toBeVisible();
  const data = readFileSync(picture.path).toString('base64');
  await pasteText(page, { 'text/html': `<img src="data:image/png;base64,${data}">` });
  expect(await reader.readLines()).toEqual(picture.lines);
});

test('text that is pasted into a field belongs to the field', async ({ reader, page }) => {
  await reader.open();
  await reader.read(sample('mnist-7.png').path);
  await reader.goTo('History');
  await page.getByLabel('Number, name or note').click();
  await pasteText(page, { 'text/plain': '415' }, 'input[type=search]');
  await expect(page.getByText('This is text')).toBeHidden();
});

test('of a mixed drop the pictures are read, and trying again is offered only where it may help', async ({
  reader,
  page,
}, testInfo) => {
  mkdirSync(testInfo.outputDir, { recursive: true });
  const letter = testInfo.outputPath('letter.txt');
  writeFileSync(letter, 'invoice 415');
  await reader.open();
  await dropFiles(page, [sample('mnist-7.png').path, letter, sample('mnist-2.png').path]);
  await expect(page.getByRole('row').filter({ hasText: 'mnist-2.png' })).toContainText('2');
  await expect(page.getByRole('row').filter({ hasText: 'mnist-7.png' })).toContainText('7');
  await expect(page.getByRole('row').filter({ hasText: 'letter.txt' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Retry|^Read letter.txt again/ })).toHaveCount(0);
});
