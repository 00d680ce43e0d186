import type { BackendInfo } from '../contract/network';
import type { Recognition } from '../contract/recognition';
import { failed, type Result } from '../contract/result';
import type { PrepareOptions, RecognizeOptions, Recognizer } from './recognizer';
import { SerialQueue, untilAborted } from './serial-queue';
import { type ConnectionOptions, WorkerConnection, type WorkerPort } from './worker-connection';

export interface WorkerRecognizerOptions extends ConnectionOptions {
  /** Starts a worker; throws where workers are forbidden. */
  readonly spawn: () => WorkerPort;
  /** How long a cancelled job may take to stop by itself before its worker is ended and another one started. */
  readonly cancelGraceMs: number;
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
    const job = () => this.#recognizeNow(file, options);
    return untilAborted(this.#queue.run(job), options.signal);
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

  async #recognizeNow(file: File, { signal, onStage }: RecognizeOptions): Promise<Result<Recognition>> {
    signal?.throwIfAborted();
    const connected = this.#connect();
    if (!connected.ok) return failed({ ...connected.failure, fileName: file.name });
    const connection = connected.value;
    const prepared = await connection.prepare();
    if (!prepared.ok) return failed({ ...prepared.failure, fileName: file.name });

    signal?.throwIfAborted();
    const stop = stopper(connection, this.#options.cancelGraceMs);
    signal?.addEventListener('abort', stop.start, { once: true });
    const outcome = await connection.recognize(file, onStage);
    signal?.removeEventListener('abort', stop.start);
    stop.clear();

    signal?.throwIfAborted();
    if (outcome === 'cancelled')
      return failed({ kind: 'backend-lost', fileName: file.name, detail: 'the worker was ended' });
    return outcome.ok ? outcome : failed({ ...outcome.failure, fileName: file.name });
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
