import { expect, it, vi } from 'vitest';
import { TEST_BACKEND, testRecognizer } from '../../../recognizer/test-recognizer';
import { Store } from '../../base/store/store';
import { ReaderPreparation } from './reader-preparation';
import { tellLostBackend } from './tell-lost-backend';

it('says once that a backend died and which one reads now', async () => {
  const recognizer = testRecognizer({});
  const preparation = new ReaderPreparation(recognizer);
  const announcement = new Store('');
  const heard = vi.fn();
  announcement.subscribe(heard);
  tellLostBackend({ preparation, announcement });
  await preparation.prepare();
  expect(heard).not.toHaveBeenCalled();
  const next = { ...TEST_BACKEND, reason: 'webgl-lost; wasm-fastest' };
  recognizer.backend.set(next);
  recognizer.backend.set({ ...next });
  expect(heard).toHaveBeenCalledTimes(1);
  expect(announcement.get()).toBe('Pictures are now read with WebAssembly: WebGL stopped during use');
});
