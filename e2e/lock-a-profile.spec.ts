import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { lock, PASSPHRASE, signUp, unlock } from './profiles';
import { sample } from './samples';

const AMOUNT = sample('amount-in-blue-ink.jpg');

test.setTimeout(120_000);

/** Whether a text is anywhere in the page's memory: a dump of everything that JavaScript holds. */
async function isInMemory(page: Page, text: string): Promise<boolean> {
  const session = await page.context().newCDPSession(page);
  let dump = '';
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => {
    dump += chunk;
  });
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.detach();
  return dump.includes(text);
}

/** Changes sealed records behind the app's back: one bit in the middle, or only the first half is left. */
async function tamper(page: Page, changes: readonly (readonly [store: string, id: string, how: 'bit' | 'cut'])[]) {
  await page.evaluate(async (wanted) => {
    const all = await indexedDB.databases();
    const name = all.find((row) => row.name?.startsWith('digit-reader-profile-'))?.name ?? '';
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
    });
    for (const [store, id, how] of wanted) {
      const records = database.transaction(store, 'readwrite').objectStore(store);
      const get = records.get(id);
      await new Promise((resolve) => {
        get.onsuccess = () => {
          const bytes = new Uint8Array(get.result.sealed);
          const middle = Math.floor(bytes.length / 2);
          bytes[middle] = (bytes[middle] ?? 0) ^ 1;
          const sealed = how === 'bit' ? bytes.buffer : bytes.slice(0, middle).buffer;
          records.put({ id, sealed }).onsuccess = resolve;
        };
      });
    }
    database.close();
  }, changes);
}

/** As if somebody had just typed so many wrong passphrases; typing them here would take minutes of waiting. */
async function failTimes(page: Page, failedAttempts: number): Promise<void> {
  await page.evaluate(async (times) => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('digit-reader-profiles');
      request.onsuccess = () => resolve(request.result);
    });
    const profiles = database.transaction('profiles', 'readwrite').objectStore('profiles');
    const all = profiles.getAll();
    await new Promise((resolve) => {
      all.onsuccess = () => {
        const [profile] = all.result;
        profiles.put({ ...profile, failedAttempts: times, lastAttemptAt: Date.now() }).onsuccess = resolve;
      };
    });
    database.close();
  }, failedAttempts);
}

async function idsByName(page: Page): Promise<ReadonlyMap<string, string>> {
  const rows = await page
    .locator('tr[data-phase] a')
    .evaluateAll((links) =>
      links.map((link) => [link.querySelector('.visually-hidden')?.textContent ?? '', link.getAttribute('href') ?? '']),
    );
  return new Map(rows.map(([name = '', href = '']) => [name, href.replace('#/result/', '')]));
}

test('locking takes the picture off the page, out of its memory, and out of other tabs', async ({ reader, page }) => {
  await reader.open('?backend=wasm');
  await signUp(page);
  expect(await reader.read(AMOUNT.path)).toEqual(AMOUNT.lines);
  await expect(page).toHaveTitle(/^Result/);
  expect(await isInMemory(page, 'amount-in-blue-ink')).toBe(true);

  const other = await page.context().newPage();
  await other.goto(page.url());
  await unlock(other);
  await expect(other.getByRole('button', { name: /^Digit 1: 2/ })).toBeVisible();

  await lock(page);
  await expect(page.getByText('amount-in-blue-ink')).toHaveCount(0);
  expect(await isInMemory(page, 'amount-in-blue-ink')).toBe(false);
  await expect(other.getByRole('heading', { name: 'Locked' })).toBeVisible();
  await expect(other.getByText('amount-in-blue-ink')).toHaveCount(0);
  await other.close();

  await unlock(page);
  await expect(page.getByRole('button', { name: /^Digit 1: 2/ })).toBeVisible();
});

test('every wrong passphrase gets the same answer, then one has to wait, also after a reload', async ({
  reader,
  page,
}) => {
  await reader.open();
  await signUp(page);
  await lock(page);
  for (const wrong of ['wrong', PASSPHRASE.toUpperCase(), `${PASSPHRASE} `]) {
    await unlock(page, wrong);
    await expect(page.getByText('Wrong passphrase.')).toBeVisible();
    await expect(page.getByLabel('Passphrase', { exact: true })).toHaveValue('');
  }
  await failTimes(page, 12);
  await unlock(page);
  await expect(page.getByText(/Too many wrong passphrases/)).toBeVisible();
  await page.reload();
  await unlock(page);
  await expect(page.getByText(/Too many wrong passphrases/)).toBeVisible();
  await failTimes(page, 0);
  await page.reload();
  await unlock(page);
  await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible();
});

