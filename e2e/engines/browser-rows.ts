import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { BrowserRow } from '../../hosting/browser-table';
import type { Engine } from './engine';

type Tested = Pick<BrowserRow, 'readsWith' | 'historyReopened' | 'readsOffline'>;

const FILE = path.resolve(import.meta.dirname, '../../docs/browsers.json');

/** Without a server, only the browsers that install an app hand it shared pictures and files. */
const OFFERS = `({
  installs: 'onbeforeinstallprompt' in window,
  takesShares: 'onbeforeinstallprompt' in window,
  opensFiles: 'launchQueue' in window,
  hasCamera: Boolean(navigator.mediaDevices?.getUserMedia),
  saysQuota: Boolean(navigator.storage?.estimate),
})`;

/** Puts the browser's row into `docs/browsers.json`, when BROWSERS asks for it (`npm run measure:browsers`). */
export async function keepBrowserRow(engine: Engine, tested: Tested): Promise<void> {
  if (!process.env.BROWSERS) return;
  const offers = await engine.evaluate<Omit<BrowserRow, 'version' | keyof Tested>>(OFFERS);
  const kept = existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, BrowserRow>) : {};
  const name = engine.version.split(' ')[0] ?? '';
  const rows = { ...kept, [name]: { version: engine.version, ...tested, ...offers } };
  writeFileSync(FILE, `${JSON.stringify(rows, null, 2)}\n`);
}
