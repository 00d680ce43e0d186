import { existsSync } from 'node:fs';
import puppeteer from 'puppeteer-core';
import type { Engine } from './engine';

const FIREFOX = ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'];

/** The first start of a browser on a busy machine is slow. */
const NAVIGATION_MS = 90_000;

export function findFirefox(): string | undefined {
  return FIREFOX.find((file) => existsSync(file));
}

/** Starts Firefox without a window, driven over WebDriver BiDi. */
export function startFirefox(executablePath: string): Promise<Engine> {
  return start({ browser: 'firefox', executablePath });
}

/** The same for Chromium, so that it is compared by the very same steps. */
export function startChromium(executablePath: string): Promise<Engine> {
  return start({ browser: 'chrome', executablePath, args: ['--no-sandbox', '--disable-gpu', '--no-first-run'] });
}

async function start(options: Parameters<typeof puppeteer.launch>[0]): Promise<Engine> {
  const browser = await puppeteer.launch({ ...options, headless: true });
  const page = await browser.newPage();
  page.setDefaultNavigationTimeout(NAVIGATION_MS);
  // The page asks before it is left while a reading is still being saved; nobody is there to answer.
  page.on('dialog', (dialog) => void dialog.accept());
  const [, name = '', number = ''] = /^(?:Headless)?(\w+)\/([\d.]+)/i.exec(await browser.version()) ?? [];
  return {
    version: `${name.replace(/^chrome$/i, 'Chromium').replace('firefox', 'Firefox')} ${number}`,
    open: async (url) => {
      await page.goto(url);
    },
    reload: async () => {
      await page.reload();
    },
    evaluate: async <Value>(expression: string) => (await page.evaluate(expression)) as Value,
    close: () => browser.close(),
  };
}
