import type { AcceptedImage, DecodeImage } from '../contract/accepted-image';
import type { PixelImage } from '../contract/image';
import type { BackendInfo } from '../contract/network';
import { failed, type Result } from '../contract/result';
import type { JobAsks, JobKind, JobProgress, JobResult } from './job-table';
import type { FromWorker, ToWorker, WorkerSettings } from './messages';
import type { PrepareOptions } from './recognizer';

/** The part of `Worker` that is used. */
export interface WorkerPort {
  postMessage(message: ToWorker): void;
  addEventListener(type: 'message', listener: (event: { readonly data: FromWorker }) => void): void;
  addEventListener(type: 'error' | 'messageerror', listener: (event: { readonly message?: string }) => void): void;
  terminate(): void;
}

export interface ConnectionOptions {
  readonly settings: WorkerSettings;
  readonly decodeSvg: DecodeImage;
  /** A worker that owes an answer and is silent for longer is taken for dead. */
  readonly maxSilenceMs: number;
}

interface RunningJob {
  readonly job: number;
  readonly onProgress: ((progress: JobProgress<JobKind>) => void) | undefined;
  readonly finish: (outcome: JobOutcome<JobKind>) => void;
}

type JobOutcome<Kind extends JobKind> = JobResult<Kind> | 'cancelled';

const PING_MS = 5_000;

/** One living worker. Once it has failed or was ended, it answers everything at once with a failure. */
export class WorkerConnection {
  readonly #worker: WorkerPort;
  readonly #options: ConnectionOptions;
  readonly #tellBackend: (backend: BackendInfo) => void;
  readonly #progressListeners = new Set<NonNullable<PrepareOptions['onProgress']>>();
  #prepared: Promise<Result<BackendInfo>> | undefined;
  #finishPreparing: ((result: Result<BackendInfo>) => void) | undefined;
  #running: RunningJob | undefined;
  #lastJob = 0;
  #pings: ReturnType<typeof setInterval> | undefined;
  #unansweredPings = 0;
  #isDead = false;

  /** @param tellBackend called with the backend in use, whenever the worker says which */
  constructor(worker: WorkerPort, options: ConnectionOptions, tellBackend: (backend: BackendInfo) => void) {
    this.#worker = worker;
    this.#options = options;
    this.#tellBackend = tellBackend;
    worker.addEventListener('message', (event) => this.#hear(event.data));
    worker.addEventListener('error', (event) => this.#die(event.message || 'the worker could not be loaded'));
    worker.addEventListener('messageerror', () => this.#die('a message could not be read'));
  }

  get isDead(): boolean {
    return this.#isDead;
  }

  /** Asked once; a failure is forgotten, so that the next call asks again. */
  async prepare({ onProgress }: PrepareOptions = {}): Promise<Result<BackendInfo>> {
    if (onProgress) this.#progressListeners.add(onProgress);
    this.#prepared ??= this.#startPreparing();
    const result = await this.#prepared;
    if (onProgress) this.#progressListeners.delete(onProgress);
    if (!result.ok) this.#prepared = undefined;
    return result;
  }

  /** One job at a time: the caller waits for the outcome before giving the next. */
  run<Kind extends JobKind>(
    kind: Kind,
    asks: JobAsks<Kind>,
    onProgress?: (progress: JobProgress<Kind>) => void,
  ): Promise<JobOutcome<Kind>> {
    if (this.#isDead) {
      return Promise.resolve(failed({ kind: 'backend-lost', detail: 'the worker has ended' }) as JobOutcome<Kind>);
    }
    this.#lastJob += 1;
    const job = this.#lastJob;
    return new Promise((resolve) => {
      // The worker answers each kind of job with what belongs to it.
      const tell = onProgress as RunningJob['onProgress'];
      this.#running = { job, onProgress: tell, finish: (outcome) => resolve(outcome as JobOutcome<Kind>) };
      this.#watch();
      this.#worker.postMessage({ type: 'start', job, kind, asks } as ToWorker);
    });
  }

  /** Asks the worker to stop the running job; `terminate` is for a worker that does not listen. */
  cancel(): void {
    if (this.#running) this.#worker.postMessage({ type: 'cancel', job: this.#running.job });
  }

  terminate(): void {
    this.#finishJob('cancelled');
    this.#die('the worker was ended');
  }

  #startPreparing(): Promise<Result<BackendInfo>> {
    if (this.#isDead) return Promise.resolve(failed({ kind: 'backend-unavailable', detail: 'the worker has ended' }));
    return new Promise((resolve) => {
      this.#finishPreparing = resolve;
      this.#watch();
      this.#worker.postMessage({ type: 'prepare', settings: this.#options.settings });
    });
  }

  #hear(message: FromWorker): void {
    this.#unansweredPings = 0;
    switch (message.type) {
      case 'progress':
        for (const listener of this.#progressListeners) listener(message.loadedBytes, message.totalBytes);
        return;
      case 'prepared':
        this.#finishPrepare(message.result);
        return;
      case 'backend':
        this.#tellBackend(message.backend);
        return;
      case 'job-progress':
        if (message.job === this.#running?.job) this.#running.onProgress?.(message.progress);
        return;
      case 'finished':
        if (message.job === this.#running?.job) this.#finishJob(message.result);
        return;
      case 'cancelled':
        if (message.job === this.#running?.job) this.#finishJob('cancelled');
        return;
      case 'decode-svg':
        void this.#decodeSvg(message.request, message.image);
    }
  }

  async #decodeSvg(request: number, image: AcceptedImage): Promise<void> {
    const result = await this.#tryDecodeSvg(image);
    if (!this.#isDead) this.#worker.postMessage({ type: 'svg-decoded', request, result });
  }

  /** The worker answers pings while it waits for the pixels, so an error that is not answered would keep it for ever. */
  async #tryDecodeSvg(image: AcceptedImage): Promise<Result<PixelImage>> {
    try {
      return await this.#options.decodeSvg(image);
    } catch (error) {
      return failed({ kind: 'undecodable', fileName: image.file.name, detail: String(error) });
    }
  }

  #finishPrepare(result: Result<BackendInfo>): void {
    const finish = this.#finishPreparing;
    this.#finishPreparing = undefined;
    this.#watch();
    finish?.(result);
  }

  #finishJob(outcome: JobOutcome<JobKind>): void {
    const finish = this.#running?.finish;
    this.#running = undefined;
    this.#watch();
    finish?.(outcome);
  }

  #die(detail: string): void {
    if (this.#isDead) return;
    this.#isDead = true;
    this.#worker.terminate();
    this.#finishPrepare(failed({ kind: 'backend-unavailable', detail }));
    this.#finishJob(failed({ kind: 'backend-lost', detail }));
  }

  /**
   * Pings while an answer is owed, since a worker that hangs or is killed for its memory says nothing. Unanswered pings
   * are counted instead of time, or waking up from sleep would look like a long silence.
   */
  #watch(): void {
    const isOwed = !this.#isDead && (this.#finishPreparing !== undefined || this.#running !== undefined);
    if (isOwed === (this.#pings !== undefined)) return;
    clearInterval(this.#pings);
    this.#unansweredPings = 0;
    this.#pings = isOwed ? setInterval(() => this.#ping(), PING_MS) : undefined;
  }

  #ping(): void {
    if (this.#unansweredPings * PING_MS >= this.#options.maxSilenceMs) {
      this.#die('the worker does not answer');
      return;
    }
    this.#unansweredPings += 1;
    this.#worker.postMessage({ type: 'ping' });
  }
}