test('records that were changed or cut off are told; the others stay readable', async ({ reader, page }) => {
  await reader.open('?backend=wasm');
  await signUp(page);
  const names = ['mnist-2.png', 'mnist-7.png', 'mnist-4.png', 'mnist-0.png'];
  await reader.goTo('Read');
  await reader.choose(names.map((name) => sample(name).path));
  await expect(page.getByRole('main').getByText('4 read')).toBeVisible({ timeout: 60_000 });
  await reader.goTo('History');
  await expect(page.locator('tr[data-phase="read"]')).toHaveCount(4);
  const ids = await idsByName(page);
  const id = (name: string) => ids.get(name) ?? '';
  await lock(page);
  await tamper(page, [
    ['uploads', id('mnist-2.png'), 'bit'],
    ['uploads', id('mnist-7.png'), 'cut'],
    ['pictures', id('mnist-4.png'), 'bit'],
  ]);
  await unlock(page);
  await expect(page.getByText('Damaged: cannot be opened')).toHaveCount(2);
  await page.getByRole('link', { name: 'mnist-4.png' }).click();
  await expect(page.getByRole('heading', { name: 'Damaged: cannot be opened' })).toBeVisible();
  await reader.goTo('History');
  await expect(page.getByText('Damaged: cannot be opened')).toHaveCount(3);
  await page.getByRole('link', { name: 'mnist-0.png' }).click();
  expect(await reader.readLines()).toEqual(['0']);
  await reader.goTo('History');
  const damaged = page.locator('tr[data-phase="failed"]');
  await damaged
    .first()
    .getByRole('button', { name: /^Delete/ })
    .click();
  await expect(damaged).toHaveCount(2);
});

test('it locks by itself when nobody touches it or it is hidden, as it was told', async ({ reader, page }) => {
  await page.clock.install();
  await reader.open();
  await signUp(page);
  await page.goto('./#/profile');
  await page.getByRole('radio', { name: '5 minutes', exact: true }).check();
  await page.clock.runFor(4 * 60_000);
  await expect(page.getByRole('heading', { name: 'Profile “Ada”' })).toBeVisible();
  await page.clock.runFor(90_000);
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
});

test('change the passphrase, switch between two profiles, delete one, reset the device', async ({ reader, page }) => {
  await reader.open('?backend=wasm');
  await signUp(page, { name: 'Ada' });
  expect(await reader.read(sample('mnist-7.png').path)).toEqual(['7']);
  await page.getByRole('button', { name: 'Lock', exact: true }).click();
  await unlock(page);
  await reader.goTo('Settings');
  await page.getByRole('link', { name: 'Profiles and locking' }).click();
  await page.getByLabel('Current passphrase').fill(PASSPHRASE);
  await page.getByLabel('New passphrase').fill('another one');
  await page.getByLabel('Repeat the passphrase').fill('another one');
  await page.getByRole('button', { name: 'Change', exact: true }).click();
  await expect(page.getByText('The passphrase was changed.')).toBeVisible();
  await lock(page);
  await unlock(page, 'another one');
  await reader.goTo('History');
  await expect(page.getByRole('link', { name: 'mnist-7.png' })).toBeVisible();

  await lock(page);
  await page.getByRole('button', { name: 'Continue without a profile' }).click();
  await reader.goTo('History');
  await expect(page.getByRole('heading', { name: 'No pictures yet' })).toBeVisible();
  await signUp(page, { name: 'Bob', passphrase: 'bob’s own words' });
  await reader.goTo('History');
  await expect(page.getByRole('heading', { name: 'No pictures yet' })).toBeVisible();
  await lock(page);
  await page.getByLabel('Ada', { exact: true }).check();
  await unlock(page, 'another one');
  await expect(page.getByRole('link', { name: 'mnist-7.png' })).toBeVisible();

  await reader.goTo('Settings');
  await page.getByRole('link', { name: 'Profiles and locking' }).click();
  await page.getByLabel('Type the profile name to confirm: Ada').fill('Ada');
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Read handwritten numbers' })).toBeVisible({ timeout: 40_000 });
  await page.goto('./#/profile');
  await page.getByRole('button', { name: 'Unlock Bob' }).click();
  await page.getByText('Forgot the passphrase?').click();
  await page.getByLabel('Type “reset” to confirm').fill('reset');
  await page.getByRole('button', { name: 'Reset the app' }).click();
  await expect(page.getByRole('heading', { name: 'Read handwritten numbers' })).toBeVisible({ timeout: 40_000 });
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  const left = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
  expect(left.filter((name) => name !== 'digit-reader')).toEqual([]);
});

test('sign-up, profile and lock screen are free of accessibility violations', async ({ reader, page }) => {
  const violations = async () => {
    const { violations: found } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
  };
  await reader.open('#/sign-up');
  await page.getByLabel('Passphrase', { exact: true }).fill('weak');
  expect(await violations(), 'sign-up').toEqual([]);
  await signUp(page);
  await page.goto('./#/profile');
  await expect(page.getByRole('heading', { name: 'Profile “Ada”' })).toBeVisible();
  expect(await violations(), 'profile').toEqual([]);
  await lock(page);
  await page.getByText('Forgot the passphrase?').click();
  expect(await violations(), 'lock screen').toEqual([]);
});
