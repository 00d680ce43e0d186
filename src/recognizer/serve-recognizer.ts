import type { DecodeImage } from '../contract/accepted-image';
import type { PixelImage } from '../contract/image';
import { failed, type Result } from '../contract/result';
import type { JobKind, JobProgress } from './job-table';
import type { PagePort, ToWorker, WorkerSettings } from './messages';
import type { Recognizer } from './recognizer';

/**
 * The worker's side of the protocol: answers the page's messages with a recognizer that runs here. Whatever is thrown
 * is answered as a failure.
 */
export function serveRecognizer(
  port: PagePort,
  create: (settings: WorkerSettings, decodeSvg: DecodeImage) => Recognizer,
): void {
  const jobs = new Map<number, AbortController>();
  const svgRequests = new Map<number, (result: Result<PixelImage>) => void>();
  let recognizer: Recognizer | undefined;
  let lastRequest = 0;

  const decodeSvg: DecodeImage = (image) =>
    new Promise((resolve) => {
      lastRequest += 1;
      svgRequests.set(lastRequest, resolve);
      port.postMessage({ type: 'decode-svg', request: lastRequest, image });
    });

  async function prepare(settings: WorkerSettings): Promise<void> {
    try {
      recognizer ??= follow(create(settings, decodeSvg));
      const result = await recognizer.prepare({
        onProgress: (loadedBytes, totalBytes) => port.postMessage({ type: 'progress', loadedBytes, totalBytes }),
      });
      port.postMessage({ type: 'prepared', result });
    } catch (error) {
      port.postMessage({ type: 'prepared', result: failed({ kind: 'backend-unavailable', detail: String(error) }) });
    }
  }

  function follow(created: Recognizer): Recognizer {
    created.backend.follow((backend) => port.postMessage({ type: 'backend', backend }));
    return created;
  }

  async function start(message: Extract<ToWorker, { type: 'start' }>): Promise<void> {
    const { job, kind, asks } = message;
    const controller = new AbortController();
    jobs.set(job, controller);
    try {
      const onProgress = (progress: JobProgress<JobKind>) => port.postMessage({ type: 'job-progress', job, progress });
      const result = await recognizer!.run(kind, asks, { signal: controller.signal, onProgress });
      port.postMessage({ type: 'finished', job, result });
    } catch (error) {
      // Pings are answered all the while, so the page would wait forever for an error that is not told.
      port.postMessage(
        controller.signal.aborted
          ? { type: 'cancelled', job }
          : { type: 'finished', job, result: failed({ kind: 'unexpected', detail: String(error) }) },
      );
    } finally {
      jobs.delete(job);
    }
  }

  async function answer(message: ToWorker): Promise<void> {
    switch (message.type) {
      case 'prepare':
        return prepare(message.settings);
      case 'start':
        return start(message);
      case 'cancel':
        jobs.get(message.job)?.abort();
        return;
      case 'svg-decoded':
        svgRequests.get(message.request)?.(message.result);
        svgRequests.delete(message.request);
        return;
      case 'ping':
        port.postMessage({ type: 'pong' });
    }
  }

  port.addEventListener('message', (event) => {
    void answer(event.data);
  });
}
