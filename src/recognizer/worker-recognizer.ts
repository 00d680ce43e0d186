import type { Box } from '../contract/image';
import type { BackendInfo } from '../contract/network';
import type { OcclusionMap } from '../contract/occlusion-map';
import type { DigitReadings, Glyph, Recognition, RecognizedDigit } from '../contract/recognition';
import { failed, type Result } from '../contract/result';
import type { JobKind, JobProgress, Jobs } from './messages';
import type {
  ClassifyDigitsOptions,
  DigitPictures,
  PrepareOptions,
  RecognizeOptions,
  Recognizer,
  StopOptions,
} from './recognizer';
import { SerialQueue } from './serial-queue';
import { untilAborted } from './until-aborted';
import { type ConnectionOptions, WorkerConnection, type WorkerPort } from './worker-connection';

export interface WorkerRecognizerOptions extends ConnectionOptions {
  /** Starts a worker; throws where workers are forbidden. */
  readonly spawn: () => WorkerPort;
  /** How long a cancelled job may take to stop by itself before its worker is ended and another one started. */
  readonly cancelGraceMs: number;
}

interface WorkerJob<Kind extends JobKind> {
  readonly kind: Kind;
  readonly asks: Jobs[Kind]['asks'];
  readonly signal: AbortSignal | undefined;
  readonly onProgress?: (progress: JobProgress) => void;
  /** Goes into every failure. */
  readonly about?: { readonly fileName: string };
}

/** Reads in a worker, so that the page stays responsive. A worker that died is replaced with the next call. */
export class WorkerRecognizer implements Recognizer {
  readonly #options: WorkerRecognizerOptions;
  readonly #queue = new SerialQueue();
  #connection: WorkerConnection | undefined;

  constructor(options: WorkerRecognizerOptions) {
    this.#options = options;
  }

  async prepare(options: PrepareOptions = {}): Promise<Result<BackendInfo>> {
    const connection = this.#connect();
    return connection.ok ? connection.value.prepare(options) : connection;
  }

  recognize(file: File, options: RecognizeOptions = {}): Promise<Result<Recognition>> {
    const tellStage = (progress: JobProgress) => 'stage' in progress && options.onStage?.(progress.stage);
    const about = { fileName: file.name };
    const { expectation, signal } = options;
    return this.#enqueue({ kind: 'recognize', asks: { file, expectation }, signal, onProgress: tellStage, about });
  }

  classifyDigits(pictures: DigitPictures, options: ClassifyDigitsOptions = {}): Promise<Result<DigitReadings>> {
    const tellCount = (progress: JobProgress) =>
      'done' in progress && options.onProgress?.(progress.done, progress.total);
    return this.#enqueue({ kind: 'classify', asks: pictures, signal: options.signal, onProgress: tellCount });
  }

  readRegions(
    file: File,
    boxes: readonly Box[],
    { signal }: StopOptions = {},
  ): Promise<Result<readonly RecognizedDigit[]>> {
    const about = { fileName: file.name };
    return this.#enqueue({ kind: 'read-regions', asks: { file, boxes }, signal, about });
  }

  explain(glyph: Glyph, label: number, { signal }: StopOptions = {}): Promise<Result<OcclusionMap>> {
    return this.#enqueue({ kind: 'explain', asks: { glyph, label }, signal });
  }

  dispose(): void {
    this.#connection?.terminate();
    this.#connection = undefined;
  }

  #connect(): Result<WorkerConnection> {
    if (this.#connection && !this.#connection.isDead) return { ok: true, value: this.#connection };
    try {
      this.#connection = new WorkerConnection(this.#options.spawn(), this.#options);
      return { ok: true, value: this.#connection };
    } catch (error) {
      return failed({ kind: 'backend-unavailable', detail: String(error) });
    }
  }

  #enqueue<Kind extends JobKind>(job: WorkerJob<Kind>): Promise<Result<Jobs[Kind]['answers']>> {
    return untilAborted(
      this.#queue.run(() => this.#workNow(job)),
      job.signal,
    );
  }

  async #workNow<Kind extends JobKind>(job: WorkerJob<Kind>): Promise<Result<Jobs[Kind]['answers']>> {
    const { kind, asks, signal, onProgress, about } = job;
    signal?.throwIfAborted();
    const connected = this.#connect();
    if (!connected.ok) return failed({ ...connected.failure, ...about });
    const connection = connected.value;
    const prepared = await connection.prepare();
    if (!prepared.ok) return failed({ ...prepared.failure, ...about });

    signal?.throwIfAborted();
    const stop = stopper(connection, this.#options.cancelGraceMs);
    signal?.addEventListener('abort', stop.start, { once: true });
    const outcome = await connection.run(kind, asks, onProgress);
    signal?.removeEventListener('abort', stop.start);
    stop.clear();

    signal?.throwIfAborted();
    if (outcome === 'cancelled') return failed({ kind: 'backend-lost', ...about, detail: 'the worker was ended' });
    return outcome.ok ? outcome : failed({ ...outcome.failure, ...about });
  }
}

/** Asks for the running job to stop, and ends the worker when it has not stopped after the grace time. */
function stopper(connection: WorkerConnection, graceMs: number) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    start: () => {
      connection.cancel();
      timer = setTimeout(() => connection.terminate(), graceMs);
    },
    clear: () => clearTimeout(timer),
  };
}
