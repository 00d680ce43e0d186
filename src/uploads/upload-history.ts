import { failed, type Result, success } from '../contract/result';
import { openOpenUploads } from './open-database';
import { storageFailure } from './storage-failure';
import { type HistoryPlace, type OpenRecords, UploadConnection } from './upload-connection';
import type { Uploads } from './uploads';

type Parameter<Name extends keyof Uploads> = Parameters<Uploads[Name]>;

/**
 * The uploads as pages see them: of the open history or of a profile, with listeners. Never rejects: where storage fails
 * the answer says so, and where the browser denies storage from the start, they live in memory (`place` tells). What
 * each question and each change does: see `Uploads`.
 */
export class UploadHistory {
  readonly #now: () => number;
  readonly #mostHeldBytes: number | undefined;
  readonly #listeners = new Set<() => void>();
  #connection: UploadConnection;
  #revision = 0;
  #changing = 0;

  /** @param mostHeldBytes bytes of pictures in memory at most */
  constructor(open: OpenRecords = openOpenUploads, now: () => number = Date.now, mostHeldBytes?: number) {
    this.#now = now;
    this.#mostHeldBytes = mostHeldBytes;
    this.#connection = this.#connect(open);
  }

  get place(): HistoryPlace {
    return this.#connection.place;
  }

  /** Whether a change is on its way to the device right now. */
  get isChanging(): boolean {
    return this.#changing > 0;
  }

  /** Uploads that are in memory only, because the device had no room for them or for what was read in them. */
  get unsavedCount(): number {
    return this.#connection.records.unsaved.size;
  }

  /** Whether new uploads go to the device. */
  get keepsNew(): boolean {
    return this.#connection.records.keepsNew;
  }

  isUnsaved(id: string): boolean {
    return this.#connection.records.unsaved.has(id);
  }

  /** Whether the page holds the upload, saved or not, so that nobody else has to. */
  holds(id: string): boolean {
    return this.#connection.records.holds(id);
  }

  /** @param keepsNew whether new uploads go to the device; what was in memory only goes there then too */
  async setKeeping(keepsNew: boolean): Promise<Result<void>> {
    const hasBegun = keepsNew && !this.keepsNew;
    this.#connection.records.keepsNew = keepsNew;
    this.#notify();
    return hasBegun ? this.saveHeld() : success(undefined);
  }

  /** Tries again to save what is in memory only. */
  async saveHeld(): Promise<Result<void>> {
    const records = this.#connection.records;
    const saved = await this.#ask((uploads) => uploads.inTurn(() => records.saveHeld()));
    this.#notify();
    return saved;
  }

  /** Grows with every change, so that views know when to load again. */
  get revision(): number {
    return this.#revision;
  }

  /** @returns a function that ends the subscription */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  list = () => this.#ask((uploads) => uploads.list());
  listBatch = (batchId: string) => this.#ask((uploads) => uploads.listBatch(batchId));
  find = (id: string) => this.#ask((uploads) => uploads.find(id));
  picture = (id: string) => this.#ask((uploads) => uploads.picture(id));
  thumbnail = (id: string) => this.#ask((uploads) => uploads.thumbnail(id));
  /** What an older version read is brought up to today's form. */
  reading = (id: string) => {
    return this.#ask(async (uploads) => {
      const stored = await uploads.reading(id);
      if (!stored || 'numbers' in stored.recognition) return stored;
      const { upgradeRecognition } = await import('../numbers/upgrade-recognition');
      return { ...stored, recognition: upgradeRecognition(stored.recognition) };
    });
  };

  addUpload = (...[upload]: Parameter<'addUpload'>) => {
    return this.#change((uploads) => uploads.addUpload(upload), upload.name);
  };
  addThumbnail = (...what: Parameter<'addThumbnail'>) => this.#change((uploads) => uploads.addThumbnail(...what));
  addFailure = (...what: Parameter<'addFailure'>) => this.#change((uploads) => uploads.addFailure(...what));
  addRecognition = (...[id, recognition, fileName]: [...Parameter<'addRecognition'>, fileName?: string]) => {
    return this.#change((uploads) => uploads.addRecognition(id, recognition), fileName);
  };
  saveCorrections = (...what: Parameter<'saveCorrections'>) => {
    return this.#change((uploads) => uploads.saveCorrections(...what));
  };
  swapReadings = (ids: readonly string[]) => this.#change((uploads) => uploads.swapReadings(ids));
  dropOtherReadings = (ids: readonly string[]) => this.#change((uploads) => uploads.dropOtherReadings(ids));
  describe = (...what: Parameter<'describe'>) => this.#change((uploads) => uploads.describe(...what));
  trash = (ids: readonly string[]) => this.#change((uploads) => uploads.trash(ids));
  restore = (ids: readonly string[]) => this.#change((uploads) => uploads.restore(ids));
  emptyTrash = (ids: readonly string[]) => this.#change((uploads) => uploads.emptyTrash(ids));
  remove = (ids: readonly string[]) => this.#change((uploads) => uploads.remove(ids));

  /**
   * Longer work with the uploads themselves, as a backup.
   *
   * @returns rejects with the signal's reason when the work fails after that was aborted
   */
  async use<Value>(work: (uploads: Uploads) => Promise<Value>, signal?: AbortSignal): Promise<Result<Value>> {
    try {
      return await this.#ask(work, undefined, signal);
    } finally {
      this.#notify();
    }
  }

  /** Goes on with another history, that of a profile; null: the open one. */
  switchTo(open: OpenRecords | null): void {
    // Not waited for: as long as the page is locked, there is nothing to close.
    void this.#connection.uploads.then((last) => last.close());
    const { keepsNew } = this;
    this.#connection = this.#connect(open ?? openOpenUploads);
    this.#connection.records.keepsNew = keepsNew;
    this.#notify();
  }

  /** Resolves when no change is on its way to the device anymore. */
  async settled(): Promise<void> {
    await (await this.#connection.uploads).settled();
  }

  async close(): Promise<void> {
    (await this.#connection.uploads).close();
  }

  #connect(open: OpenRecords): UploadConnection {
    const onPlace = () => this.#notify();
    return new UploadConnection(open, { now: this.#now, mostHeldBytes: this.#mostHeldBytes, onPlace });
  }

  async #ask<Value>(
    question: (uploads: Uploads) => Promise<Value>,
    fileName?: string,
    signal?: AbortSignal,
  ): Promise<Result<Value>> {
    try {
      return success(await question(await this.#connection.uploads));
    } catch (error) {
      signal?.throwIfAborted();
      return failed(storageFailure(error, fileName));
    }
  }

  async #change<Value>(change: (uploads: Uploads) => Promise<Value>, fileName?: string): Promise<Result<Value>> {
    this.#changing += 1;
    const result = await this.#ask(change, fileName);
    this.#changing -= 1;
    // What had no room on the device may be in memory now.
    if (result.ok || result.failure.kind === 'storage-full') {
      this.#notify();
    }
    return result;
  }

  #notify(): void {
    this.#revision += 1;
    for (const listener of this.#listeners) {
      listener();
    }
  }
}
