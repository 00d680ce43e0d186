import type { BackendInfo } from '../contract/network';
import type { DigitReadings, Recognition } from '../contract/recognition';
import { failed, type Result } from '../contract/result';
import type { ClassifyDigitsOptions, DigitPictures, PrepareOptions, RecognizeOptions, Recognizer } from './recognizer';

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
