// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { LockRules } from '../../../vault/profile';
import { Store } from '../../base/store/store';
import type { Session } from '../session/session';
import { watchLock } from './watch-lock';

const rules = new Store<LockRules>({ idleMinutes: 5, whenHidden: false });
const session = { lock: vi.fn(async () => {}), hide: vi.fn(), restart: vi.fn() };
let end = (): void => undefined;

beforeEach(() => {
  vi.useFakeTimers();
  rules.set({ idleMinutes: 5, whenHidden: false });
  end = watchLock(session as unknown as Session, rules);
});

afterEach(() => {
  end();
  vi.useRealTimers();
  vi.clearAllMocks();
  vi.restoreAllMocks();
});

function hide(): void {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  document.dispatchEvent(new Event('visibilitychange'));
}

it('locks when nobody was there for the time chosen, and not as long as somebody is', () => {
  vi.advanceTimersByTime(4 * 60_000);
  window.dispatchEvent(new Event('keydown'));
  vi.advanceTimersByTime(4 * 60_000);
  expect(session.lock).not.toHaveBeenCalled();
  vi.advanceTimersByTime(61_000);
  expect(session.lock).toHaveBeenCalled();
});

it('locks at the first touch after the lid was closed, instead of taking that for presence', () => {
  vi.setSystemTime(Date.now() + 8 * 60 * 60_000);
  window.dispatchEvent(new Event('pointermove'));
  expect(session.lock).toHaveBeenCalled();
});

it('never locks by time when that was chosen', () => {
  rules.set({ idleMinutes: 0, whenHidden: false });
  vi.advanceTimersByTime(24 * 60 * 60_000);
  expect(session.lock).not.toHaveBeenCalled();
});

it('locks when the page is hidden, only if that was chosen', () => {
  hide();
  expect(session.lock).not.toHaveBeenCalled();
  rules.set({ idleMinutes: 5, whenHidden: true });
  hide();
  expect(session.lock).toHaveBeenCalled();
});

it('takes the page away when it is left, and loads it anew when somebody comes back to it', () => {
  window.dispatchEvent(new Event('pagehide'));
  expect(session.hide).toHaveBeenCalled();
  window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
  expect(session.restart).toHaveBeenCalled();
});
