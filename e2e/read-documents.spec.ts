import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { assembled, encodePdf } from '../scripts/e2e-images/encode-pdf';
import { grayFields, writeTiff } from '../src/decode/test-tiff';
import { expect, test } from './fixtures';
import { chooseMade } from './hand-over';
import { sample } from './samples';

const DOCUMENT = sample('two-pages.pdf');

const pdf = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/pdf', buffer });

/** As many pages, all blank but the given one. */
async function longDocument(pageCount: number, written: number): Promise<Buffer> {
  const { data, info } = await sharp(sample('postal-code.webp').path).extractChannel(0).raw().toBuffer({
    resolveWithObject: true,
  });
  const blank = { gray: new Uint8Array(100).fill(255), width: 10, height: 10 };
  const full = { gray: new Uint8Array(data), width: info.width, height: info.height };
  return encodePdf(Array.from({ length: pageCount }, (_, index) => (index + 1 === written ? full : blank)));
}

test('each page of a PDF is a picture of its own, and they stay together', async ({ reader, page }) => {
  await reader.open();
  await reader.choose([DOCUMENT.path]);
  await expect(page).toHaveURL(/#\/batch\//);
  for (const [index, line] of DOCUMENT.lines.entries()) {
    const row = page.getByRole('row').filter({ hasText: `two-pages.pdf, page ${index + 1}` });
    await expect(row).toContainText(line, { timeout: 45_000 });
  }
});

test('a name that lies about a PDF does not matter', async ({ reader, page }) => {
  const { path, lines } = sample('scanned-letter.pdf');
  await reader.open();
  await chooseMade(page, { name: 'letter.png', mimeType: 'image/png', buffer: readFileSync(path) });
  expect(await reader.readLines()).toEqual(lines);
});

test('each page of a TIFF is a picture of its own', async ({ reader, page }) => {
  const { data, info } = await sharp(sample('postal-code.webp').path).extractChannel(0).raw().toBuffer({
    resolveWithObject: true,
  });
  const one = { fields: grayFields(info.width, info.height), strips: [new Uint8Array(data)] };
  await reader.open();
  await chooseMade(page, { name: 'fax.tif', mimeType: 'image/tiff', buffer: Buffer.from(writeTiff([one, one])) });
  for (const name of ['fax.tif, page 1', 'fax.tif, page 2']) {
    await expect(page.getByRole('row').filter({ hasText: name })).toContainText('90210', { timeout: 45_000 });
  }
});

test('a long document asks which pages are wanted', async ({ reader, page }) => {
  await reader.open();
  await chooseMade(page, pdf('book.pdf', await longDocument(300, 123)));
  const question = page.getByRole('dialog', { name: 'Which pages of “book.pdf”?' });
  await expect(question).toContainText('300 pages');
  const field = question.getByLabel('Pages, for example 1-3, 8');
  await expect(field).toHaveValue('1-200');
  await field.fill('123-400');
  await question.getByRole('button', { name: 'Read these pages' }).click();
  await expect(question.getByRole('alert')).toContainText('from 1 to 300');
  await field.fill('123');
  await question.getByRole('button', { name: 'Read these pages' }).click();
  expect(await reader.readLines()).toEqual(['90210']);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/book\.pdf, page 123/);
});

test('a document that is not wanted after all is left alone', async ({ reader, page }) => {
  await reader.open();
  await chooseMade(page, pdf('book.pdf', await longDocument(10_000, 1)));
  await page.getByRole('dialog').press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1, name: 'Read handwritten numbers' })).toBeVisible();
});

const KEY = `<${'5a'.repeat(32)}>`;
const LOCKED = assembled(
  [
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from('<< /Type /Pages /Count 0 /Kids [] >>'),
    Buffer.from(`<< /Filter /Standard /V 1 /R 2 /O ${KEY} /U ${KEY} /P -4 >>`),
  ],
  '/Encrypt 3 0 R /ID [<00><00>] ',
);

for (const { name, buffer, says } of [
  { name: 'locked.pdf', buffer: LOCKED, says: ['The document is locked', '“locked.pdf”', 'without one'] },
  {
    name: 'torn.pdf',
    buffer: Buffer.from('%PDF-1.7\n1 0 obj\n<< >>\n'),
    says: ['damaged', '“torn.pdf”', 'save it again'],
  },
]) {
  test(`${name} says what is wrong and what to do, and the others are read`, async ({ reader, page }) => {
    await reader.open();
    await chooseMade(page, pdf(name, buffer));
    for (const words of says) await expect(reader.failure).toContainText(words);
    await reader.goTo('Read');
    await chooseMade(page, pdf(name, buffer), pdf('letter.pdf', readFileSync(sample('scanned-letter.pdf').path)));
    await expect(page.getByRole('row').filter({ hasText: 'letter.pdf' })).toContainText('3092', { timeout: 45_000 });
    await expect(page.getByRole('row').filter({ hasText: name })).toBeVisible();
  });
}
