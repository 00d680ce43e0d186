import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { chooseMade } from './hand-over';
import { sample } from './samples';

const AMOUNT = sample('amount-in-blue-ink.jpg');
/** As many as a list shows without scrolling. */
const PICTURES = 16;

/** How a page ends in the middle of a batch; gives the page with which somebody comes back. */
const ENDINGS: Readonly<Record<string, (page: Page, context: BrowserContext) => Promise<Page>>> = {
  reloaded: async (page) => {
    page.on('dialog', (dialog) => dialog.accept());
    await page.reload();
    return page;
  },
  closed: async (page, context) => {
    const { url, next } = { url: page.url(), next: await context.newPage() };
    await page.close();
    await next.goto(url);
    return next;
  },
  crashed: async (page, context) => {
    const { url, next } = { url: page.url(), next: await context.newPage() };
    const devtools = await context.newCDPSession(page);
    void devtools.send('Page.crash').catch(() => undefined);
    await page.waitForEvent('crash');
    await next.goto(url);
    return next;
  },
};

for (const [name, end] of Object.entries(ENDINGS)) {
  test(`a page that is ${name} in the middle of a batch: every picture is read, or said to be lost by its name`, async ({
    reader,
    page,
    context,
  }) => {
    test.setTimeout(180_000);
    const buffer = readFileSync(AMOUNT.path);
    const names = Array.from({ length: PICTURES }, (_, index) => `strip-${index}.jpg`);
    await reader.open('?backend=wasm');
    await chooseMade(page, ...names.map((file) => ({ name: file, buffer })));
    await expect(page.getByRole('main').getByText(/^[1-9]\d* read/)).toBeVisible({ timeout: 45_000 });
    const next = await end(page, context);
    await expect(next.getByRole('heading', { level: 1, name: `${PICTURES} pictures` })).toBeVisible();
    const rest = next.getByRole('button', { name: /^Read \d+ unread$/ });
    await rest.click();
    const unread = next.locator('tr[data-phase="unread"], tr[data-phase="waiting"], tr[data-phase="reading"]');
    await expect(unread).toHaveCount(0, { timeout: 120_000 });
    const ended = await next
      .locator('tr[data-phase]')
      .evaluateAll((rows) =>
        rows.map((row) => [row.querySelector('a')?.textContent ?? '', row.getAttribute('data-phase')] as const),
      );
    expect(ended).toHaveLength(PICTURES);
    expect(ended.filter(([, phase]) => phase !== 'read' && phase !== 'failed')).toEqual([]);
  });
}
