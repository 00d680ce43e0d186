import { spawnSync } from 'node:child_process';
import { endWithReader } from '../src/cli/end-with-reader';
import { findChromium } from './find-chromium';

endWithReader();

/** Runs the Playwright specs in an installed Chromium, or in Playwright's own after fetching it. */
function runBrowserTests(playwrightArguments: readonly string[]): number {
  if (!findChromium()) {
    console.log('No installed Chromium found; Playwright fetches its own.');
    const installed = runPlaywright(['install', 'chromium']);
    if (installed !== 0) return installed;
  }
  return runPlaywright(['test', ...playwrightArguments]);
}

function runPlaywright(playwrightArguments: readonly string[]): number {
  const cli = new URL(import.meta.resolve('@playwright/test/cli')).pathname;
  return spawnSync(process.execPath, [cli, ...playwrightArguments], { stdio: 'inherit' }).status ?? 1;
}

process.exitCode = runBrowserTests(process.argv.slice(2));
