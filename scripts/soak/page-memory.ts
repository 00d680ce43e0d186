import { readFileSync } from 'node:fs';
import type { Browser, Page } from '@playwright/test';

export interface PageMemory {
  /** JavaScript objects of the page. */
  readonly heapMegabytes: number;
  /** The page's process with its workers, networks and pictures included, shared memory in parts; 0 where the system does not tell. */
  readonly processMegabytes: number;
}

/** After what is no longer needed was collected, in workers only where the browser was started with `--expose-gc`. */
export async function pageMemory(browser: Browser, page: Page): Promise<PageMemory> {
  const devtools = await page.context().newCDPSession(page);
  for (const worker of page.workers()) {
    await worker.evaluate(() => (globalThis as { gc?: () => void }).gc?.());
  }
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  await devtools.detach();
  return { heapMegabytes: rounded(usedSize / 1024 ** 2), processMegabytes: rounded(await processMegabytes(browser)) };
}

async function processMegabytes(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const sizes = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => proportionalKilobytes(id));
  return Math.max(0, ...sizes) / 1024;
}

function proportionalKilobytes(processId: number): number {
  try {
    const [, kilobytes] = readFileSync(`/proc/${processId}/smaps_rollup`, 'utf8').match(/^Pss:\s+(\d+) kB/m) ?? [];
    return Number(kilobytes ?? 0);
  } catch {
    return 0;
  }
}

function rounded(megabytes: number): number {
  return Math.round(megabytes * 10) / 10;
}
