import type { Box } from '../contract/image';
import type { BackendInfo } from '../contract/network';
import type { OcclusionMap } from '../contract/occlusion-map';
import type { DigitReadings, Glyph, Recognition, RecognizedDigit } from '../contract/recognition';
import { failed, type Result } from '../contract/result';
import type {
  ClassifyDigitsOptions,
  DigitPictures,
  PrepareOptions,
  RecognizeOptions,
  Recognizer,
  StopOptions,
} from './recognizer';

/** Uses the first recognizer, and from then on the second when the first finds no backend that runs. */
export class FallbackRecognizer implements Recognizer {
  readonly #createSecond: () => Promise<Recognizer>;
  #current: Recognizer;
  #isSecond = false;
  #switching: Promise<void> | undefined;

  constructor(first: Recognizer, createSecond: () => Promise<Recognizer>) {
    this.#current = first;
    this.#createSecond = createSecond;
  }

  async prepare(options?: PrepareOptions): Promise<Result<BackendInfo>> {
    const result = await this.#current.prepare(options);
    if (result.ok || result.failure.kind !== 'backend-unavailable' || this.#isSecond) return result;
    try {
      this.#switching ??= this.#switch();
      await this.#switching;
    } catch (error) {
      // The chunk with the second recognizer did not arrive.
      this.#switching = undefined;
      return failed({ kind: 'model-unavailable', detail: String(error) });
    }
    return this.#current.prepare(options);
  }

  async recognize(file: File, options?: RecognizeOptions): Promise<Result<Recognition>> {
    options?.signal?.throwIfAborted();
    const prepared = await this.prepare();
    if (!prepared.ok) return failed({ ...prepared.failure, fileName: file.name });
    return this.#current.recognize(file, options);
  }

  async classifyDigits(pictures: DigitPictures, options?: ClassifyDigitsOptions): Promise<Result<DigitReadings>> {
    options?.signal?.throwIfAborted();
    const prepared = await this.prepare();
    return prepared.ok ? this.#current.classifyDigits(pictures, options) : prepared;
  }

  async readRegions(
    file: File,
    boxes: readonly Box[],
    options?: StopOptions,
  ): Promise<Result<readonly RecognizedDigit[]>> {
    options?.signal?.throwIfAborted();
    const prepared = await this.prepare();
    if (!prepared.ok) return failed({ ...prepared.failure, fileName: file.name });
    return this.#current.readRegions(file, boxes, options);
  }

  async explain(glyph: Glyph, label: number, options?: StopOptions): Promise<Result<OcclusionMap>> {
    options?.signal?.throwIfAborted();
    const prepared = await this.prepare();
    return prepared.ok ? this.#current.explain(glyph, label, options) : prepared;
  }

  dispose(): void {
    this.#current.dispose();
  }

  async #switch(): Promise<void> {
    const second = await this.#createSecond();
    this.#current.dispose();
    this.#current = second;
    this.#isSecond = true;
  }
}
