import type { RecognitionFailure } from '../../contract/failure';
import type { Recognition } from '../../contract/recognition';
import { requestPersistence } from '../../history/request-persistence';
import type { UploadHistory } from '../../history/upload-history';
import { acceptFile } from '../../intake/accept-file';
import { mediaType } from './file-type';
import type { Job } from './job';
import { makeThumbnail } from './make-thumbnail';

/** Brings pictures and their readings into the history, one at a time and in the order they came. */
export class UploadKeeper {
  readonly #history: UploadHistory;
  readonly #onFailure: (id: string, failure: RecognitionFailure) => void;
  readonly #saving = new Map<string, Promise<void>>();
  #last: Promise<void> = Promise.resolve();
  #askedToPersist = false;

  constructor(history: UploadHistory, onFailure: (id: string, failure: RecognitionFailure) => void) {
    this.#history = history;
    this.#onFailure = onFailure;
  }

  /** Files that are no readable pictures are left out: reading them says why. */
  keep(job: Job): void {
    this.#last = this.#last.then(() => this.#savePicture(job)).finally(() => this.#saving.delete(job.id));
    this.#saving.set(job.id, this.#last);
  }

  /** Resolves when none of the pictures is on its way into the history anymore. */
  async settled(ids: readonly string[]): Promise<void> {
    await Promise.all(ids.map((id) => this.#saving.get(id)));
  }

  keepReading(job: Job, recognition: Recognition): void {
    this.#last = this.#last.then(async () => {
      const saved = await this.#history.addRecognition(job.id, recognition, job.file.name);
      if (!saved.ok) {
        this.#onFailure(job.id, saved.failure);
      }
    });
  }

  async #savePicture({ id, file, createdAt }: Job): Promise<void> {
    const accepted = await acceptFile(file);
    if (!accepted.ok) {
      return;
    }
    const mime = mediaType(accepted.value.format);
    const bytes = accepted.value.bytes.buffer;
    const saved = await this.#history.addUpload({ id, name: file.name, mime, createdAt, batchId: null, bytes });
    if (!saved.ok) {
      this.#onFailure(id, saved.failure);
      return;
    }
    if (!this.#askedToPersist) {
      this.#askedToPersist = true;
      void requestPersistence(navigator.storage);
    }
    const thumbnail = await makeThumbnail(new Blob([bytes], { type: mime }));
    if (thumbnail) {
      await this.#history.addThumbnail(id, thumbnail);
    }
  }
}
