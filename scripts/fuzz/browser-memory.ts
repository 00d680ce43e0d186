import { readFileSync } from 'node:fs';
import type { Browser, Page } from '@playwright/test';
import type { FuzzPage } from './page/fuzz-page';

/**
 * Megabytes that the page's process occupies, its workers included, after what is no longer needed was collected.
 *
 * @returns 0 where the system does not tell
 */
export async function browserMemory(browser: Browser, page: Page): Promise<number> {
  await page.evaluate(() => (globalThis as unknown as { fuzz: FuzzPage }).fuzz.collect());
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const sizes = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => residentMegabytes(id));
  return Math.round(Math.max(0, ...sizes));
}

function residentMegabytes(processId: number): number {
  try {
    const [, kilobytes] = readFileSync(`/proc/${processId}/status`, 'utf8').match(/^VmRSS:\s+(\d+) kB/m) ?? [];
    return Number(kilobytes ?? 0) / 1024;
  } catch {
    return 0;
  }
}
