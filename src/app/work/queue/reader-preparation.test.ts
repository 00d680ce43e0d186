import { expect, it } from 'vitest';
import { TEST_BACKEND, testRecognizer } from '../../../recognizer/test-recognizer';
import { ReaderPreparation } from './reader-preparation';

it('follows the backend in use, so that whoever shows it or keeps its files does too', async () => {
  const recognizer = testRecognizer({});
  const preparation = new ReaderPreparation(recognizer);
  await preparation.prepare();
  expect(preparation.state.get()).toEqual({ phase: 'ready', backend: TEST_BACKEND });
  const next = { ...TEST_BACKEND, name: 'cpu' } as const;
  recognizer.backend.set(next);
  expect(preparation.state.get()).toEqual({ phase: 'ready', backend: next });
});

it('is not ready just because the backend is known, before the models have arrived', () => {
  const recognizer = testRecognizer({});
  const preparation = new ReaderPreparation(recognizer);
  recognizer.backend.set(TEST_BACKEND);
  expect(preparation.state.get()).toEqual({ phase: 'idle' });
});
