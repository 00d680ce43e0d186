import type { Store } from '../../base/store/store';
import type { QueueState } from '../queue/job';

/** Shared by all tabs of this site, not by other apps under other paths of the origin. */
function lockName(): string {
  return `digit-reader work ${new URL('.', document.baseURI).pathname}`;
}

/** Old browsers have no locks between tabs: then each tab looks after itself alone. */
function locks(): LockManager | undefined {
  return navigator.locks as LockManager | undefined;
}

/** While this tab reads pictures, paused ones too, other tabs can tell. */
export function showWork(queue: Store<QueueState>): void {
  let release: (() => void) | null = null;
  const follow = () => {
    const isWorking = queue.get().run !== null;
    if (isWorking && !release) {
      const done = new Promise<void>((resolve) => {
        release = resolve;
      });
      locks()
        ?.request(lockName(), { mode: 'shared' }, () => done)
        .catch(() => undefined);
    } else if (!isWorking) {
      release?.();
      release = null;
    }
  };
  queue.subscribe(follow);
  follow();
}

/** Runs a task that other tabs must not break off by changing to another version. */
export async function asWork<Value>(task: () => Promise<Value>): Promise<Value> {
  const manager = locks();
  return manager ? await manager.request(lockName(), { mode: 'shared' }, task) : await task();
}

/** Runs the task at a moment when no tab works; nobody begins to before it has ended. */
export async function whileNobodyWorks(task: () => Promise<void>): Promise<void> {
  const manager = locks();
  await (manager ? manager.request(lockName(), { mode: 'exclusive' }, task) : task());
}

/** Resolves when this tab reads no picture. */
export function untilIdle(queue: Store<QueueState>): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (queue.get().run === null) {
        stop();
        resolve();
      }
    };
    const stop = queue.subscribe(look);
    look();
  });
}
