import type { Box } from '../contract/image';
import type { BackendInfo } from '../contract/network';
import type { OcclusionMap } from '../contract/occlusion-map';
import type { DigitReadings, Glyph, Recognition, RecognizedDigit } from '../contract/recognition';
import { failed, type Result, success } from '../contract/result';
import { BackendLostError } from '../inference/backend-lost-error';
import type { BackendName } from '../inference/backend-name';
import type { Reader } from '../reading/reader';
import { classifyPictures } from './classify-pictures';
import { explainGlyph } from './explain-glyph';
import { type OpenReaderOptions, openReader } from './open-reader';
import { readRegions } from './read-regions';
import { recognizePicture } from './recognize';
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

export type LocalRecognizerOptions = Omit<OpenReaderOptions, 'onProgress' | 'lostBackends'>;

/**
 * Reads where it is called: in the page, in a worker or in Node. When the backend dies, the running picture is read
 * once more on the next backend.
 */
export class LocalRecognizer implements Recognizer {
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

  recognize(file: File, options: RecognizeOptions = {}): Promise<Result<Recognition>> {
    const { signal } = options;
    const read = () => recognizePicture(file, () => this.#reader(), options);
    return this.#enqueue(read, signal, file.name);
  }

  classifyDigits(pictures: DigitPictures, options: ClassifyDigitsOptions = {}): Promise<Result<DigitReadings>> {
    return this.#enqueue(() => classifyPictures(pictures, () => this.#reader(), options), options.signal);
  }

  readRegions(
    file: File,
    boxes: readonly Box[],
    { signal }: StopOptions = {},
  ): Promise<Result<readonly RecognizedDigit[]>> {
    return this.#enqueue(() => readRegions(file, boxes, () => this.#reader(), signal), signal, file.name);
  }

  explain(glyph: Glyph, label: number, { signal }: StopOptions = {}): Promise<Result<OcclusionMap>> {
    return this.#enqueue(() => explainGlyph(glyph, label, () => this.#reader(), signal), signal);
  }

  dispose(): void {
    this.#opening?.then((reader) => reader.ok && reader.value.dispose());
    this.#opening = undefined;
  }

  /** Opened once; a failure is forgotten, so that the next call tries again. */
  async #reader(): Promise<Result<Reader>> {
    this.#opening ??= openReader({
      ...this.#options,
      lostBackends: this.#lostBackends,
      onProgress: (loadedBytes, totalBytes) => {
        for (const listener of this.#progressListeners) listener(loadedBytes, totalBytes);
      },
    });
    const opening = this.#opening;
    const reader = await opening;
    if (!reader.ok && this.#opening === opening) this.#opening = undefined;
    return reader;
  }

  #enqueue<Value>(
    work: () => Promise<Result<Value>>,
    signal: AbortSignal | undefined,
    fileName?: string,
  ): Promise<Result<Value>> {
    const job = () => this.#workNow(work, signal, fileName === undefined ? {} : { fileName });
    return untilAborted(this.#queue.run(job), signal);
  }

  async #workNow<Value>(
    work: () => Promise<Result<Value>>,
    signal: AbortSignal | undefined,
    about: { readonly fileName?: string },
  ): Promise<Result<Value>> {
    for (let attempt = 1; ; attempt += 1) {
      signal?.throwIfAborted();
      try {
        return await work();
      } catch (error) {
        signal?.throwIfAborted();
        if (!(error instanceof BackendLostError)) {
          return failed({ kind: 'unexpected', ...about, detail: detailOf(error) });
        }
        this.#lostBackends.add(error.backend);
        this.dispose();
        if (attempt === 2) return failed({ kind: 'backend-lost', ...about, detail: detailOf(error) });
      }
    }
  }
}

function detailOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
