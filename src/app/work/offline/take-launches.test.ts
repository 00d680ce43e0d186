// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Store } from '../../base/store/store';
import { takeLaunches } from './take-launches';

type Launch = { readonly targetURL?: string; readonly files?: readonly object[] };

function launchable() {
  let launch: (params: Launch) => void = () => undefined;
  vi.stubGlobal('launchQueue', { setConsumer: (consumer: typeof launch) => (launch = consumer) });
  const arrivals = new Store<readonly File[]>([]);
  takeLaunches(arrivals);
  return { arrivals, launch: (params: Launch) => launch(params) };
}

afterEach(() => {
  vi.unstubAllGlobals();
  window.location.hash = '';
});

describe('takeLaunches', () => {
  it('takes the files that were opened with the app, without those that are gone by now', async () => {
    const { arrivals, launch } = launchable();
    const cheque = new File(['x'], 'cheque.png');
    const gone = { getFile: () => Promise.reject(new DOMException('gone', 'NotFoundError')) };
    launch({ targetURL: window.location.href, files: [gone, { getFile: async () => cheque }] });
    await vi.waitFor(() => expect(arrivals.get()).toEqual([cheque]));
  });

  it('goes where a shortcut leads, without loading the page again', () => {
    const { launch } = launchable();
    launch({ targetURL: new URL('#/history', window.location.href).href });
    expect(window.location.hash).toBe('#/history');
  });

  it.each(['https://elsewhere.test/app/#/history', './other#/history', './'])('stays where it is for %s', (address) => {
    window.location.hash = '#/settings';
    const { launch } = launchable();
    launch({ targetURL: new URL(address, window.location.href).href });
    expect(window.location.hash).toBe('#/settings');
  });

  it('does nothing where there are no launches', () => {
    expect(() => takeLaunches(new Store<readonly File[]>([]))).not.toThrow();
  });
});
