import type { AcceptedImage } from '../../../contract/accepted-image';
import type { RecognitionFailure } from '../../../contract/failure';
import { mediaType } from '../../../contract/image-formats';
import type { Recognition } from '../../../contract/recognition';
import { requestPersistence } from '../../../uploads/request-persistence';
import type { AnnouncedUpload } from '../../../uploads/upload';
import type { UploadHistory } from '../../../uploads/upload-history';
import type { Job } from './job';

/** What became of a picture or a reading on its way into the history. */
interface KeeperEvents {
  readonly onPictureKept: (id: string) => void;
  readonly onReadingKept: (id: string) => void;
  readonly onFailure: (id: string, failure: RecognitionFailure) => void;
}

/** Brings pictures and their readings into the history, pictures one at a time and in the order they came. */
export class UploadKeeper {
  readonly #history: UploadHistory;
  readonly #events: KeeperEvents;
  readonly #saving = new Map<string, Promise<void>>();
  /** Announced files that turned out to be no pictures: they leave the history together, since every change lists it anew. */
  readonly #refused = new Set<string>();
  #lastPicture: Promise<void> = Promise.resolve();
  #lastThumbnail: Promise<void> = Promise.resolve();
  #askedToPersist = false;
  readonly #storage = navigator.storage;
  #count = 0;

  constructor(history: UploadHistory, events: KeeperEvents) {
    this.#history = history;
    this.#events = events;
  }

  /**
   * Files that are no readable pictures are left out: reading them says why. The others are saved one after the other;
   * of many, the names go first, so that a page that ends in the middle does not take them along.
   */
  keep(jobs: readonly Job[]): void {
    if (jobs.length > 1) {
      this.#lastPicture = this.#lastPicture.then(() => this.#announce(jobs));
    }
    for (const job of jobs) {
      this.#lastPicture = this.#lastPicture.then(() => this.#savePicture(job));
      this.#track(job.id, this.#lastPicture);
    }
    if (jobs.length > 1) {
      this.#lastPicture = this.#lastPicture.then(() => this.#removeRefused());
    }
  }

  /** Resolves when none of the pictures is on its way into the history anymore. */
  async settled(ids: readonly string[]): Promise<void> {
    await Promise.all(ids.map((id) => this.#saving.get(id)));
  }

  /** Whether something is on its way into the history right now. */
  get isSaving(): boolean {
    return this.#count > 0;
  }

  /** Why the picture could not be read, to be known after a reload too. */
  keepFailure({ id }: Job, failure: RecognitionFailure): void {
    const pictureSaved = this.#saving.get(id) ?? Promise.resolve();
    this.#track(
      id,
      pictureSaved.then(async () => {
        if (!this.#refused.has(id)) {
          await this.#history.addFailure(id, failure);
        }
      }),
    );
  }

  /** Waits for the picture itself, but not for the pictures behind it. */
  keepReading(job: Job, recognition: Recognition): void {
    const pictureSaved = this.#saving.get(job.id) ?? Promise.resolve();
    this.#track(
      job.id,
      pictureSaved.then(() => this.#saveReading(job, recognition)),
    );
  }

  #track(id: string, work: Promise<void>): void {
    this.#count += 1;
    const tracked = work.finally(() => {
      this.#count -= 1;
      if (this.#saving.get(id) === tracked) {
        this.#saving.delete(id);
      }
    });
    this.#saving.set(id, tracked);
  }

  async #saveReading({ id, name, script }: Job, recognition: Recognition): Promise<void> {
    const saved = await this.#history.addRecognition(id, recognition, script !== undefined);
    if (!saved.ok) {
      this.#events.onFailure(id, { ...saved.failure, fileName: name });
    }
    if (saved.ok || this.#history.held.holds(id)) {
      this.#events.onReadingKept(id);
    }
  }

  /** What cannot be announced is saved all the same. */
  async #announce(jobs: readonly Job[]): Promise<void> {
    await this.#history.announce(jobs.map(rowOf));
  }

  async #removeRefused(): Promise<void> {
    await this.#history.remove([...this.#refused]);
    this.#refused.clear();
  }

  async #savePicture(job: Job): Promise<void> {
    const { id, name, incoming } = job;
    const accepted = await incoming?.accept();
    const bytes = accepted?.ok ? await incoming?.takeBytes() : null;
    if (!bytes) {
      this.#refused.add(id);
    }
    if (!incoming || !accepted?.ok) {
      return;
    }
    if (!bytes) {
      this.#events.onFailure(id, { kind: 'undecodable', fileName: name });
      return;
    }
    const mime = mediaType(accepted.value.format);
    const saved = await this.#history.addUpload({ ...rowOf(job), mime, bytes });
    if (!saved.ok) {
      this.#events.onFailure(id, saved.failure);
    }
    // Where there is no room on the device, the history holds it in memory.
    if (!saved.ok && !this.#history.held.holds(id)) {
      return;
    }
    this.#events.onPictureKept(id);
    if (!this.#askedToPersist) {
      this.#askedToPersist = true;
      void requestPersistence(this.#storage);
    }
    // Pictures come first: what is saved survives closing the page, a thumbnail can be missed.
    this.#lastThumbnail = this.#lastThumbnail.then(() => this.#saveThumbnail(id, accepted.value));
  }

  async #saveThumbnail(id: string, image: AcceptedImage): Promise<void> {
    // Nobody's first visit waits for what makes thumbnails.
    const making = await import('./make-thumbnail').catch(() => null);
    const thumbnail = await making?.makeThumbnail(image);
    if (thumbnail) {
      await this.#history.addThumbnail(id, thumbnail);
    }
  }
}

/** What the history knows of a job's picture before its bytes. */
function rowOf({ id, name, createdAt, batchId, place }: Job): AnnouncedUpload {
  return { id, name, createdAt, batchId, ...(place !== undefined && { place }) };
}
