import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { findChromium } from '../find-chromium';
import { startStaticServer } from '../static-server';
import { browserMemory } from './browser-memory';
import { buildFuzzPage } from './build-fuzz-page';
import { makeCorpus } from './corpus';
import type { FuzzPage, Outcome } from './page/fuzz-page';

/** A file that takes longer than this hangs. */
export const MOST_MS = 5_000;
/** Files between two answers of the page. */
const AT_ONCE = 25;
/** Before memory is measured for the first time: every decoder has been loaded by then. */
const WARM_UP = 100;

interface FuzzOptions {
  readonly count: number;
  readonly seed: string;
  /** Ends before all files are done. */
  readonly mostMinutes?: number;
  readonly onProgress?: (done: number) => void;
}

export interface FuzzReport {
  readonly seed: string;
  readonly files: number;
  readonly corpusFiles: number;
  /** How often each outcome came, by the files' extension; 'decoded', 'pages' and the kinds of failures are all right. */
  readonly outcomes: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** What threw or hung, by number. */
  readonly findings: readonly Outcome[];
  /** Errors that nothing in the page caught. */
  readonly uncaught: readonly string[];
  readonly slowestMs: number;
  readonly medianMs: number;
  readonly elapsedSeconds: number;
  /** Of the process of the page, after what is no longer needed was collected: after the first files, and at the end. */
  readonly memoryMegabytes: { readonly start: number; readonly end: number };
  readonly browser: string;
}

/** Hands damaged files to intake and decoders in a real Chromium. */
export async function runFuzz({ count, seed, mostMinutes = Infinity, onProgress }: FuzzOptions): Promise<FuzzReport> {
  const root = mkdtempSync(path.join(tmpdir(), 'fuzz-'));
  await buildFuzzPage(root);
  const server = await startStaticServer({
    root,
    basePath: '/',
    port: 0,
    host: '127.0.0.1',
    // The page is no part of the site, whose policy trusts only scripts of its own.
    headers: [],
  });
  const executablePath = findChromium();
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: ['--no-sandbox', '--disable-background-networking', '--js-flags=--expose-gc'],
  });
  try {
    const page = await browser.newPage();
    const uncaught: string[] = [];
    page.on('pageerror', (error) => uncaught.push(String(error)));
    page.on('crash', () => uncaught.push('the page crashed'));
    await page.goto(server.url);
    const corpusFiles = await giveCorpus(page);
    const begin = Date.now();
    const outcomes: Outcome[] = [];
    let start = 0;
    const last = begin + mostMinutes * 60_000;
    for (let from = 0; from < count && Date.now() < last; from += AT_ONCE) {
      const done = await handIn(page, seed, from, Math.min(count, from + AT_ONCE));
      for (const outcome of done) outcomes.push(isSlow(outcome) ? await tryAgain(page, seed, outcome) : outcome);
      if (start === 0 && outcomes.length >= Math.min(WARM_UP, count / 2)) start = await browserMemory(browser, page);
      onProgress?.(outcomes.length);
    }
    const elapsedSeconds = Math.round((Date.now() - begin) / 1000);
    const end = await browserMemory(browser, page);
    return {
      ...summarize(outcomes),
      seed,
      corpusFiles,
      uncaught,
      elapsedSeconds,
      memoryMegabytes: { start, end },
      browser: `Chromium ${browser.version()}`,
    };
  } finally {
    await browser.close();
    server.close();
    rmSync(root, { recursive: true });
  }
}

type Shared = { fuzz: FuzzPage };

async function giveCorpus(page: Page): Promise<number> {
  const corpus = await makeCorpus();
  const packed = corpus.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString('base64') }));
  await page.evaluate((files) => {
    (globalThis as unknown as Shared).fuzz.corpus = files.map(({ name, base64 }) => {
      return { name, bytes: Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)) };
    });
  }, packed);
  return corpus.length;
}

/** @throws when the page does not answer: a file keeps it from doing anything */
async function handIn(page: Page, seed: string, from: number, to: number): Promise<readonly Outcome[]> {
  const work = page.evaluate(
    ([words, first, last, mostMs]) => {
      const { fuzz } = globalThis as unknown as Shared;
      return fuzz.handIn(fuzz.corpus ?? [], words, first, last, mostMs);
    },
    [seed, from, to, MOST_MS] as const,
  );
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error(`no answer for files ${from} to ${to}`)), MOST_MS * AT_ONCE * 2).unref();
  });
  return Promise.race([work, late]);
}

function isSlow({ outcome, elapsedMs }: Outcome): boolean {
  return outcome === 'hangs' || elapsedMs > MOST_MS;
}

/** A file that hangs does so every time; a machine that stood still for a while does not. */
async function tryAgain(page: Page, seed: string, slow: Outcome): Promise<Outcome> {
  const [again] = await handIn(page, seed, slow.index, slow.index + 1);
  return again && again.elapsedMs < slow.elapsedMs ? again : slow;
}

function summarize(all: readonly Outcome[]) {
  const outcomes: Record<string, Record<string, number>> = {};
  for (const { file, outcome } of all) {
    const extension = file.split('.').at(-1) ?? file;
    outcomes[extension] ??= {};
    const counts = outcomes[extension];
    const kind = outcome.startsWith('threw') ? 'threw' : outcome;
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  const times = all.map(({ elapsedMs }) => elapsedMs).sort((a, b) => a - b);
  return {
    files: all.length,
    outcomes,
    findings: all.filter((one) => isSlow(one) || one.outcome.startsWith('threw')),
    slowestMs: times.at(-1) ?? 0,
    medianMs: times[times.length >> 1] ?? 0,
  };
}
