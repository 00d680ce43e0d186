import type { BackendInfo } from '../contract/network';
import type { Result } from '../contract/result';
import type { BackendState } from './backend-state';
import type { JobAsks, JobKind, JobProgress, JobResult } from './job-table';

export interface PrepareOptions {
  /** Bytes of the model files and of the backend that have arrived so far. */
  readonly onProgress?: (loadedBytes: number, totalBytes: number) => void;
}

export interface JobOptions<Kind extends JobKind> {
  /** Aborting stops the running job; the call then rejects with the signal's reason, as `fetch` does. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: JobProgress<Kind>) => void) | undefined;
}

/**
 * Reads pictures. One implementation runs where it is called (`LocalRecognizer`), one in a worker (`WorkerRecognizer`);
 * callers cannot tell them apart. Jobs given while one is running wait their turn.
 */
export interface Recognizer {
  /** The backend in use, from the first time that the models were loaded on. */
  readonly backend: Pick<BackendState, 'follow'>;
  /** Chooses the backend and loads the models, once. `run` calls it by itself. */
  prepare(options?: PrepareOptions): Promise<Result<BackendInfo>>;
  /** Does one of the jobs in `job-table.ts`. */
  run<Kind extends JobKind>(kind: Kind, asks: JobAsks<Kind>, options?: JobOptions<Kind>): Promise<JobResult<Kind>>;
  dispose(): void;
}
