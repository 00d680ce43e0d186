import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { expect, test } from './fixtures';
import { dropFiles } from './hand-over';
import { digitsOf, localPictures } from './local-data';
import { readPictureSamples, sample } from './samples';

const SAMPLES = readPictureSamples();
const ALL_READ = `${SAMPLES.length} read`;
const LOCAL_SETS = [
  { set: 'orand-car-a', count: 30 },
  { set: 'vshravan-photos', count: 30 },
] as const;
/** Real writing is not always read right; fewer right numbers than this would be news. */
const RIGHT_LOCALLY = 0.75;

/** A picture whose second half never arrived. */
function brokenFile(folder: string): string {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'half-downloaded.png');
  const whole = readFileSync(sample('mnist-7.png').path);
  writeFileSync(file, whole.subarray(0, Math.floor(whole.length / 2)));
  return file;
}

/** Rows of an exported CSV without its titles; texts without quotes or commas inside, as these are. */
function parseRows(csv: string): string[][] {
  return csv
    .replace(/^\uFEFF/, '')
    .trim()
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(',').map((cell) => cell.replace(/^"|"$/g, '')));
}

/** Number texts of a file, line by line, joined as labels are. */
function numbersOf(rows: readonly string[][], file: string): string {
  return rows
    .filter(([name]) => name === file)
    .map(([, , , number = '']) => number)
    .join('');
}

test('a stack of pictures with a broken one among them becomes a CSV with the right numbers', async ({
  reader,
  page,
}, testInfo) => {
  test.setTimeout(300_000);
  const local = LOCAL_SETS.flatMap(({ set, count }) => localPictures(set, count));
  if (local.length === 0) console.log('The data sets of real writing are not on this machine; samples alone.');
  const broken = brokenFile(testInfo.outputDir);
  const files = [...SAMPLES.map((picture) => picture.path), broken, ...local.map((picture) => picture.path)];

  await reader.open();
  await reader.choose(files);
  await expect(page).toHaveURL(/#\/batch\//);
  await expect(page.getByRole('heading', { level: 1, name: `${files.length} pictures` })).toBeVisible();
  await expect(page.getByText(/left$/)).toBeVisible();
  await expect(page.getByRole('main').getByText(`${files.length - 1} read`, { exact: false })).toBeVisible({
    timeout: 240_000,
  });
  await expect(page.getByRole('main').getByText(/ · 1 failed$/)).toBeVisible();
  await page.getByLabel('Show').selectOption('Not read');
  const failed = page.getByRole('row').filter({ hasText: 'half-downloaded.png' });
  await expect(failed).toContainText('The picture is damaged');
  await page.getByLabel('Show').selectOption('All');

  const saved = page.waitForEvent('download');
  await page.locator('summary', { hasText: 'Export' }).click();
  await page.getByRole('button', { name: /^CSV, all details/ }).click();
  const download = await saved;
  expect(download.suggestedFilename()).toMatch(
    new RegExp(`^numbers-of-${files.length}-pictures-\\d{4}-\\d\\d-\\d\\d-\\d{4}\\.csv$`),
  );
  const rows = parseRows(readFileSync(await download.path(), 'utf8'));
  expect(new Set(rows.map(([file]) => file)).size, 'no picture goes missing').toBe(files.length);
  for (const { file, lines } of SAMPLES) {
    expect.soft(numbersOf(rows, file), file).toBe(lines.join('').replaceAll(' ', ''));
  }
  expect(rows.find(([file]) => file === 'half-downloaded.png')?.[6]).toBe('failed');
  const right = local.filter((picture) => digitsOf(numbersOf(rows, path.basename(picture.path))) === picture.label);
  if (local.length > 0) {
    console.log(`real strips and photos read right: ${right.length} of ${local.length}`);
    expect(right.length / local.length).toBeGreaterThanOrEqual(RIGHT_LOCALLY);
  }
});

test('cancel a batch: it stops at once, what was read stays, the rest is read later', async ({ reader, page }) => {
  test.setTimeout(120_000);
  await reader.open();
  await dropFiles(
    page,
    SAMPLES.map((picture) => picture.path),
  );
  await expect(page.getByRole('main').getByText(/^[1-9]\d* read/)).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  const rest = page.getByRole('button', { name: /^Read \d+ unread$/ });
  await expect(rest).toBeVisible({ timeout: 2_000 });
  await expect(page.getByRole('progressbar', { name: 'Pictures read' })).toHaveCount(0);
  await rest.click();
  await expect(page.getByRole('main').getByText(ALL_READ)).toBeVisible({ timeout: 90_000 });
  await expect(rest).toHaveCount(0);
});

test('pause a batch, reload, and go on where it stopped', async ({ reader, page }) => {
  test.setTimeout(120_000);
  await reader.open();
  await reader.choose(SAMPLES.map((picture) => picture.path));
  await expect(page.getByRole('main').getByText(/^[1-9]\d* read/)).toBeVisible();
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByText(new RegExp(`^Paused, \\d+ of ${SAMPLES.length} read$`))).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: `${SAMPLES.length} pictures` })).toBeVisible();
  await page.getByRole('button', { name: /^Read \d+ unread$/ }).click();
  await expect(page.getByRole('main').getByText(ALL_READ)).toBeVisible({ timeout: 90_000 });
  const { file, lines } = sample('score-sheet.jpg');
  const row = page.getByRole('row').filter({ hasText: file });
  await expect(row).toContainText(lines[0] ?? '');
  await row.getByRole('link').click();
  expect(await reader.readLines()).toEqual(lines);
  await page.getByRole('link', { name: 'Back' }).click();
  await expect(page.getByRole('heading', { level: 1, name: `${SAMPLES.length} pictures` })).toBeVisible();
});

