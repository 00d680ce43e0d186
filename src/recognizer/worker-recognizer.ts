import type { RecognitionFailure } from '../contract/failure';
import type { BackendInfo } from '../contract/network';
import { failed, type Result } from '../contract/result';
import { aboutFile } from './about-file';
import { BackendState } from './backend-state';
import type { JobAsks, JobKind, JobResult } from './job-table';
import type { JobOptions, PrepareOptions, Recognizer } from './recognizer';
import { SerialQueue } from './serial-queue';
import { untilAborted } from './until-aborted';
import { type ConnectionOptions, WorkerConnection, type WorkerPort } from './worker-connection';

export interface WorkerRecognizerOptions extends ConnectionOptions {
  /** Starts a worker; throws where workers are forbidden. */
  readonly spawn: () => WorkerPort;
  /** How long a cancelled job may take to stop by itself before its worker is ended and another one started. */
  readonly cancelGraceMs: number;
}

/** How often a job is tried whose worker dies. */
const ATTEMPTS = 2;

/** Reads in a worker, so that the page stays responsive. A worker that died is replaced when the next one is needed. */
export class WorkerRecognizer implements Recognizer {
  readonly backend = new BackendState();
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

  run<Kind extends JobKind>(kind: Kind, asks: JobAsks<Kind>, options: JobOptions<Kind> = {}): Promise<JobResult<Kind>> {
    return untilAborted(
      this.#queue.run(() => this.#workNow(kind, asks, options)),
      options.signal,
    );
  }

  dispose(): void {
    this.#connection?.terminate();
    this.#connection = undefined;
  }

  #connect(): Result<WorkerConnection> {
    if (this.#connection && !this.#connection.isDead) return { ok: true, value: this.#connection };
    try {
      this.#connection = new WorkerConnection(this.#options.spawn(), this.#options, (backend) => {
        this.backend.set(backend);
      });
      return { ok: true, value: this.#connection };
    } catch (error) {
      return failed({ kind: 'backend-unavailable', detail: String(error) });
    }
  }

  /**
   * A job whose worker died under it is done once more, by a new worker. One that kills that worker too is what kills
   * them, and fails.
   */
  async #workNow<Kind extends JobKind>(
    kind: Kind,
    asks: JobAsks<Kind>,
    options: JobOptions<Kind>,
  ): Promise<JobResult<Kind>> {
    const fail = (failure: RecognitionFailure) => failed({ ...failure, ...aboutFile(asks) }) as JobResult<Kind>;
    for (let attempt = 1; ; attempt += 1) {
      options.signal?.throwIfAborted();
      const connected = this.#connect();
      if (!connected.ok) return fail(connected.failure);
      const connection = connected.value;
      const prepared = await connection.prepare();
      if (!prepared.ok) return fail(prepared.failure);

      const outcome = await this.#try(connection, kind, asks, options);
      if (outcome === 'cancelled') return fail({ kind: 'backend-lost', detail: 'the worker was ended' });
      if (outcome.ok) return outcome;
      if (!connection.isDead || attempt === ATTEMPTS) return fail(outcome.failure);
    }
  }

  /** Rejects when the job was aborted meanwhile. */
  async #try<Kind extends JobKind>(
    connection: WorkerConnection,
    kind: Kind,
    asks: JobAsks<Kind>,
    { signal, onProgress }: JobOptions<Kind>,
  ): Promise<JobResult<Kind> | 'cancelled'> {
    signal?.throwIfAborted();
    const stop = stopper(connection, this.#options.cancelGraceMs);
    signal?.addEventListener('abort', stop.start, { once: true });
    const outcome = await connection.run(kind, asks, onProgress);
    signal?.removeEventListener('abort', stop.start);
    stop.clear();
    signal?.throwIfAborted();
    return outcome;
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
