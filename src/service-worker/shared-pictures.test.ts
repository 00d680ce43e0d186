import { afterEach, expect, it, vi } from 'vitest';
import { SharedPictures } from './shared-pictures';

afterEach(() => {
  vi.useRealTimers();
});

function held() {
  let isOver = false;
  return {
    keepAlive: (waiting: Promise<void>) => void waiting.then(() => (isOver = true)),
    isOver: async () => {
      await Promise.resolve();
      return isOver;
    },
  };
}

it('hands shared pictures over once, and keeps the worker alive until then', async () => {
  const shared = new SharedPictures();
  const hold = held();
  const file = new File(['x'], 'cheque.png');
  const id = shared.put([file], hold.keepAlive);
  expect(await hold.isOver()).toBe(false);
  expect(shared.take('another id')).toEqual([]);
  expect(shared.take(id)).toEqual([file]);
  expect(await hold.isOver()).toBe(true);
  expect(shared.take(id)).toEqual([]);
});

it('forgets pictures that nobody came for', async () => {
  vi.useFakeTimers();
  const shared = new SharedPictures();
  const hold = held();
  const id = shared.put([new File(['x'], 'cheque.png')], hold.keepAlive);
  await vi.advanceTimersByTimeAsync(600_000);
  expect(await hold.isOver()).toBe(true);
  expect(shared.take(id)).toEqual([]);
});
