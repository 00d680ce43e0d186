import { failed, type Result, success } from '../contract/result';
import { SpillingRecords } from '../records/spilling-records';
import { connectDevice } from './connect-device';
import type { HistoryPlace } from './history-place';
import { type OpenRecords, openOpenUploads } from './open-database';
import { storageFailure } from './storage-failure';
import type { NewUpload } from './upload';
import { Uploads } from './uploads';

/** How long a deletion can be undone when the page is closed before the trash is emptied. */
const TRASH_KEPT_MS = 10 * 60 * 1000;

type Method<Name extends keyof Uploads> = (...asked: Parameters<Uploads[Name]>) => Promise<Value<Name>>;
type Value<Name extends keyof Uploads> = Awaited<ReturnType<Uploads[Name]>>;
/** The method with an answer that is a failure where it rejects. */
type Answering<Name extends keyof Uploads> = (...asked: Parameters<Uploads[Name]>) => Promise<Result<Value<Name>>>;

/**
 * The uploads as pages see them: of the open history or of a profile, with listeners. Never rejects: where storage fails
 * the answer says so, and where the browser denies storage from the start, they live in memory (`place` tells). What
 * each question and each change does: see `Uploads`.
 */
export class UploadHistory {
  readonly #now: () => number;
  readonly #mostHeldBytes: number | undefined;
  readonly #listeners = new Set<() => void>();
  #records: SpillingRecords;
  #uploads: Promise<Uploads>;
  #place: HistoryPlace = 'opening';
  #revision = 0;
  #changes = 0;

  /** @param mostHeldBytes bytes of pictures in memory at most */
  constructor(open: OpenRecords = openOpenUploads, now: () => number = Date.now, mostHeldBytes?: number) {
    this.#now = now;
    this.#mostHeldBytes = mostHeldBytes;
    this.#records = new SpillingRecords(mostHeldBytes);
    this.#uploads = this.#connect(open);
  }

  get place(): HistoryPlace {
    return this.#place === 'device' && !this.#records.keepsNew ? 'page' : this.#place;
  }

  /** Whether a change is on its way to the device right now. */
  get isChanging(): boolean {
    return this.#changes > 0;
  }

  /** What the page holds, whether new uploads go to the device, and what that had no room for. */
  get held(): Readonly<Pick<SpillingRecords, 'holds' | 'keepsNew' | 'unsaved'>> {
    return this.#records;
  }

  /** @param keepsNew whether new uploads go to the device; what was in memory only goes there then too */
  async setKeeping(keepsNew: boolean): Promise<Result<void>> {
    const hasBegun = keepsNew && !this.#records.keepsNew;
    this.#records.keepsNew = keepsNew;
    this.#notify();
    return hasBegun ? this.saveHeld() : success(undefined);
  }

  /** Tries again to save what is in memory only. */
  saveHeld(): Promise<Result<void>> {
    const records = this.#records;
    return this.use((uploads) => uploads.inTurn(() => records.saveHeld()));
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

  list = this.#asking('list');
  listBatch = this.#asking('listBatch');
  find = this.#asking('find');
  picture = this.#asking('picture');
  thumbnail = this.#asking('thumbnail');
  reading = this.#asking('reading');

  announce = this.#changer('announce');
  addThumbnail = this.#changer('addThumbnail');
  addRecognition = this.#changer('addRecognition');
  addFailure = this.#changer('addFailure');
  saveCorrections = this.#changer('saveCorrections');
  swapReadings = this.#changer('swapReadings');
  dropOtherReadings = this.#changer('dropOtherReadings');
  describe = this.#changer('describe');
  trash = this.#changer('trash');
  restore = this.#changer('restore');
  emptyTrash = this.#changer('emptyTrash');
  remove = this.#changer('remove');
  readonly #add = this.#changer('addUpload');

  /** A failure names the file. */
  async addUpload(upload: NewUpload): Promise<Result<void>> {
    const added = await this.#add(upload);
    return added.ok ? added : failed({ ...added.failure, fileName: upload.name });
  }

  /**
   * Longer work with the uploads themselves, as a backup.
   *
   * @returns rejects with the signal's reason when the work fails after that was aborted
   */
  async use<Value>(work: (uploads: Uploads) => Promise<Value>, signal?: AbortSignal): Promise<Result<Value>> {
    const result = await this.#answer(work);
    this.#notify();
    if (!result.ok) {
      signal?.throwIfAborted();
    }
    return result;
  }

  /** Goes on with another history, that of a profile; null: the open one. */
  switchTo(open: OpenRecords | null): void {
    // Not waited for: as long as the page is locked, there is nothing to close.
    void this.close();
    const { keepsNew } = this.#records;
    this.#records = new SpillingRecords(this.#mostHeldBytes);
    this.#records.keepsNew = keepsNew;
    this.#place = 'opening';
    this.#uploads = this.#connect(open ?? openOpenUploads);
    this.#notify();
  }

  async close(): Promise<void> {
    (await this.#uploads).close();
  }

  /** Never rejects: where the browser denies storage, they live in memory. */
  async #connect(open: OpenRecords): Promise<Uploads> {
    const records = this.#records;
    const isShown = () => records === this.#records;
    const moveTo = (place: HistoryPlace) => {
      if (isShown()) {
        this.#place = place;
        this.#notify();
      }
    };
    const onTerminated = () => {
      if (isShown()) this.#uploads = this.#connect(open);
    };
    const [onBlocked, onOutdated] = [() => moveTo('blocked'), () => moveTo('outdated')];
    const { device, place } = await connectDevice(open, { onBlocked, onOutdated, onTerminated });
    records.connect(device);
    moveTo(place);
    const uploads = new Uploads(records, this.#now);
    // An undo may still be open in another tab, so only what lies there for a while goes.
    void uploads.purge(this.#now() - TRASH_KEPT_MS).catch(() => undefined);
    return uploads;
  }

  #asking<Name extends keyof Uploads>(name: Name): Answering<Name> {
    return async (...asked) => {
      const ask = (uploads: Uploads) => (uploads[name] as Method<Name>).apply(uploads, asked);
      const [records, uploads] = [this.#records, this.#uploads];
      const answer = await this.#answer(ask);
      // The browser may have closed the database in the middle of it, and the same history was opened anew.
      const isReopened = this.#records === records && this.#uploads !== uploads;
      return !answer.ok && isReopened ? this.#answer(ask) : answer;
    };
  }

  #changer<Name extends keyof Uploads>(name: Name): Answering<Name> {
    const change = this.#asking(name);
    return async (...asked) => {
      this.#changes += 1;
      const result = await change(...asked);
      this.#changes -= 1;
      // What had no room on the device may be in memory now.
      if (result.ok || result.failure.kind === 'storage-full') {
        this.#notify();
      }
      return result;
    };
  }

  async #answer<Value>(question: (uploads: Uploads) => Promise<Value>): Promise<Result<Value>> {
    try {
      return success(await question(await this.#uploads));
    } catch (error) {
      return failed(storageFailure(error));
    }
  }

  #notify(): void {
    this.#revision += 1;
    for (const listener of this.#listeners) {
      listener();
    }
  }
}
