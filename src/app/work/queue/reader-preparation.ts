import type { AcceptedImage } from '../../../contract/accepted-image';
import type { RecognitionFailure } from '../../../contract/failure';
import { formatOf, type ImageFormatId } from '../../../contract/image-formats';
import type { BackendInfo } from '../../../contract/network';
import { failed, type Result, success } from '../../../contract/result';
import type { Recognizer } from '../../../recognizer/recognizer';
import { Store } from '../../base/store/store';

export type PreparationState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'loading'; readonly loadedBytes: number; readonly totalBytes: number }
  | { readonly phase: 'ready'; readonly backend: BackendInfo }
  | { readonly phase: 'failed'; readonly failure: RecognitionFailure };

/**
 * Loads the models once, as soon as somebody is about to need them, and tells how far that is; from then on, which backend
 * reads.
 */
export class ReaderPreparation {
  readonly state = new Store<PreparationState>({ phase: 'idle' });
  readonly #recognizer: Recognizer;
  readonly #fetched = new Set<ImageFormatId>();
  #running: Promise<Result<BackendInfo>> | null = null;

  constructor(recognizer: Recognizer) {
    this.#recognizer = recognizer;
    recognizer.backend.follow((backend) => {
      if (this.state.get().phase === 'ready') {
        this.state.set({ phase: 'ready', backend });
      }
    });
  }

  /** Later calls share the first one's outcome, unless that was a failure: then they try again. */
  prepare(): Promise<Result<BackendInfo>> {
    this.#running ??= this.#prepare();
    return this.#running;
  }

  /** Fetches the app's decoder of the picture's format, where this browser needs it, and tells how far that is. */
  async fetchDecoder(image: AcceptedImage): Promise<Result<null>> {
    if (formatOf(image.format).decodedBy !== 'app' || this.#fetched.has(image.format)) return success(null);
    const before = this.state.get();
    try {
      const { fetchDecoderFor } = await import('../../../decode/decoder-files');
      const fetched = await fetchDecoderFor(image, (loadedBytes, totalBytes) => {
        this.state.set({ phase: 'loading', loadedBytes, totalBytes });
      });
      if (fetched.ok) this.#fetched.add(image.format);
      return fetched;
    } catch (error) {
      return failed({ kind: 'model-unavailable', detail: String(error) });
    } finally {
      this.state.set(before);
    }
  }

  async #prepare(): Promise<Result<BackendInfo>> {
    this.state.set({ phase: 'loading', loadedBytes: 0, totalBytes: 0 });
    const result = await this.#recognizer.prepare({
      onProgress: (loadedBytes, totalBytes) => {
        if (this.state.get().phase === 'loading') {
          this.state.set({ phase: 'loading', loadedBytes, totalBytes });
        }
      },
    });
    if (result.ok) {
      this.state.set({ phase: 'ready', backend: result.value });
    } else {
      this.#running = null;
      this.state.set({ phase: 'failed', failure: result.failure });
    }
    return result;
  }
}
