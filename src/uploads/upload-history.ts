import type { RecognitionFailure } from '../contract/failure';
import type { Recognition } from '../contract/recognition';
import { failed, type Result, success } from '../contract/result';
import { upgradeRecognition } from '../numbers/upgrade-recognition';
import { type ConnectionEvents, openIndexedUploads } from './indexed-uploads';
import { MemoryUploads } from './memory-uploads';
import { RecordDamagedError } from './record-damaged-error';
import { HeldUploads, SpillUploads } from './spill-uploads';
import type { CorrectedSummary, NewUpload, StoredCorrections, StoredReading, Thumbnail, Upload } from './upload';
import type { StoredPicture, UploadStore } from './upload-store';

/**
 * opening: not known yet. device: IndexedDB. memory: storage is denied, all is gone with the page. page: the same, because
 * the person wants it so. blocked: another tab
 * holds an older database open. outdated: a newer version of the app took the database over; this page must reload.
 */
export type HistoryPlace = 'opening' | 'device' | 'memory' | 'page' | 'blocked' | 'outdated';

/** How long a deletion can be undone when the page is closed before the trash is emptied. */
const TRASH_KEPT_MS = 10 * 60 * 1000;

function storageFailureKind(error: unknown): RecognitionFailure['kind'] {
  if (error instanceof RecordDamagedError) {
    return 'record-damaged';
  }
  const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
  return isFull ? 'storage-full' : 'storage-unavailable';
}

function storageFailure(error: unknown, fileName?: string): RecognitionFailure {
  return {
    kind: storageFailureKind(error),
    detail: String(error),
    ...(fileName === undefined ? {} : { fileName }),
  };
}

/**
 * Every picture handed in and what was read in it. Never rejects: where storage fails the answer says so, and where
 * the browser denies storage from the start, the history lives in memory (`place` tells).
 */
export class UploadHistory {
  #open: (events: ConnectionEvents) => Promise<UploadStore>;
  readonly #now: () => number;
  readonly #listeners = new Set<() => void>();
  #store: Promise<UploadStore>;
  #held = new HeldUploads();
  #place: HistoryPlace = 'opening';
  #revision = 0;
  #changing = 0;

  constructor(open = openIndexedUploads, now: () => number = Date.now) {
    this.#open = open;
    this.#now = now;
    this.#store = this.#connect();
  }

  get place(): HistoryPlace {
    return this.#place === 'device' && !this.#held.keepsNew ? 'page' : this.#place;
  }

  /** Whether a change is on its way to the device right now. */
  get isChanging(): boolean {
    return this.#changing > 0;
  }

  /** Uploads that are in memory only, because the device had no room for them or for what was read in them. */
  get unsavedCount(): number {
    return this.#held.refused.size;
  }

  /** Whether new uploads go to the device. */
  get keepsNew(): boolean {
    return this.#held.keepsNew;
  }

  isUnsaved(id: string): boolean {
    return this.#held.refused.has(id);
  }

  /** Whether the page holds the upload, saved or not, so that nobody else has to. */
  holds(id: string): boolean {
    return this.#held.has(id);
  }

  /** @param keepsNew whether new uploads go to the device; what was in memory only goes there then too */
  async setKeeping(keepsNew: boolean): Promise<Result<void>> {
    const hasBegun = keepsNew && !this.#held.keepsNew;
    this.#held.keepsNew = keepsNew;
    this.#notify();
    return hasBegun ? this.saveHeld() : success(undefined);
  }

