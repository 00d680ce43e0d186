import { defineConfig } from '@playwright/test';
import base from '../../playwright.config';

/** Not tests: pictures of every page and state to look at. */
export default defineConfig(base, {
  testDir: '.',
  testMatch: 'take-*.ts',
  outputDir: '../../test-results/screenshots',
  reporter: 'list',
});
