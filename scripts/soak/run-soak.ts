import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { seededRandom } from '../../src/cli/seeded-random';
import { makePictures } from '../chaos/make-pictures';
import { growth } from './growth';
import { type PageMemory, pageMemory } from './page-memory';

/** Thumbnails are made after the last number is there. */
const SETTLE_MS = 1_500;
const MOST_MS_A_PICTURE = 5_000;

interface SoakOptions {
  readonly browser: Browser;
  readonly page: Page;
  readonly url: string;
  readonly pictures: number;
  readonly batchSize: number;
  readonly seed: string;
  readonly mostMinutes?: number;
  readonly onBatch?: (pictures: number, memory: PageMemory) => void;
}

export interface SoakReport {
  readonly seed: string;
  readonly pictures: number;
  readonly batchSize: number;
  /** From the first tenth after the warm-up to the last. */
  readonly growth: Readonly<Record<keyof PageMemory, number>>;
  /** After each batch. */
  readonly memory: readonly PageMemory[];
  readonly elapsedSeconds: number;
}

/** Has one page read batch after batch, as on a long day. @throws when a picture is not read */
export async function runSoak(options: SoakOptions): Promise<SoakReport> {
  const { browser, page, url, pictures, batchSize, seed, mostMinutes = Number.POSITIVE_INFINITY, onBatch } = options;
  const random = seededRandom(seed);
  const begin = Date.now();
  const memory: PageMemory[] = [];
  await page.goto(url);
  const last = begin + mostMinutes * 60_000;
  while (memory.length * batchSize < pictures && Date.now() < last) {
    const folder = mkdtempSync(path.join(tmpdir(), 'soak-'));
    const made = await makePictures(folder, batchSize, random);
    await readBatch(
      page,
      made.map((picture) => picture.path),
    );
    rmSync(folder, { recursive: true });
    memory.push(await pageMemory(browser, page));
    onBatch?.(memory.length * batchSize, memory.at(-1)!);
  }
  return {
    seed,
    pictures: memory.length * batchSize,
    batchSize,
    growth: {
      heapMegabytes: growth(memory.map(({ heapMegabytes }) => heapMegabytes)),
      processMegabytes: growth(memory.map(({ processMegabytes }) => processMegabytes)),
    },
    memory,
    elapsedSeconds: Math.round((Date.now() - begin) / 1000),
  };
}

/** Ends on the page where pictures are handed in, so that memory is compared with nothing on show. */
async function readBatch(page: Page, files: readonly string[]): Promise<void> {
  await page
    .locator('input[multiple]')
    .first()
    .setInputFiles([...files]);
  const all = page.getByRole('main').getByText(new RegExp(`^${files.length} read`));
  await all.waitFor({ timeout: 30_000 + files.length * MOST_MS_A_PICTURE });
  await page.waitForTimeout(SETTLE_MS);
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Read' }).click();
  await page.getByRole('button', { name: 'Choose pictures' }).waitFor();
}
