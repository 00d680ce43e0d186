import type { Page } from '@playwright/test';

/** A row of a batch's list, as people see it. */
export interface ListedRow {
  readonly name: string;
  readonly phase: string;
  readonly number: string;
  /** The words beside the number: a verdict, or why it could not be read. */
  readonly words: string;
  /** The backend that read it; '' where it is not read. */
  readonly backend: string;
}

export function listRows(page: Page): Promise<readonly ListedRow[]> {
  return page.locator('tr[data-phase]').evaluateAll((rows) =>
    rows.map((row) => ({
      name: row.querySelector('a .visually-hidden')?.textContent ?? '',
      phase: row.getAttribute('data-phase') ?? '',
      number: row.querySelector('[data-number]')?.textContent ?? '',
      words: row.querySelector('td:nth-child(5)')?.textContent ?? '',
      backend:
        /with (.*)$/.exec(row.querySelector('td:nth-child(6) > :last-child')?.getAttribute('title') ?? '')?.[1] ?? '',
    })),
  );
}

interface Progress {
  /** Rows that are read or failed. */
  readonly ended: number;
  /** Rows that wait or are being read. */
  readonly open: number;
}

function progressOf(page: Page): Promise<Progress> {
  return page.evaluate(() => ({
    ended: document.querySelectorAll('tr[data-phase="read"], tr[data-phase="failed"]').length,
    open: document.querySelectorAll('tr[data-phase="waiting"], tr[data-phase="reading"]').length,
  }));
}

/** Longer than the app waits for a worker that says nothing. */
const MOST_STILL_MS = 150_000;

/** Waits until so many pictures are read or failed, or none is on its way anymore. @throws when nothing moves */
export async function untilEnded(page: Page, count: number): Promise<void> {
  let [before, since] = [-1, Date.now()];
  for (;;) {
    const { ended, open } = await progressOf(page);
    if (ended >= count || open === 0) return;
    if (ended !== before) [before, since] = [ended, Date.now()];
    if (Date.now() - since > MOST_STILL_MS) throw new Error(`stands still after ${ended} pictures`);
    await page.waitForTimeout(50);
  }
}

/** Has the pictures read that were left unread. @returns whether there were any */
export async function readRest(page: Page): Promise<boolean> {
  const rest = page.getByRole('button', { name: /^Read [\d,]+ unread$/ });
  const isThere = await rest.waitFor({ timeout: 1_500 }).then(
    () => true,
    () => false,
  );
  if (isThere) await rest.click();
  return isThere;
}

/** Goes on until no picture is left unread. */
export async function readAll(page: Page): Promise<void> {
  do await untilEnded(page, Number.POSITIVE_INFINITY);
  while (await readRest(page));
}
