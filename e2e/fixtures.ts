import { test as base, expect } from '@playwright/test';
import { forgetViolations, reportedViolations, watchViolations } from './policy-violations';
import { ReaderPage } from './reader-page';

export interface Fixtures {
  readonly reader: ReaderPage;
  /** Addresses outside the site's own folder that the page asked for; every test fails when there are any. */
  readonly foreignRequests: string[];
  /** Uncaught errors and console errors of the page; every test fails when there are any. */
  readonly pageErrors: string[];
  /** What the Content Security Policy forbade the page or a worker; every test fails when there is any. */
  readonly violations: string[];
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
  violations: [
    async ({ context }, use) => {
      forgetViolations();
      const violations = await watchViolations(context);
      await use(violations);
      expect([...violations, ...reportedViolations()], 'violations of the Content Security Policy').toEqual([]);
    },
    { auto: true },
  ],
  reader: async ({ page }, use) => {
    await use(new ReaderPage(page));
  },
});

export { expect };
