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

const TOGETHER_MS = 1_000;

/** Brings pictures and their readings into the history, pictures one at a time and in the order they came. */
export class UploadKeeper {
  readonly #history: UploadHistory;
  readonly #events: KeeperEvents;
  readonly #saving = new Map<string, Promise<void>>();
  /** Files that turned out to be no pictures. */
  readonly #refused = new Set<string>();
  /** Those of them of which a person knows. */
  readonly #told = new Set<string>();
  /** The next time that they leave the history. */
  #removal: Promise<void> | null = null;
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
   * of many, the names go first, so that a page that ends in the middle does not take them along. The names of those that
   * are left out stay until it was their turn to be read.
   */
  keep(jobs: readonly Job[]): void {
    if (jobs.length > 1) {
      this.#lastPicture = this.#lastPicture.then(() => this.#announce(jobs));
    }
    for (const job of jobs) {
      this.#lastPicture = this.#lastPicture.then(() => this.#savePicture(job));
      this.#track(job.id, this.#lastPicture);
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
        if (!(await this.#letGo(id))) {
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
      pictureSaved.then(async () => {
        await this.#letGo(job.id);
        await this.#saveReading(job, recognition);
      }),
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

  /** A file that was refused leaves the history once it is known what became of it. @returns whether it is one */
  async #letGo(id: string): Promise<boolean> {
    if (!this.#refused.has(id)) {
      return false;
    }
    this.#told.add(id);
    this.#removal ??= this.#removeTold();
    await this.#removal;
    return true;
  }

  /** Those of a second together, since every change lists the history anew. */
  async #removeTold(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, TOGETHER_MS));
    const told = [...this.#told];
    this.#told.clear();
    this.#removal = null;
    await this.#history.remove(told);
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
      await this.#letGo(id);
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
