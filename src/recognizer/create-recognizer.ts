import { BACKEND_NAMES } from '../inference/backend-name';
import { FallbackRecognizer } from './fallback-recognizer';
import type { WorkerSettings } from './messages';
import type { Recognizer } from './recognizer';
import type { WorkerPort } from './worker-connection';
import { WorkerRecognizer } from './worker-recognizer';

/** Compiling shaders may keep a worker from answering for twenty seconds. */
const MAX_SILENCE_MS = 60_000;
const CANCEL_GRACE_MS = 1_500;

/**
 * Builds the page's one recognizer: in a worker, or in the page where workers cannot. Nothing is fetched before it is
 * used.
 *
 * @param pageUrl the models lie in `models/` beside the page; `?backend=webgl`, `wasm` or `cpu` in it forces a backend
 */
export function createRecognizer(pageUrl: string = location.href): Recognizer {
  const settings = readSettings(new URL(pageUrl));
  const worker = new WorkerRecognizer({
    settings,
    // Few pictures are drawings.
    decodeSvg: async (image) => (await import('../decode/decode-svg-in-page')).decodeSvgInPage(image),
    maxSilenceMs: MAX_SILENCE_MS,
    cancelGraceMs: CANCEL_GRACE_MS,
    spawn: () => new Worker(new URL('./recognizer.worker.ts', import.meta.url), { type: 'module' }) as WorkerPort,
  });
  return new FallbackRecognizer(worker, async () => {
    const { createPageRecognizer } = await import('./create-page-recognizer');
    return createPageRecognizer(settings);
  });
}

function readSettings(pageUrl: URL): WorkerSettings {
  const wanted = pageUrl.searchParams.get('backend');
  return {
    modelsUrl: new URL('models/', pageUrl).href,
    forcedBackend: BACKEND_NAMES.find((name) => name === wanted),
  };
}
