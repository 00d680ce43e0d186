import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { Builder, Capabilities } from 'selenium-webdriver';
import { freePort } from '../../scripts/free-port';
import type { Engine } from './engine';

/** What Debian's packages webkit2gtk-driver and xvfb bring. */
interface WebkitPrograms {
  readonly driver: string;
  readonly browser: string;
  readonly display: string;
}

const DRIVER = '/usr/bin/WebKitWebDriver';
const DISPLAY = '/usr/bin/Xvfb';
const LIBRARIES = '/usr/lib';
const START_MS = 30_000;
const POLL_MS = 100;

export function findWebkit(): WebkitPrograms | undefined {
  if (!existsSync(DRIVER) || !existsSync(DISPLAY)) return undefined;
  const browser = readdirSync(LIBRARIES)
    .flatMap((platform) => ['webkit2gtk-4.1', 'webkit2gtk-4.0'].map((name) => path.join(LIBRARIES, platform, name)))
    .map((folder) => path.join(folder, 'MiniBrowser'))
    .find((file) => existsSync(file));
  return browser ? { driver: DRIVER, browser, display: DISPLAY } : undefined;
}

/** Starts WebKit's own small browser on a screen that nobody sees and drives it over WebDriver. */
export async function startWebkit(programs: WebkitPrograms): Promise<Engine> {
  const display = spawn(programs.display, ['-displayfd', '1', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const screen = await firstLine(display);
  const port = await freePort();
  // A group of its own, because the browser outlives a driver that is ended.
  const driver = spawn(programs.driver, [`--port=${port}`, '--host=127.0.0.1'], {
    stdio: 'ignore',
    detached: true,
    env: { ...process.env, DISPLAY: `:${screen}`, GDK_BACKEND: 'x11', NO_AT_BRIDGE: '1' },
  });
  const stop = () => {
    if (driver.pid !== undefined) process.kill(-driver.pid);
    display.kill();
  };
  try {
    const session = await openSession(port, programs.browser);
    return { ...session, close: () => session.close().finally(stop) };
  } catch (error) {
    stop();
    throw error;
  }
}

async function openSession(port: number, binary: string): Promise<Engine> {
  await answers(`http://127.0.0.1:${port}/status`);
  const browserOptions = { binary, args: ['--automation'] };
  const session = await new Builder()
    .usingServer(`http://127.0.0.1:${port}`)
    .withCapabilities(
      new Capabilities({
        browserName: 'MiniBrowser',
        unhandledPromptBehavior: 'accept',
        'webkitgtk:browserOptions': browserOptions,
      }),
    )
    .build();
  return {
    version: `WebKitGTK ${(await session.getCapabilities()).get('browserVersion')}`,
    open: (url) => session.get(url),
    reload: () => session.navigate().refresh(),
    evaluate: (expression) => session.executeScript(`return ${expression}`),
    close: () => session.quit(),
  };
}

async function answers(url: string): Promise<void> {
  const end = Date.now() + START_MS;
  while (Date.now() < end) {
    if (await fetch(url).catch(() => undefined)) return;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  throw new Error('WebKitWebDriver does not start');
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('Xvfb does not start')), START_MS);
    child.stdout?.once('data', (data) => {
      clearTimeout(timer);
      resolve(String(data).trim());
    });
  });
}
