import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, test as base, chromium, type Page } from '@playwright/test';
import { expect } from './fixtures';
import { lock, PASSPHRASE, signUp } from './profiles';
import { ReaderPage } from './reader-page';
import { sample } from './samples';

/** What a person would recognize the picture by. */
const NAME = 'zebra-ledger-of-1887.jpg';
const SHEET = sample('score-sheet.jpg');

interface Fixtures {
  /** A folder with the picture under its telling name, removed afterwards. */
  readonly folder: string;
}

const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from here
  folder: async ({}, use) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'digit-reader-profile-'));
    copyFileSync(SHEET.path, path.join(folder, NAME));
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
});

/** Runs a browser with a profile folder of its own, as a person's is, and closes it, so that all is on the disk. */
async function inBrowser(folder: string, visit: (page: Page, reader: ReaderPage) => Promise<void>): Promise<void> {
  const { use } = test.info().project;
  const context: BrowserContext = await chromium.launchPersistentContext(path.join(folder, 'browser'), {
    ...use.launchOptions,
    ...(use.baseURL !== undefined && { baseURL: use.baseURL }),
  });
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto('./?backend=wasm');
    await visit(page, new ReaderPage(page));
  } finally {
    await context.close();
  }
}

function utf16(text: string): Buffer {
  return Buffer.from(text, 'utf16le');
}

/** What must not be found, by what it is. Whole files would not do: databases cut them into blocks. */
function secrets(): ReadonlyMap<string, Buffer> {
  const picture = readFileSync(SHEET.path);
  const text = SHEET.lines.join('\n');
  const stem = NAME.replace('.jpg', '');
  const pieces = [0.1, 0.3, 0.5, 0.7, 0.9].map((share): [string, Buffer] => {
    const at = Math.floor(picture.length * share);
    return [`bytes of the picture at ${share}`, picture.subarray(at, at + 24)];
  });
  return new Map([
    ['the file name', Buffer.from(stem)],
    ['the file name in UTF-16', utf16(stem)],
    ['the number', Buffer.from(text)],
    ['the number in UTF-16', utf16(text)],
    ['the number in JSON', Buffer.from(JSON.stringify(text).slice(1, -1))],
    ...pieces,
  ]);
}

/** @returns what was found and in which file, no file of the browser left out */
function findSecrets(folder: string): string[] {
  const root = path.join(folder, 'browser');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(root, name))
    .filter((name) => statSync(name, { throwIfNoEntry: false })?.isFile());
  expect(files.some((name) => name.includes('IndexedDB'))).toBe(true);
  return files.flatMap((file) => {
    const bytes = readFileSync(file);
    const found = [...secrets()].filter(([, secret]) => bytes.includes(secret));
    return found.map(([what]) => `${what}: ${path.relative(root, file)}`);
  });
}

async function readPicture(page: Page, reader: ReaderPage, folder: string): Promise<void> {
  expect(await reader.read(path.join(folder, NAME))).toEqual(SHEET.lines);
  // Until the history has it: a list shows it read only then.
  await reader.goTo('History');
  await expect(page.getByRole('table').getByRole('link', { name: NAME })).toBeVisible();
  await page.getByLabel('Number, name or note').fill('zebra');
  await expect(page.getByRole('table').getByText(SHEET.lines[0]!, { exact: true })).toBeVisible();
}

// Each starts the browser anew, up to twice, with a folder on the disk.
test.setTimeout(120_000);

test('in the unencrypted history, the search finds the picture in the files of the browser', async ({ folder }) => {
  await inBrowser(folder, async (page, reader) => readPicture(page, reader, folder));
  const found = findSecrets(folder).join('\n');
  // Without this, the next test could not fail.
  for (const what of secrets().keys()) {
    if (!/UTF-16|JSON/.test(what)) expect(found).toContain(`${what}:`);
  }
});

test('in a profile, nothing about the picture is anywhere in the files of the browser', async ({ folder }) => {
  await inBrowser(folder, async (page, reader) => {
    await signUp(page);
    await readPicture(page, reader, folder);
    await page.getByRole('table').getByRole('link', { name: NAME }).click();
    await reader.digits.first().focus();
    await page.keyboard.press('8');
    await expect(page.getByText('corrected').first()).toBeVisible();
    await lock(page);
  });
  expect(findSecrets(folder)).toEqual([]);
  // And it is there all the same.
  await inBrowser(folder, async (page, reader) => {
    await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
    await page.getByRole('button', { name: 'Unlock' }).click();
    await reader.goTo('History');
    await expect(page.getByRole('table').getByRole('link', { name: NAME })).toBeVisible();
  });
  expect(findSecrets(folder)).toEqual([]);
});

test('moved into a profile, a picture leaves the databases of the browser too', async ({ folder }) => {
  await inBrowser(folder, async (page, reader) => {
    await readPicture(page, reader, folder);
    await signUp(page, { moves: true });
    await reader.goTo('History');
    await expect(page.getByRole('table').getByRole('link', { name: NAME })).toBeVisible();
    // What was deleted is pressed out of the files beside the page.
    const databases = () => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
    await expect.poll(databases).toContain('digit-reader-filler');
    await expect.poll(databases, { timeout: 30_000 }).not.toContain('digit-reader-filler');
  });
  // The list of visited pages and the open tabs hold titles of the time before the profile, as SECURITY.md says.
  const found = findSecrets(folder).filter((line) => !/: Default\/(History|Sessions)/.test(line));
  expect(found).toEqual([]);
});
