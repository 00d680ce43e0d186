import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { JSHandle, Page } from '@playwright/test';

/** A file as the page gets it: a name, bytes, and the type that the operating system guesses from the name. */
interface HandedFile {
  readonly name: string;
  readonly type: string;
  readonly base64: string;
}

const TYPES: Readonly<Record<string, string>> = {
  '.avif': 'image/avif',
  '.bmp': 'image/bmp',
  '.gif': 'image/gif',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
};

function handedFile(file: string): HandedFile {
  const extension = path.extname(file).toLowerCase();
  return { name: path.basename(file), type: TYPES[extension] ?? '', base64: readFileSync(file).toString('base64') };
}

function dataTransferWith(page: Page, files: readonly string[]): Promise<JSHandle<DataTransfer>> {
  return page.evaluateHandle((handed) => {
    const transfer = new DataTransfer();
    for (const { name, type, base64 } of handed) {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      transfer.items.add(new File([bytes], name, { type }));
    }
    return transfer;
  }, files.map(handedFile));
}

/** Drags files from outside over the page's background and lets go. */
export async function dropFiles(page: Page, files: readonly string[]): Promise<void> {
  const dataTransfer = await dataTransferWith(page, files);
  for (const type of ['dragenter', 'dragover', 'drop']) await page.dispatchEvent('body', type, { dataTransfer });
}

/** Pastes files, as after copying a picture in another program. */
export async function pasteFiles(page: Page, files: readonly string[]): Promise<void> {
  const dataTransfer = await dataTransferWith(page, files);
  await page.evaluate((clipboardData) => {
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, dataTransfer);
}

/** Chooses files that are made for a test, in the browser's dialog. */
export async function chooseMade(
  page: Page,
  ...files: readonly { readonly name: string; readonly mimeType?: string; readonly buffer: Buffer }[]
): Promise<void> {
  const dialog = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose pictures' }).click();
  await (await dialog).setFiles(files.map((file) => ({ mimeType: '', ...file })));
}
