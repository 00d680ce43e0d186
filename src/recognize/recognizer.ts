import type { BackendInfo } from '../contract/network';
import type { Recognition } from '../contract/recognition';
import type { Result } from '../contract/result';

export const STAGES = ['decode', 'locate', 'classify'] as const;
export type Stage = (typeof STAGES)[number];

export interface PrepareOptions {
  /** Bytes of the model files and of the backend that have arrived so far. */
  readonly onProgress?: (loadedBytes: number, totalBytes: number) => void;
}

export interface RecognizeOptions {
  /** Aborting stops the running job; `recognize` then rejects with the signal's reason, as `fetch` does. */
  readonly signal?: AbortSignal;
  readonly onStage?: (stage: Stage) => void;
}

/**
 * Reads pictures. One implementation runs where it is called (`LocalRecognizer`), one in a worker (`WorkerRecognizer`);
 * callers cannot tell them apart. Jobs given while one is running wait their turn.
 */
export interface Recognizer {
  /** Chooses the backend and loads the models, once; later calls give the same answer. `recognize` calls it by itself. */
  prepare(options?: PrepareOptions): Promise<Result<BackendInfo>>;
  recognize(file: File, options?: RecognizeOptions): Promise<Result<Recognition>>;
  dispose(): void;
}
