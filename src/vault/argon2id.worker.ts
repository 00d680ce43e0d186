import { argon2id } from './argon2id';
import { calibrateCost } from './calibrate-cost';
import type { FromKeyWorker, ToKeyWorker } from './key-deriver';

/** Derives keys beside the page, so that nothing stutters meanwhile; its memory goes when the page ends it. */
async function answer(question: ToKeyWorker): Promise<FromKeyWorker> {
  if (question.kind === 'derive') {
    const key = await argon2id(question.password, question.derivation);
    question.password.fill(0);
    return { kind: 'derived', key };
  }
  const password = new Uint8Array(16);
  const salt = new Uint8Array(16);
  const cost = await calibrateCost(async (tried) => {
    const begun = performance.now();
    await argon2id(password, { ...tried, salt });
    return performance.now() - begun;
  });
  return { kind: 'calibrated', cost };
}

self.addEventListener('message', (event: MessageEvent<ToKeyWorker>) => {
  void answer(event.data).then((reply) => self.postMessage(reply));
});

// A promise that is rejected must reach the page as an error of the worker, or it would wait forever.
self.addEventListener('unhandledrejection', (event) => {
  event.preventDefault();
  throw event.reason;
});
