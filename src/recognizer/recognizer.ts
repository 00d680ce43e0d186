import type { Expectation } from '../contract/expectation';
import type { Box } from '../contract/image';
import type { BackendInfo } from '../contract/network';
import type { OcclusionMap } from '../contract/occlusion-map';
import type { DigitReadings, Glyph, Recognition, RecognizedDigit } from '../contract/recognition';
import type { Result } from '../contract/result';

export const STAGES = ['decode', 'locate', 'classify'] as const;
export type Stage = (typeof STAGES)[number];

export interface PrepareOptions {
  /** Bytes of the model files and of the backend that have arrived so far. */
  readonly onProgress?: (loadedBytes: number, totalBytes: number) => void;
}

export interface RecognizeOptions {
  /**
   * What every number of the picture should be. Only chooses between plausible readings, says in `Recognition.fit` whether
   * all fits now, and marks what it changed with `chosenToFit`.
   */
  readonly expectation?: Expectation | undefined;
  /** Aborting stops the running job; `recognize` then rejects with the signal's reason, as `fetch` does. */
  readonly signal?: AbortSignal;
  readonly onStage?: (stage: Stage) => void;
}

/** Raw pictures of one digit each, as data sets of digits have them. */
export interface DigitPictures {
  /** One picture after the other, row-major gray levels, light ink on black. */
  readonly pixels: Uint8Array;
  /** Width and height of each picture. */
  readonly side: number;
}

export interface ClassifyDigitsOptions {
  /** Aborting stops the running job; the call then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

export interface StopOptions {
  /** Aborting stops the running job; the call then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/**
 * Reads pictures. One implementation runs where it is called (`LocalRecognizer`), one in a worker (`WorkerRecognizer`);
 * callers cannot tell them apart. Jobs given while one is running wait their turn.
 */
export interface Recognizer {
  /** Chooses the backend and loads the models, once; later calls give the same answer. `recognize` calls it by itself. */
  prepare(options?: PrepareOptions): Promise<Result<BackendInfo>>;
  recognize(file: File, options?: RecognizeOptions): Promise<Result<Recognition>>;
  /** The classifier alone, on raw digits: what `evaluate --stage classifier` measures, on this device. */
  classifyDigits(pictures: DigitPictures, options?: ClassifyDigitsOptions): Promise<Result<DigitReadings>>;
  /** Reads given places of a picture, in pixels of the upright original: what a person drew, split or merged. */
  readRegions(file: File, boxes: readonly Box[], options?: StopOptions): Promise<Result<readonly RecognizedDigit[]>>;
  /** Why a glyph is read as a label: which of its parts matter. */
  explain(glyph: Glyph, label: number, options?: StopOptions): Promise<Result<OcclusionMap>>;
  dispose(): void;
}
