import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { seededRandom } from '../../src/cli/seeded-random';
import { listRows, readAll, untilEnded } from './batch-list';
import { FAULTS, type FaultName, reloadPage, type Scene } from './faults';
import { judge, type Verdict } from './judge';
import { makePictures } from './make-pictures';
import { prepareFaults, showGraphicsProcessor } from './page-faults';
import { type FaultPlan, planFaults } from './plan-faults';

/** Of the files. */
const WRONG_SHARE = 0.1;

interface ChaosOptions extends FaultPlan {
  readonly url: string;
  readonly seed: string;
  readonly onFault?: (after: number, words: string) => void;
}

export interface ChaosReport extends Verdict {
  readonly seed: string;
  readonly pictures: number;
  /** Of the pictures: no pictures at all, or damaged. */
  readonly wrongFiles: number;
  /** How often each kind happened. */
  readonly faults: Readonly<Partial<Record<FaultName, number>>>;
  readonly refusedWrites: number;
  /** How many pictures were read with which backend. */
  readonly backends: Readonly<Record<string, number>>;
  readonly elapsedSeconds: number;
}

/** Reads a batch in a new page while all kinds of things go wrong, and tells what became of every picture. */
export async function runChaos(page: Page, options: ChaosOptions): Promise<ChaosReport> {
  const { url, pictures, seed } = options;
  const random = seededRandom(seed);
  const folder = mkdtempSync(path.join(tmpdir(), 'chaos-'));
  const begin = Date.now();
  const faults: Partial<Record<FaultName, number>> = {};
  const scene: Scene = { page, random, told: [], showsProcessor: false, refusedWrites: 0 };
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(`uncaught: ${error}`));
  page.on('dialog', (dialog) => void dialog.accept());
  await page.route('**/recognizer.worker*', async (route) => {
    if (!scene.showsProcessor) return route.continue();
    const response = await route.fetch();
    return route.fulfill({ response, body: `(${showGraphicsProcessor})();${await response.text()}` });
  });
  try {
    const made = await makePictures(folder, pictures, random, WRONG_SHARE);
    await page.addInitScript(prepareFaults);
    await page.goto(url);
    await page
      .locator('input[multiple]')
      .first()
      .setInputFiles(made.map((picture) => picture.path));
    await page.locator('tr[data-phase]').first().waitFor();
    try {
      for (const { after, name } of planFaults(random, options)) {
        await untilEnded(page, after);
        const hasHappened = await FAULTS[name](scene);
        if (hasHappened) faults[name] = (faults[name] ?? 0) + 1;
        options.onFault?.(after, hasHappened ? name : `no chance for: ${name}`);
      }
      await readAll(page);
      // What is kept must be there the next time, too.
      await reloadPage(scene);
      await readAll(page);
    } catch (error) {
      troubles.push(String(error));
    }
    const last = await listRows(page);
    const verdict = judge(made, [...scene.told, last]);
    return {
      seed,
      pictures,
      wrongFiles: made.filter(({ number }) => number === null).length,
      faults,
      refusedWrites: scene.refusedWrites,
      ...verdict,
      findings: [...troubles, ...verdict.findings],
      backends: countBy(last.map(({ backend }) => backend).filter(Boolean)),
      elapsedSeconds: Math.round((Date.now() - begin) / 1000),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function countBy(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
