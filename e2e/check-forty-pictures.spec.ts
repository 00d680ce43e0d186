import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { readSheet } from 'read-excel-file/node';
import { expect, test } from './fixtures';
import { fortyPictures, type TestPicture } from './forty-pictures';
import { dropFiles } from './hand-over';

/** Keys or taps besides one for each doubt, at most. */
const MOST_BESIDES = 6;

/** What is to be done with the digit that is asked about: nothing is read twice. */
interface Asked {
  /** What is written there; null where the reading is right. */
  readonly correct: string | null;
}

/** Drops the pictures and waits until all are read. @returns how many doubts there are */
async function dropAll(page: Page, pictures: readonly TestPicture[]): Promise<number> {
  await dropFiles(
    page,
    pictures.map((picture) => picture.path),
  );
  await expect(page.getByText(`${pictures.length} read`, { exact: false }).first()).toBeVisible({ timeout: 60_000 });
  await expect(page.locator('[data-check]')).toBeVisible();
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('digit-reader');
      request.onsuccess = () => resolve(request.result);
    });
    const request = database.transaction('uploads').objectStore('uploads').getAll();
    const rows = await new Promise<{ reading: { openChecks: number } }[]>((resolve) => {
      request.onsuccess = () => resolve(request.result);
    });
    database.close();
    return rows.reduce((sum, { reading }) => sum + reading.openChecks, 0);
  });
}

/** The doubt that the page asks about now; null at the end. */
async function asked(page: Page, pictures: readonly TestPicture[], before: string): Promise<[string, Asked] | null> {
  const end = page.getByRole('region', { name: 'Nothing left to check' });
  const current = async () => {
    if (await end.isVisible()) return 'end';
    const digit = await page.evaluate(() => document.querySelector('[data-digit][aria-pressed="true"]')?.ariaLabel);
    const name = await page.getByRole('heading', { level: 1 }).textContent();
    return digit ? `${name} ${digit}` : before;
  };
  await expect.poll(current, { intervals: [20] }).not.toBe(before);
  const now = await current();
  if (now === 'end') return null;
  const picture = pictures.find((one) => now.startsWith(path.basename(one.path)));
  const isSingle = picture?.number.length === 1;
  const isRight = !isSingle || new RegExp(`: ${picture.number},`).test(now);
  return [now, { correct: isRight ? null : (picture?.number ?? null) }];
}

async function numbersIn(page: Page, choose: () => Promise<void>): Promise<ReadonlyMap<string, string>> {
  const saved = page.waitForEvent('download');
  await choose();
  const file = await (await saved).path();
  const [, ...rows] = await readSheet(readFileSync(file), 'Numbers');
  return new Map(rows.map(([name, number]) => [String(name), String(number)]));
}

function expectAllRight(numbers: ReadonlyMap<string, string>, pictures: readonly TestPicture[]): void {
  for (const picture of pictures)
    expect.soft(numbers.get(path.basename(picture.path)), picture.path).toBe(picture.number);
}

test('forty pictures from drop to export with the keyboard alone', async ({ reader, page }, testInfo) => {
  test.setTimeout(90_000);
  const pictures = await fortyPictures(testInfo.outputDir);
  await reader.open();
  const doubts = await dropAll(page, pictures);
  let keys = 0;
  const press = async (key: string) => {
    keys += 1;
    await page.keyboard.press(key);
  };
  let before = '';
  await press('Enter');
  for (let next = await asked(page, pictures, before); next; next = await asked(page, pictures, before)) {
    before = next[0];
    await press(next[1].correct ?? 'Enter');
  }
  const numbers = await numbersIn(page, async () => {
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('SUMMARY');
    await press('Enter');
    await expect(page.getByRole('button', { name: /^Excel/ }).and(page.locator(':focus'))).toBeVisible();
    await press('Enter');
  });
  expectAllRight(numbers, pictures);
  console.log(`keyboard: ${doubts} doubts in ${pictures.length} pictures, ${keys} keys from drop to export`);
  expect(keys).toBeLessThanOrEqual(doubts + MOST_BESIDES);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 800 }, hasTouch: true, isMobile: true });

  test('forty pictures from drop to export by touch', async ({ reader, page }, testInfo) => {
    test.setTimeout(90_000);
    const pictures = await fortyPictures(testInfo.outputDir);
    await reader.open();
    const doubts = await dropAll(page, pictures);
    let taps = 0;
    const tap = async (name: RegExp | string, exact = false) => {
      taps += 1;
      await page.getByRole('button', { name, exact }).first().tap();
    };
    let before = '';
    taps += 1;
    await page.locator('[data-check]').tap();
    for (let next = await asked(page, pictures, before); next; next = await asked(page, pictures, before)) {
      before = next[0];
      await (next[1].correct ? tap(`It is ${next[1].correct}`, true) : tap('Accept', true));
    }
    const end = page.getByRole('region', { name: 'Nothing left to check' });
    const numbers = await numbersIn(page, async () => {
      taps += 1;
      await end.locator('summary').tap();
      taps += 1;
      await end.getByRole('button', { name: /^Excel/ }).tap();
    });
    expectAllRight(numbers, pictures);
    console.log(`touch: ${doubts} doubts in ${pictures.length} pictures, ${taps} taps from drop to export`);
    expect(taps).toBeLessThanOrEqual(doubts + MOST_BESIDES);
  });
});
