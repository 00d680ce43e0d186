import type { AskKind, PageAsks, PageMessage, WorkerMessage } from '../../../service-worker/messages';

/** A service worker that is silent for longer has been ended by the browser. */
const MAX_SILENCE_MS = 60_000;

/**
 * Asks a service worker and waits for its answer.
 *
 * @returns null when none comes
 */
export function askServiceWorker<Kind extends AskKind>(
  worker: ServiceWorker,
  kind: Kind,
  asks: PageAsks[Kind]['asks'],
  onProgress: (keptBytes: number, totalBytes: number) => void = () => undefined,
): Promise<PageAsks[Kind]['answers'] | null> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const end = (answer: PageAsks[Kind]['answers'] | null) => {
      clearTimeout(timer);
      port1.close();
      resolve(answer);
    };
    let timer = setTimeout(end, MAX_SILENCE_MS, null);
    port1.onmessage = ({ data }: MessageEvent<WorkerMessage<Kind>>) => {
      if (data.type === 'answer') {
        end(data.answer);
      } else {
        clearTimeout(timer);
        timer = setTimeout(end, MAX_SILENCE_MS, null);
        onProgress(data.keptBytes, data.totalBytes);
      }
    };
    const message: PageMessage<Kind> = { kind, asks };
    worker.postMessage(message, [port2]);
  });
}

/** The service worker that serves this page, once there is one; null where there is none. */
export async function activeServiceWorker(): Promise<ServiceWorker | null> {
  try {
    // `ready` would wait forever where none was registered.
    const registration = await navigator.serviceWorker?.getRegistration();
    return registration?.active ?? null;
  } catch {
    return null;
  }
}
