import { defineConfig, devices } from '@playwright/test';
import { VIOLATIONS } from './e2e/policy-violations';
import { findChromium } from './scripts/find-chromium';

const PORT = Number(process.env.E2E_PORT ?? 4297);
/** The build must work under any path of a static host, so that is how it is tested. */
const BASE_PATH = '/some/where/';
const installedChromium = findChromium();

export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.spec.ts',
  // Recognition is what takes time, and it uses every core by itself.
  workers: 1,
  fullyParallel: false,
  timeout: 60_000,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env.CI),
  outputDir: 'test-results',
  reporter: [['list'], ['json', { outputFile: '.cache/reports/playwright.json' }]],
  use: {
    ...devices['Desktop Chrome'],
    baseURL: `http://127.0.0.1:${PORT}${BASE_PATH}`,
    // What they keep would hide what the site sends; the specs about working offline switch them on.
    serviceWorkers: 'block',
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(installedChromium ? { executablePath: installedChromium } : {}),
      args: [
        '--no-sandbox',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
  webServer: {
    command: 'npx tsx scripts/serve.ts',
    cwd: import.meta.dirname,
    env: { PORT: String(PORT), BASE_PATH, VIOLATIONS },
    url: `http://127.0.0.1:${PORT}${BASE_PATH}`,
    reuseExistingServer: false,
  },
});
