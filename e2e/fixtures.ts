import { test as base, expect } from '@playwright/test';
import { ReaderPage } from './reader-page';

interface Fixtures {
  readonly reader: ReaderPage;
  /** Addresses outside the site's own folder that the page asked for; every test fails when there are any. */
  readonly foreignRequests: string[];
  /** Uncaught errors and console errors of the page; every test fails when there are any. */
  readonly pageErrors: string[];
}

export const test = base.extend<Fixtures>({
  foreignRequests: [
    async ({ context, baseURL }, use) => {
      const foreign: string[] = [];
      context.on('request', (request) => {
        const url = request.url();
        if (!url.startsWith(baseURL ?? '') && !/^(blob|data):/.test(url)) foreign.push(url);
      });
      await use(foreign);
      expect(foreign, 'requests outside the site').toEqual([]);
    },
    { auto: true },
  ],
  pageErrors: [
    async ({ page }, use) => {
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(String(error)));
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(`${message.text()} (${message.location().url})`);
      });
      await use(errors);
      expect(errors, 'errors in the page').toEqual([]);
    },
    { auto: true },
  ],
  reader: async ({ page }, use) => {
    await use(new ReaderPage(page));
  },
});

export { expect };
