import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { TestInfo } from '@playwright/test';
import { expect, test } from './fixtures';
import { sample } from './samples';

const ACCEPTED = /PNG.*JPEG.*WebP.*GIF.*BMP.*ICO.*AVIF.*HEIC.*TIFF.*SVG.*PDF/;

function fileWith(info: TestInfo, name: string, bytes: string): string {
  mkdirSync(info.outputDir, { recursive: true });
  const file = info.outputPath(name);
  writeFileSync(file, bytes, 'latin1');
  return file;
}

const WRONG_FILES = [
  { name: 'letter.docx', bytes: 'PK\x03\x04\x14\0', says: [/letter\.docx/, /ZIP/, ACCEPTED] },
  { name: 'notes.png', bytes: 'Just some words, not a picture.\n', says: [/notes\.png/, ACCEPTED] },
  { name: 'nothing.jpg', bytes: '', says: [/nothing\.jpg/, /empty/i] },
  {
    name: 'half.png',
    bytes: '\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x64\0\0\0\x64\x08\x02',
    says: [/half\.png/, /damaged/i],
  },
] as const;

for (const { name, bytes, says } of WRONG_FILES) {
  test(`give ${name}, which cannot be read, and learn why and what to do`, async ({ reader }, info) => {
    await reader.open();
    await reader.choose([fileWith(info, name, bytes)]);
    for (const words of says) await expect(reader.failure).toContainText(words);
    await expect(reader.failure.getByRole('button', { name: 'Choose another picture' })).toBeVisible();
  });
}

test('a picture whose name lies about its format is read by its bytes', async ({ reader, page }) => {
  const { lines, path } = sample('mnist-7.png');
  await reader.open();
  const dialog = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose pictures' }).click();
  await (await dialog).setFiles({ name: 'seven.gif', mimeType: 'image/gif', buffer: readFileSync(path) });
  expect(await reader.readLines()).toEqual(lines);
});
