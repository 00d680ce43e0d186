import type { DecodeImage } from '../contract/accepted-image';
import type { Recognition } from '../contract/recognition';
import { type Result, success } from '../contract/result';
import type { FromWorker, PagePort, ToWorker } from './messages';
import type { JobOptions, Recognizer } from './recognizer';
import { serveRecognizer } from './serve-recognizer';
import { TEST_BACKEND, testImage, testRecognizer } from './test-recognizer';
import type { WorkerPort } from './worker-connection';
import { WorkerRecognizer } from './worker-recognizer';

export const IMAGE = testImage('amount.png');
export const RECOGNITION = { text: '407', lines: [] as unknown } as Recognition;

/** Node has it; the types of this folder are those of the page, which do not know it. */
declare function setImmediate(task: () => void): void;

type Listener<Event> = (event: Event) => void;

/** A worker without a thread: messages between its two ends arrive later, as with a real one. */
class FakeWorker implements WorkerPort {
  readonly heard: ToWorker[] = [];
  isEnded = false;
  readonly #toPage: Listener<{ data: FromWorker }>[] = [];
  readonly #toWorker: Listener<{ data: ToWorker }>[] = [];
  readonly #onError: Listener<{ message?: string }>[] = [];

  constructor(create: (decodeSvg: DecodeImage) => Recognizer) {
    const inside: PagePort = {
      postMessage: (data) => this.#deliver(this.#toPage, data),
      addEventListener: (_type, listener) => this.#toWorker.push(listener),
    };
    serveRecognizer(inside, (_settings, decodeSvg) => create(decodeSvg));
  }

  postMessage(data: ToWorker): void {
    this.heard.push(data);
    this.#deliver(this.#toWorker, data);
  }

  addEventListener(type: string, listener: Listener<never>): void {
    if (type === 'message') this.#toPage.push(listener as Listener<{ data: FromWorker }>);
    if (type === 'error') this.#onError.push(listener as Listener<{ message?: string }>);
  }

  crash(message: string): void {
    for (const listener of this.#onError) listener({ message });
  }

  terminate(): void {
    this.isEnded = true;
  }

  #deliver<Data>(listeners: readonly Listener<{ data: Data }>[], data: Data): void {
    setImmediate(() => {
      if (!this.isEnded) for (const listener of listeners) listener({ data });
    });
  }
}

/** An answer that never comes. */
export const never = () => new Promise<never>(() => {});

/** Says what has arrived, and reads pictures as given. */
export function fakeRecognizer(recognize: (file: File, options: JobOptions<'recognize'>) => Promise<unknown>) {
  return testRecognizer(
    { recognize: ({ image }, options) => recognize(image.file, options) as Promise<Result<Recognition>> },
    async ({ onProgress } = {}) => {
      onProgress?.(7, 9);
      return success(TEST_BACKEND);
    },
  );
}

/** Reads every picture as `RECOGNITION`. */
export const reads = async () => success(RECOGNITION);

/**
 * A recognizer whose workers are fakes.
 *
 * @param behaviors what reads inside each worker, in the order they are started; the last one stands for all after it
 */
export function recognizerInFakeWorkers(
  behaviors: ((decodeSvg: DecodeImage) => Recognizer)[],
  decodeSvg: DecodeImage = never,
) {
  const workers: FakeWorker[] = [];
  const recognizer = new WorkerRecognizer({
    settings: { modelsUrl: 'https://site.example/models/' },
    decodeSvg,
    maxSilenceMs: 10_000,
    cancelGraceMs: 20,
    spawn: () => {
      const worker = new FakeWorker(behaviors[workers.length] ?? behaviors.at(-1)!);
      workers.push(worker);
      return worker;
    },
  });
  return { recognizer, workers };
}
