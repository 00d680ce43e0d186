import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Page } from '@playwright/test';
import { IMAGE_FORMATS } from '../src/contract/image-formats';
import { test as base, expect, untilOnDevice } from './own-site';
import { ReaderPage } from './reader-page';
import { sample } from './samples';

const AMOUNT = sample('amount-in-blue-ink.jpg');
const SEVEN = sample('mnist-7.png');

interface Installed {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly devtools: CDPSession;
}

/** A browser profile of its own: nothing can be installed from the private windows that tests usually run in. */
const test = base.extend<{ readonly profile: Installed }>({
  profile: async ({ site }, use, info) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'digit-reader-profile-'));
    const { launchOptions } = info.project.use;
    const context = await chromium.launchPersistentContext(folder, { ...launchOptions, serviceWorkers: 'allow' });
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(`${site.url}?backend=wasm`);
    await untilOnDevice(page);
    await use({ context, page, devtools: await context.newCDPSession(page) });
    await context.close();
    rmSync(folder, { recursive: true, force: true });
  },
});

/** Commands that Playwright's types do not know yet. */
function send<Answer>(devtools: CDPSession, command: string, options: object): Promise<Answer> {
  return devtools.send(command as 'Page.enable', options as never) as unknown as Promise<Answer>;
}

test('Chromium finds nothing that keeps the app from being installed', async ({ profile, site }) => {
  const { installabilityErrors } = await profile.devtools.send('Page.getInstallabilityErrors');
  expect(installabilityErrors).toEqual([]);
  const { errors, data, url } = await profile.devtools.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  expect(url).toBe(`${site.url}manifest.webmanifest`);
  const manifest = JSON.parse(data ?? '');
  const purposes = manifest.icons.map((icon: { purpose: string; sizes: string }) => `${icon.sizes} ${icon.purpose}`);
  expect(purposes).toEqual(
    expect.arrayContaining(['192x192 any', '512x512 any', '192x192 maskable', '512x512 maskable']),
  );
  expect(manifest.screenshots.map((shot: { form_factor: string }) => shot.form_factor).toSorted()).toEqual([
    'narrow',
    'wide',
  ]);
  // Every address in it is of this site's folder, and there.
  const addresses = [...manifest.icons, ...manifest.screenshots].map(({ src }: { src: string }) => src);
  for (const address of [...addresses, ...manifest.shortcuts.map((row: { url: string }) => row.url)]) {
    const target = new URL(address, url);
    expect(target.href.startsWith(site.url), address).toBe(true);
    expect((await profile.page.request.get(target.href)).status(), address).toBe(200);
  }
});

test('the installed app opens files and shortcuts in the window that is open', async ({ profile, site }) => {
  const { context, page, devtools } = profile;
  const manifestId = site.url;
  const installed = await send(devtools, 'PWA.install', { manifestId, installUrlOrBundleUrl: site.url }).then(
    () => true,
    (error) => String(error),
  );
  test.skip(installed !== true, `This browser cannot be told to install an app: ${installed}`);

  const { fileHandlers } = await send<{ fileHandlers: { accepts: { mediaType: string }[] }[] }>(
    devtools,
    'PWA.getOsAppState',
    { manifestId },
  );
  const types = fileHandlers.flatMap((handler) => handler.accepts.map((accept) => accept.mediaType));
  expect(types.toSorted()).toEqual(IMAGE_FORMATS.flatMap((format) => [...format.mimeTypes]).toSorted());

  await send(devtools, 'PWA.launchFilesInApp', { manifestId, files: [SEVEN.path] });
  const window = await appWindow(context, /#\/result\//);
  const reader = new ReaderPage(window);
  expect(await reader.readLines()).toEqual(SEVEN.lines);

  // A window that is at work is not loaded again: what it holds stays.
  await window.evaluate(() => Object.assign(window, { isSameDocument: true }));
  await send(devtools, 'PWA.launchFilesInApp', { manifestId, files: [AMOUNT.path] });
  await expect(window.getByRole('heading', { level: 1, name: AMOUNT.file })).toBeVisible();
  expect(await reader.readLines()).toEqual(AMOUNT.lines);
  await send(devtools, 'PWA.launch', { manifestId, url: `${site.url}#/history` });
  await expect(window.getByRole('heading', { level: 1, name: 'History' })).toBeVisible();
  expect(await window.evaluate(() => 'isSameDocument' in window)).toBe(true);
  expect(page.isClosed() && window.isClosed()).toBe(false);
});

async function appWindow(context: BrowserContext, address: RegExp): Promise<Page> {
  const find = () => context.pages().find((candidate) => address.test(candidate.url()));
  await expect.poll(() => find()?.url(), { timeout: 30_000 }).toBeDefined();
  return find()!;
}