  /** Tries again to save what is in memory only. */
  async saveHeld(): Promise<Result<void>> {
    const saved = await this.#ask(async (store) => {
      if (store instanceof SpillUploads) {
        await store.saveHeld();
      }
    });
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

  /** Newest first. */
  list(): Promise<Result<readonly Upload[]>> {
    return this.#ask((store) => store.list());
  }

  /** The uploads of one batch, in the order they came. */
  listBatch(batchId: string): Promise<Result<readonly Upload[]>> {
    return this.#ask((store) => store.listBatch(batchId));
  }

  find(id: string): Promise<Result<Upload | null>> {
    return this.#ask((store) => store.find(id));
  }

  picture(id: string): Promise<Result<StoredPicture | null>> {
    return this.#ask((store) => store.picture(id));
  }

  thumbnail(id: string): Promise<Result<Thumbnail | null>> {
    return this.#ask((store) => store.thumbnail(id));
  }

  /** The recognition that counts with its corrections; null when the picture has not been read. */
  reading(id: string): Promise<Result<StoredReading | null>> {
    return this.#ask(async (store) => {
      const stored = await store.reading(id);
      return stored && { ...stored, recognition: upgradeRecognition(stored.recognition) };
    });
  }

  addUpload(upload: NewUpload): Promise<Result<void>> {
    return this.#change((store) => store.addUpload(upload), upload.name);
  }

  /** Keeps why the picture could not be read, so that it is known after a reload too. */
  addFailure(id: string, failure: RecognitionFailure): Promise<Result<void>> {
    return this.#change((store) => store.addFailure(id, failure));
  }

  addThumbnail(id: string, thumbnail: Thumbnail): Promise<Result<void>> {
    return this.#change((store) => store.addThumbnail(id, thumbnail));
  }

  /** Does nothing when the upload was deleted in the meantime. What was read before stays beside, to be compared. */
  addRecognition(id: string, recognition: Recognition, fileName?: string): Promise<Result<void>> {
    return this.#change((store) => store.addRecognition(id, recognition), fileName);
  }

  /** @param corrections null takes them away */
  saveCorrections(id: string, corrections: StoredCorrections | null, summary: CorrectedSummary): Promise<Result<void>> {
    return this.#change((store) => store.saveCorrections(id, corrections, summary));
  }

  /** Makes the readings that stand beside count, and the other way round. */
  swapReadings(ids: readonly string[]): Promise<Result<void>> {
    return this.#change((store) => store.swapReadings(ids));
  }

  /** Ends the comparison: only the readings that count stay. */
  dropOtherReadings(ids: readonly string[]): Promise<Result<void>> {
    return this.#change((store) => store.dropOtherReadings(ids));
  }

  /** Takes uploads out of the list; `restore` brings them back until `emptyTrash`. */
  trash(ids: readonly string[]): Promise<Result<void>> {
    return this.#change((store) => store.setTrashed(ids, this.#now()));
  }

  restore(ids: readonly string[]): Promise<Result<void>> {
    return this.#change((store) => store.setTrashed(ids, null));
  }

  /** Really removes uploads, without undo. */
  remove(ids: readonly string[]): Promise<Result<void>> {
    return this.#change((store) => store.remove(ids));
  }

  emptyTrash(): Promise<Result<void>> {
    return this.#change((store) => store.purge(this.#now()));
  }

  /**
   * Longer work with the store itself, as a backup.
   *
   * @returns rejects with the signal's reason when the work fails after that was aborted
   */
  async use<Value>(work: (store: UploadStore) => Promise<Value>, signal?: AbortSignal): Promise<Result<Value>> {
    try {
      return await this.#ask(work, undefined, signal);
    } finally {
      this.#notify();
    }
  }

  /** Goes on with another store, that of a profile; null: the open one. */
  switchTo(open: ((events: ConnectionEvents) => Promise<UploadStore>) | null): void {
    // Not waited for: as long as the page is locked, there is no store to close.
    void this.#store.then((last) => last.close());
    this.#open = open ?? openIndexedUploads;
    const { keepsNew } = this.#held;
    this.#held = Object.assign(new HeldUploads(), { keepsNew });
    this.#place = 'opening';
    this.#store = this.#connect();
    this.#notify();
  }

  async close(): Promise<void> {
    (await this.#store).close();
  }

  async #connect(): Promise<UploadStore> {
    try {
      const store = await this.#open({
        onBlocked: () => this.#moveTo('blocked'),
        onOutdated: () => this.#moveTo('outdated'),
        onTerminated: () => {
          this.#store = this.#connect();
        },
      });
      this.#moveTo('device');
      // An undo may still be open in another tab, so only what lies there for a while goes.
      void store.purge(this.#now() - TRASH_KEPT_MS).catch(() => undefined);
      return new SpillUploads(store, this.#held);
    } catch {
      this.#moveTo('memory');
      return new MemoryUploads();
    }
  }

  async #ask<Value>(
    question: (store: UploadStore) => Promise<Value>,
    fileName?: string,
    signal?: AbortSignal,
  ): Promise<Result<Value>> {
    try {
      return success(await question(await this.#store));
    } catch (error) {
      signal?.throwIfAborted();
      return failed(storageFailure(error, fileName));
    }
  }

  async #change(change: (store: UploadStore) => Promise<void>, fileName?: string): Promise<Result<void>> {
    this.#changing += 1;
    const result = await this.#ask(change, fileName);
    this.#changing -= 1;
    // What had no room on the device may be in memory now.
    if (result.ok || result.failure.kind === 'storage-full') {
      this.#notify();
    }
    return result;
  }

  #moveTo(place: HistoryPlace): void {
    this.#place = place;
    this.#notify();
  }

  #notify(): void {
    this.#revision += 1;
    for (const listener of this.#listeners) {
      listener();
    }
  }
}
