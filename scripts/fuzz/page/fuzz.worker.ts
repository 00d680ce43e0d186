import type { AcceptedImage } from '../../../src/contract/accepted-image';
import { decodeInBrowser } from '../../../src/decode/decode-in-browser';

/** Decodes as the recognizer's worker does. Drawings never come here: the page draws them. */
const decode = decodeInBrowser(async () => {
  throw new Error('a drawing is drawn in the page');
});

/** Asked by the page: a picture, or to collect what is no longer needed. Answers with what came of it, in a word. */
self.addEventListener('message', async ({ data }: MessageEvent<AcceptedImage | 'collect'>) => {
  if (data === 'collect') {
    (globalThis as { gc?: () => void }).gc?.();
    self.postMessage('collected');
    return;
  }
  const decoded = await decode(data).catch((error: unknown) => `threw ${error}`);
  self.postMessage(typeof decoded === 'string' ? decoded : decoded.ok ? 'decoded' : decoded.failure.kind);
});

self.addEventListener('unhandledrejection', ({ reason }) => {
  self.postMessage(`threw ${reason}`);
});