test('choose a folder: its pictures are read, other files in it are left out', async ({ reader, page }, testInfo) => {
  const folder = path.join(testInfo.outputDir, 'sheets');
  mkdirSync(path.join(folder, 'more'), { recursive: true });
  writeFileSync(path.join(folder, 'a-2.png'), readFileSync(sample('mnist-2.png').path));
  writeFileSync(path.join(folder, 'more', 'b-7.png'), readFileSync(sample('mnist-7.png').path));
  writeFileSync(path.join(folder, 'notes.txt'), 'no picture');
  await reader.open();
  const dialog = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a folder' }).click();
  await (await dialog).setFiles(folder);
  await expect(page.getByRole('heading', { level: 1, name: '2 pictures' })).toBeVisible();
  await expect(page.getByText('1 file is not a picture and was skipped')).toBeAttached();
  await expect(page.getByRole('row').filter({ hasText: 'a-2.png' })).toContainText('2');
});

test('copy the numbers, sort them, delete with undo, and take everything out as a ZIP', async ({
  reader,
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const chosen = ['mnist-7.png', 'amount-in-blue-ink.jpg', 'mnist-2.png'].map(sample);
  await reader.open();
  await reader.choose(chosen.map((picture) => picture.path));
  await expect(page.getByRole('main').getByText('3 read', { exact: false })).toBeVisible({ timeout: 45_000 });

  await page.getByLabel('Sort by').selectOption('Number');
  await expect(page.locator('[data-number]')).toHaveText(['2', '7', '28103']);
  await page.getByRole('button', { name: 'Copy numbers' }).click();
  await expect(page.getByText(/^Copied the numbers of 3 pictures/)).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('2\n7\n28103');

  await page.getByRole('checkbox', { name: 'Select mnist-2.png' }).check();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(page.locator('[data-number]')).toHaveText(['7', '28103']);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.locator('[data-number]')).toHaveText(['2', '7', '28103']);

  const saved = page.waitForEvent('download');
  await page.locator('summary', { hasText: 'Export' }).click();
  await page.getByRole('button', { name: /^ZIP/ }).click();
  const zip = unzipSync(new Uint8Array(readFileSync(await (await saved).path())));
  expect(Object.keys(zip).sort()).toEqual([
    'marked/1-mnist-2.png',
    'marked/2-mnist-7.png',
    'marked/3-amount-in-blue-ink.png',
    'numbers.csv',
    'pictures/1-mnist-2.png',
    'pictures/2-mnist-7.png',
    'pictures/3-amount-in-blue-ink.jpg',
    'readings.json',
  ]);
  expect(zip['pictures/3-amount-in-blue-ink.jpg']).toEqual(
    new Uint8Array(readFileSync(sample('amount-in-blue-ink.jpg').path)),
  );
  const readings: unknown = JSON.parse(new TextDecoder().decode(zip['readings.json']));
  expect(readings).toMatchObject([{ text: '2' }, { text: '7' }, { text: '28103', lines: ['28103'] }]);
});

test('reading again compares with the old reading', async ({ reader, page }) => {
  await reader.open();
  await reader.choose([sample('mnist-7.png').path, sample('mnist-2.png').path]);
  await expect(page.getByRole('main').getByText('2 read', { exact: false })).toBeVisible({ timeout: 45_000 });
  // What an older model might have read.
  await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('digit-reader');
      request.onsuccess = () => resolve(request.result);
    });
    const uploads = database.transaction('uploads', 'readwrite').objectStore('uploads');
    const rows = await new Promise<{ name: string; reading: object }[]>((resolve) => {
      const request = uploads.getAll();
      request.onsuccess = () => resolve(request.result);
    });
    for (const row of rows.filter(({ name }) => name === 'mnist-7.png')) {
      uploads.put({ ...row, reading: { ...row.reading, text: '1', modelVersion: 'older' } });
    }
    database.close();
  });
  await page.reload();
  await expect(page.locator('[data-number]')).toHaveText(['1', '2']);
  await page.getByRole('button', { name: 'Read all again' }).click();
  await expect(page.getByText('1 picture was read differently', { exact: false })).toBeVisible();
  await expect(page.locator('[data-number]')).toHaveText(['7', '2']);
  await expect(page.getByText('Model older: 1')).toBeVisible();
  await page.getByRole('button', { name: 'Use the other reading of mnist-7.png' }).click();
  await expect(page.locator('[data-number]')).toHaveText(['1', '2']);
  await expect(page.getByText('was read differently', { exact: false })).toHaveCount(0);
});
