// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Store } from '../../base/store/store';
import type { QueueState, Run } from '../queue/job';
import { asWork, showWork, untilIdle, whileNobodyWorks } from './work-lock';

const RUN: Run = { position: 1, total: 2, currentId: 'a', remainingMs: null, isPaused: false };

/** Locks as the browser shares them between tabs: https://w3c.github.io/web-locks/ */
class TestLocks {
  #shared = 0;
  #waiting: (() => void)[] = [];

  async request<Value>(_name: string, { mode }: LockOptions, task: () => Promise<Value>): Promise<Value> {
    if (mode === 'shared') {
      this.#shared += 1;
      const value = await task();
      this.#shared -= 1;
      if (this.#shared === 0) for (const go of this.#waiting.splice(0)) go();
      return value;
    }
    if (this.#shared > 0) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    return task();
  }
}

function queue(run: Run | null): Store<QueueState> {
  return new Store<QueueState>({ jobs: new Map(), run });
}

function settle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

beforeEach(() => {
  vi.stubGlobal('navigator', { locks: new TestLocks() });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

it('waits until every tab has read its pictures, a paused tab too', async () => {
  const tabs = [queue(RUN), queue({ ...RUN, isPaused: true })];
  for (const tab of tabs) showWork(tab);
  const task = vi.fn(async () => undefined);
  void whileNobodyWorks(task);
  for (const tab of tabs) {
    await settle();
    expect(task).not.toHaveBeenCalled();
    tab.set({ jobs: new Map(), run: null });
  }
  await settle();
  expect(task).toHaveBeenCalledOnce();
});

it('waits for a restore or a move in any tab, and gives back what that gave', async () => {
  let end = (_value: number) => {};
  const work = asWork(() => new Promise<number>((resolve) => (end = resolve)));
  const task = vi.fn(async () => undefined);
  void whileNobodyWorks(task);
  await settle();
  expect(task).not.toHaveBeenCalled();
  end(7);
  expect(await work).toBe(7);
  await settle();
  expect(task).toHaveBeenCalledOnce();
  vi.stubGlobal('navigator', {});
  expect(await asWork(async () => 8)).toBe(8);
});

it('goes ahead at once when nobody reads, and where browsers know no locks', async () => {
  showWork(queue(null));
  const task = vi.fn(async () => undefined);
  await whileNobodyWorks(task);
  vi.stubGlobal('navigator', {});
  showWork(queue(RUN));
  await whileNobodyWorks(task);
  expect(task).toHaveBeenCalledTimes(2);
});

it('untilIdle resolves when the last picture of this tab is read', async () => {
  const tab = queue(RUN);
  const reload = vi.fn();
  void untilIdle(tab).then(reload);
  tab.set({ jobs: new Map(), run: { ...RUN, position: 2 } });
  await settle();
  expect(reload).not.toHaveBeenCalled();
  tab.set({ jobs: new Map(), run: null });
  await settle();
  expect(reload).toHaveBeenCalledOnce();
  await untilIdle(tab);
});
