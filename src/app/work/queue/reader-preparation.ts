import type { AcceptedImage } from '../../../contract/accepted-image';
import { ANYTHING, type Expectation, expectsLetters } from '../../../contract/expectation';
import type { RecognitionFailure } from '../../../contract/failure';
import { formatOf, type ImageFormatId } from '../../../contract/image-formats';
import type { BackendInfo } from '../../../contract/network';
import { DEFAULT_SCRIPT, type ScriptChoice } from '../../../contract/numeral-scripts';
import { failed, type Result, success } from '../../../contract/result';
import type { Recognizer } from '../../../recognizer/recognizer';
import { Store } from '../../base/store/store';

export interface LoadedBytes {
  readonly loadedBytes: number;
  readonly totalBytes: number;
}

export type PreparationState =
  | { readonly phase: 'idle' }
  | ({ readonly phase: 'loading' } & LoadedBytes)
  | { readonly phase: 'ready'; readonly backend: BackendInfo }
  | { readonly phase: 'failed'; readonly failure: RecognitionFailure };

/**
 * Loads the models once, as soon as somebody is about to need them, and tells how far that is; from then on, which backend
 * reads.
 */
export class ReaderPreparation {
  readonly state = new Store<PreparationState>({ phase: 'idle' });
  /** How much has arrived of what one picture needs besides, a decoder or other scripts; null while nothing is being fetched. */
  readonly extra = new Store<LoadedBytes | null>(null);
  /** Whether the reader of scripts besides Latin is there. */
  readonly hasScripts = new Store(false);
  /** Whether the reader of number plates and codes with letters is there. */
  readonly hasPlates = new Store(false);
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

  /** Fetches the app's decoder of a file's format, where this browser needs it, and tells how far that is. */
  async fetchDecoder(picture: Pick<AcceptedImage, 'file' | 'format'>): Promise<Result<null>> {
    const { decodedBy } = formatOf(picture.format);
    if (decodedBy === 'browser' || decodedBy === 'page' || this.#fetched.has(picture.format)) return success(null);
    try {
      const { fetchDecoderFor } = await import('../../../decode/decoder-files');
      const fetched = await fetchDecoderFor(picture, (loadedBytes, totalBytes) => {
        this.extra.set({ loadedBytes, totalBytes });
      });
      if (fetched.ok) this.#fetched.add(picture.format);
      return fetched;
    } catch (error) {
      return failed({ kind: 'model-unavailable', detail: String(error) });
    } finally {
      this.extra.set(null);
    }
  }

  /** Loads the reader of the other scripts, where one is asked for, and tells how far that is. */
  async fetchScripts(script: ScriptChoice): Promise<Result<null>> {
    return script === DEFAULT_SCRIPT ? success(null) : this.#fetch('open-scripts', this.hasScripts);
  }

  /** Loads the reader of letters, where something with letters is expected, and tells how far that is. */
  async fetchPlates(expectation: Expectation = ANYTHING): Promise<Result<null>> {
    return expectsLetters(expectation) ? this.#fetch('open-plates', this.hasPlates) : success(null);
  }

  async #fetch(job: 'open-scripts' | 'open-plates', isThere: Store<boolean>): Promise<Result<null>> {
    if (isThere.get()) return success(null);
    try {
      const opened = await this.#recognizer.run(job, {}, { onProgress: (bytes) => this.extra.set(bytes) });
      if (!opened.ok) return opened;
      isThere.set(true);
      return success(null);
    } catch (error) {
      return failed({ kind: 'model-unavailable', detail: String(error) });
    } finally {
      this.extra.set(null);
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
