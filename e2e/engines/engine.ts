import { setTimeout } from 'node:timers/promises';

/** A browser other than Chromium, driven by whatever protocol it speaks. */
export interface Engine {
  /** Name and version, as the browser says them. */
  readonly version: string;
  open(url: string): Promise<void>;
  reload(): Promise<void>;
  /** Value of an expression in the page, as JSON carries it. */
  evaluate<Value>(expression: string): Promise<Value>;
  close(): Promise<void>;
}

const WAIT_MS = 90_000;
const POLL_MS = 200;

/** Asks until the expression is true. */
export async function waitFor(engine: Engine, expression: string, words: string): Promise<void> {
  const end = Date.now() + WAIT_MS;
  while (Date.now() < end) {
    if (await engine.evaluate<boolean>(`Boolean(${expression})`)) return;
    await setTimeout(POLL_MS);
  }
  const page = await engine.evaluate<string>('document.body.innerText');
  throw new Error(`${engine.version}: ${words} does not come; the page says: ${page}`);
}
