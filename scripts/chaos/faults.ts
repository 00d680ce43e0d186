import type { Page } from '@playwright/test';
import type { SeededRandom } from '../../src/cli/seeded-random';
import { type ListedRow, listRows, readRest, untilEnded } from './batch-list';
import { loseContexts, type PageWithFaults } from './page-faults';

/** A batch that is being read, and what is known of it from outside. */
export interface Scene {
  readonly page: Page;
  readonly random: SeededRandom;
  /** What the list said before each end of the page. */
  readonly told: (readonly ListedRow[])[];
  /** Workers that start from now on find a graphics processor. */
  showsProcessor: boolean;
  refusedWrites: number;
}

/** Makes it happen. @returns whether it could: there is nothing to be paused where nothing is read anymore */
type Fault = (scene: Scene) => Promise<boolean>;

export const FAULTS = {
  'worker killed': ({ page }) => killReader(page, true),
  'worker killed without a word': ({ page }) => killReader(page, false),
  'disk full for a moment': fillDisk,
  'page reloaded': reloadPage,
  'paused and resumed': pauseReading,
  'canceled and read on': cancelReading,
  'WebGL context lost': loseWebgl,
} as const satisfies Readonly<Record<string, Fault>>;

export type FaultName = keyof typeof FAULTS;

/** @param isTold the page hears an error; else it must notice that nothing comes anymore */
function killReader(page: Page, isTold: boolean): Promise<boolean> {
  return page.evaluate((told) => {
    const reader = (globalThis as unknown as PageWithFaults).chaos.readers.pop();
    reader?.terminate();
    if (told) reader?.dispatchEvent(new ErrorEvent('error', { message: 'killed' }));
    return reader !== undefined;
  }, isTold);
}

async function fillDisk(scene: Scene): Promise<boolean> {
  const { page, random } = scene;
  const refused = await page.evaluate(
    async (forMs) => {
      const { chaos } = globalThis as unknown as PageWithFaults;
      const before = chaos.refusedWrites;
      chaos.isFull = true;
      await new Promise((resolve) => setTimeout(resolve, forMs));
      chaos.isFull = false;
      return chaos.refusedWrites - before;
    },
    random.integer(200, 1_500),
  );
  scene.refusedWrites += refused;
  return refused > 0;
}

export async function reloadPage({ page, told }: Pick<Scene, 'page' | 'told'>): Promise<boolean> {
  told.push(await listRows(page));
  await page.reload();
  await page.locator('tr[data-phase]').first().waitFor();
  await readRest(page);
  return true;
}

async function pauseReading({ page, random }: Scene): Promise<boolean> {
  if (!(await press(page, 'Pause'))) return false;
  await page.waitForTimeout(random.integer(100, 1_000));
  return press(page, 'Resume');
}

async function cancelReading({ page }: Scene): Promise<boolean> {
  return (await press(page, 'Cancel')) && readRest(page);
}

function press(page: Page, name: string): Promise<boolean> {
  const button = page.getByRole('button', { name, exact: true });
  return button.click({ timeout: 2_000 }).then(
    () => true,
    () => false,
  );
}

/** Has the next worker read with WebGL, and takes its context away while a picture is read. */
async function loseWebgl(scene: Scene): Promise<boolean> {
  const { page, random } = scene;
  const ended = (await listRows(page)).filter(({ phase }) => phase === 'read' || phase === 'failed').length;
  scene.showsProcessor = true;
  await killReader(page, true);
  await untilEnded(page, ended + 2);
  scene.showsProcessor = false;
  await page.waitForTimeout(random.integer(0, 300));
  const lost = await Promise.all(page.workers().map((worker) => worker.evaluate(loseContexts).catch(() => false)));
  return lost.includes(true);
}
