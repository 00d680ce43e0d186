import type { BackendInfo } from '../contract/network';
import { failed, type Result, success } from '../contract/result';
import { BackendLostError } from '../inference/backend-lost-error';
import type { BackendName } from '../inference/backend-name';
import type { Reader } from '../reading/reader';
import { aboutFile } from './about-file';
import { BackendState } from './backend-state';
import { JOBS, type JobAsks, type JobKind, type JobResult } from './job-table';
import { type OpenReaderOptions, openReader } from './open-reader';
import type { JobOptions, PrepareOptions, Recognizer } from './recognizer';
import { SerialQueue } from './serial-queue';
import { untilAborted } from './until-aborted';

export type LocalRecognizerOptions = Omit<OpenReaderOptions, 'onProgress' | 'lostBackends'>;

/**
 * Reads where it is called: in the page, in a worker or in Node. When the backend dies, the running picture is read
 * once more on the next backend.
 */
export class LocalRecognizer implements Recognizer {
  readonly backend = new BackendState();
  readonly #options: LocalRecognizerOptions;
  readonly #queue = new SerialQueue();
  readonly #progressListeners = new Set<NonNullable<PrepareOptions['onProgress']>>();
  readonly #lostBackends = new Set<BackendName>();
  #opening: Promise<Result<Reader>> | undefined;

  constructor(options: LocalRecognizerOptions) {
    this.#options = options;
  }

  async prepare({ onProgress }: PrepareOptions = {}): Promise<Result<BackendInfo>> {
    if (onProgress) this.#progressListeners.add(onProgress);
    try {
      const reader = await this.#reader();
      return reader.ok ? success(reader.value.backend) : reader;
    } finally {
      if (onProgress) this.#progressListeners.delete(onProgress);
    }
  }

  run<Kind extends JobKind>(
    kind: Kind,
    asks: JobAsks<Kind>,
    { signal, onProgress }: JobOptions<Kind> = {},
  ): Promise<JobResult<Kind>> {
    const tell = (progress: never) => onProgress?.(progress);
    // Each row takes what its own kind asks for, which the compiler cannot follow through the table.
    const perform = JOBS[kind] as (asks: JobAsks<Kind>, context: object) => Promise<JobResult<Kind>>;
    const work = () => perform(asks, { openReader: () => this.#reader(), signal, tell });
    return untilAborted(
      this.#queue.run(() => this.#workNow(work, signal, aboutFile(asks))),
      signal,
    );
  }

  dispose(): void {
    this.#opening?.then((reader) => reader.ok && reader.value.dispose());
    this.#opening = undefined;
  }

  /** Opened once; a failure is forgotten, so that the next call tries again. */
  async #reader(): Promise<Result<Reader>> {
    this.#opening ??= this.#open();
    const opening = this.#opening;
    const reader = await opening;
    if (!reader.ok && this.#opening === opening) this.#opening = undefined;
    return reader;
  }

  async #open(): Promise<Result<Reader>> {
    const reader = await openReader({
      ...this.#options,
      lostBackends: this.#lostBackends,
      onProgress: (loadedBytes, totalBytes) => {
        for (const listener of this.#progressListeners) listener(loadedBytes, totalBytes);
      },
    });
    if (reader.ok) this.backend.set(reader.value.backend);
    return reader;
  }

  async #workNow<Kind extends JobKind>(
    work: () => Promise<JobResult<Kind>>,
    signal: AbortSignal | undefined,
    about: { readonly fileName?: string },
  ): Promise<JobResult<Kind>> {
    for (let attempt = 1; ; attempt += 1) {
      signal?.throwIfAborted();
      try {
        return await work();
      } catch (error) {
        signal?.throwIfAborted();
        if (!(error instanceof BackendLostError)) {
          return failed({ kind: 'unexpected', ...about, detail: detailOf(error) }) as JobResult<Kind>;
        }
        this.#lostBackends.add(error.backend);
        this.dispose();
        if (attempt === 2) {
          return failed({ kind: 'backend-lost', ...about, detail: detailOf(error) }) as JobResult<Kind>;
        }
      }
    }
  }
}

function detailOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
