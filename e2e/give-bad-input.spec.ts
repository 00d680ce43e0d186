import { mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import sharp from 'sharp';
import { IMAGE_FORMATS } from '../src/contract/image-formats';
import { grayFields, writeTiff } from '../src/decode/test-tiff';
import { expect, test } from './fixtures';
import { chooseMade } from './hand-over';
import type { ReaderPage } from './reader-page';
import { readSamples, sample } from './samples';

const latin1 = (text: string) => Buffer.from(text, 'latin1');

/** A PNG that claims a size and has no pixels. */
function claimingPng(width: number, height: number): Buffer {
  const png = readFileSync(sample('mnist-7.png').path);
  png.writeUInt32BE(width, 16);
  png.writeUInt32BE(height, 20);
  return png;
}

const blank = (width: number, height: number, background: string) =>
  sharp({ create: { width, height, channels: 4, background } });

/** Ten entities, each ten times the one before. */
const LAUGHS = `<!DOCTYPE svg [<!ENTITY a0 "ha">${Array.from({ length: 9 }, (_, index) => `<!ENTITY a${index + 1} "${`&a${index};`.repeat(10)}">`).join('')}]>
<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100"><text>&a9;</text></svg>`;

const KIND = 'This file type cannot be read';
const DAMAGED = 'The picture is damaged';
const LARGE = 'The picture is too large';
const USE = 'Use a picture in one of these formats';
const AGAIN = 'save it again as PNG or JPEG';

/** What is refused: the reason, and what to do. */
const REFUSED: readonly (readonly [name: string, bytes: Buffer, reason: string, remedy: string])[] = [
  ['empty.png', Buffer.alloc(0), 'The file is empty', 'Copy or save the picture again'],
  ['one-byte.png', latin1('\x89'), KIND, USE],
  ['text.png', latin1('7 apples\n'), KIND, USE],
  ['program.png', latin1('MZ\x90\0\x03\0\0\0\x04'), KIND, USE],
  ['archive.png', latin1('PK\x03\x04\x14\0\0\0'), KIND, USE],
  ['video.png', latin1('\0\0\0\x18ftypisom\0\0\x02\0isommp42'), 'Videos cannot be read', USE],
  ['page.png', latin1('<!doctype html><title>7</title>'), KIND, USE],
  ['bomb.png', claimingPng(50_000, 50_000), LARGE, '300 megapixels'],
  [
    'bomb.svg',
    latin1('<svg xmlns="http://www.w3.org/2000/svg" width="1000000" height="1000000"/>'),
    LARGE,
    '300 megapixels',
  ],
  ['laughs.svg', latin1(LAUGHS), DAMAGED, AGAIN],
  [
    'strips.tif',
    Buffer.from(writeTiff([{ fields: grayFields(4_000_000_000, 4_000_000_000), strips: [] }])),
    LARGE,
    '300',
  ],
  ['nothing.tif', Buffer.from(writeTiff([{ fields: grayFields(40, 40), strips: [] }])), DAMAGED, AGAIN],
  [
    'rows.tif',
    Buffer.from(writeTiff([{ fields: grayFields(40, 40, [[278, [0]]]), strips: [Buffer.of(1)] }])),
    DAMAGED,
    AGAIN,
  ],
  ['no-size.gif', latin1('GIF89a\0\0\0\0\0\0\0;'), DAMAGED, AGAIN],
  ['no-picture.ico', latin1('\0\0\x01\0\0\0'), DAMAGED, AGAIN],
];

async function isRefused(reader: ReaderPage, name: string, reason: string, remedy: string): Promise<void> {
  await expect(reader.failure, name).toContainText(`“${name}”`);
  await expect(reader.failure, name).toContainText(reason);
  await expect(reader.failure, name).toContainText(remedy);
}

test('every kind of wrong file names itself, the reason and the remedy', async ({ reader, page }) => {
  test.setTimeout(120_000);
  for (const [name, buffer, reason, remedy] of REFUSED) {
    await reader.open();
    await chooseMade(page, { name, buffer });
    await isRefused(reader, name, reason, remedy);
  }
});

test('wrong files do not keep the rest of the batch from being read', async ({ reader, page }) => {
  const seven = sample('mnist-7.png');
  await reader.open();
  const wrong = REFUSED.map(([name, buffer]) => ({ name, buffer }));
  await chooseMade(page, ...wrong, { name: 'seven.jpg', buffer: readFileSync(seven.path) });
  await expect(page.getByRole('row').filter({ hasText: 'seven.jpg' })).toContainText('7', { timeout: 45_000 });
  for (const [name, , reason] of REFUSED) {
    await expect(page.getByRole('row').filter({ hasText: name })).toContainText(reason);
  }
});

for (const { label, extensions } of IMAGE_FORMATS) {
  test(`a ${label} file that is cut off or damaged is read or refused in words`, async ({ reader, page }) => {
    test.setTimeout(120_000);
    const found = readSamples().find(({ file, lines }) => file.endsWith(extensions[0]) && lines.length > 0);
    const whole = readFileSync(found!.path);
    const flipped = Buffer.from(whole);
    for (let at = 40; at < flipped.length; at += 97) flipped[at]! ^= 0x41;
    for (const [kind, buffer] of [
      ['head', whole.subarray(0, 48)],
      ['half', whole.subarray(0, whole.length / 2)],
      ['flipped', flipped],
    ] as const) {
      const name = `${kind}${extensions[0]}`;
      await reader.open();
      await chooseMade(page, { name, buffer });
      await reader.finished();
      if (kind === 'head') await isRefused(reader, name, DAMAGED, AGAIN);
    }
  });
}

test('pictures with nothing on them have no digits', async ({ reader, page }) => {
  test.setTimeout(90_000);
  const gif = await blank(1, 65_535, '#fff')
    .gif()
    .toBuffer()
    .catch(() => null);
  for (const [name, buffer] of [
    ['dot.png', await blank(1, 1, '#000').png().toBuffer()],
    ['line.png', await blank(1, 10_000, '#fff').png().toBuffer()],
    ['line.gif', gif],
    ['glass.png', await blank(200, 100, '#0000').png().toBuffer()],
    ['black.png', await blank(200, 100, '#000').png().toBuffer()],
    ['zero.svg', latin1('<svg xmlns="http://www.w3.org/2000/svg" width="0" height="0"/>')],
  ] as const) {
    if (!buffer) continue;
    await reader.open();
    await chooseMade(page, { name, buffer });
    await expect(reader.noDigits, name).toBeVisible({ timeout: 30_000 });
  }
});

test('the scripts and references of a drawing stay dead', async ({ reader, page, foreignRequests }) => {
  const drawing = readFileSync(sample('drawing.svg').path, 'utf8').replace(
    '</svg>',
    '<script>document.title = "alive"; fetch("http://192.0.2.1/script")</script>' +
      '<image href="http://192.0.2.1/a.png" width="9" height="9"/></svg>',
  );
  await reader.open();
  await chooseMade(page, { name: 'drawing.svg', buffer: Buffer.from(drawing) });
  expect(await reader.readLines()).toEqual(['7']);
  expect(foreignRequests).toEqual([]);
  expect(await page.title()).not.toBe('alive');
});

for (const [kind, name, shown] of [
  ['HTML', '<img src=x onerror=alert(1)>.png', '<img src=x onerror=alert(1)>.png'],
  ['controls', 'a\u0007b\nc.png', 'a\ufffdb\ufffdc.png'],
  ['a turned direction', 'gnp.\u202egnp.exe', 'gnp.\ufffdgnp.exe'],
  ['a thousand letters', `${'wide'.repeat(249)}.png`, `${'wide'.repeat(249)}.png`],
] as const) {
  test(`a name with ${kind} is shown as text that fits`, async ({ reader, page }) => {
    await page.setViewportSize({ width: 360, height: 800 });
    await reader.open();
    await chooseMade(page, { name, buffer: readFileSync(sample('mnist-7.png').path) });
    expect(await reader.readLines()).toEqual(['7']);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(shown);
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(await overflow()).toBeLessThanOrEqual(0);
    await reader.goTo('Read');
    await chooseMade(page, { name, buffer: Buffer.of(1) });
    await expect(reader.failure).toContainText(shown);
    expect(await overflow()).toBeLessThanOrEqual(0);
  });
}

test('a file that is deleted between choosing and reading says so', async ({ reader, page }, info) => {
  mkdirSync(info.outputDir, { recursive: true });
  const file = info.outputPath('gone.png');
  writeFileSync(file, readFileSync(sample('mnist-7.png').path));
  await page.route(/\/accept-file-[^/]*\.js$/, async (route) => {
    unlinkSync(file);
    await route.continue();
  });
  await reader.open();
  await reader.choose([file]);
  await expect(reader.failure).toContainText('“gone.png” could not be opened.');
});

test('two thousand files at once are taken, and the page stays usable', async ({ reader, page }) => {
  test.setTimeout(180_000);
  await reader.open();
  const seven = readFileSync(sample('mnist-7.png').path);
  const files = Array.from({ length: 2000 }, (_, index) => ({
    name: `${index}.png`,
    buffer: index === 1999 ? seven : Buffer.of(index & 255, 1),
  }));
  await chooseMade(page, ...files);
  await expect(page.getByRole('heading', { level: 1, name: '2,000 pictures' })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('main').getByText('1 read · 1,999 failed')).toBeVisible({ timeout: 120_000 });
});
