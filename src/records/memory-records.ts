import type { RecognitionFailure } from '../contract/failure';
import type { Recognition } from '../contract/recognition';
import {
  type ReadRow,
  type WholeUpload,
  withCorrections,
  withFailure,
  withoutOther,
  withRecognition,
  withSwapped,
} from './read-row';
import type { CorrectedSummary, NewUpload, StoredCorrections, StoredReading, Thumbnail, Upload } from './upload';
import type { StoredPicture, UploadStore } from './upload-store';

interface Entry extends ReadRow {
  readonly bytes: ArrayBuffer;
  readonly thumbnail: Thumbnail | null;
  readonly trashedAt: number | null;
  /** Who staged it; null when it is to be seen. */
  readonly stagedBy: string | null;
}

function isKept({ trashedAt, stagedBy }: Entry): boolean {
  return trashedAt === null && stagedBy === null;
}

/** Keeps uploads as long as the page is open: the way on where the browser denies storage. */
export class MemoryUploads implements UploadStore {
  readonly #entries = new Map<string, Entry>();

  async list(): Promise<readonly Upload[]> {
    const kept = [...this.#entries.values()].filter(isKept);
    return kept.map((entry) => entry.upload).sort((a, b) => b.createdAt - a.createdAt);
  }

  async listBatch(batchId: string): Promise<readonly Upload[]> {
    return (await this.list()).filter((upload) => upload.batchId === batchId);
  }

  async find(id: string): Promise<Upload | null> {
    return this.#kept(id)?.upload ?? null;
  }

  async picture(id: string): Promise<StoredPicture | null> {
    const entry = this.#kept(id);
    return entry ? { name: entry.upload.name, mime: entry.upload.mime, bytes: entry.bytes } : null;
  }

  async thumbnail(id: string): Promise<Thumbnail | null> {
    return this.#entries.get(id)?.thumbnail ?? null;
  }

  async reading(id: string): Promise<StoredReading | null> {
    return this.#entries.get(id)?.current ?? null;
  }

  async row(id: string): Promise<ReadRow | null> {
    const entry = this.#entries.get(id);
    return entry && entry.stagedBy === null
      ? { upload: entry.upload, current: entry.current, other: entry.other }
      : null;
  }

  async addUpload(upload: NewUpload): Promise<void> {
    const { bytes, ...row } = upload;
    const kept: Upload = { ...row, size: bytes.byteLength, reading: null, otherReading: null, failure: null };
    const unread = { upload: kept, current: null, other: null };
    this.#entries.set(upload.id, { ...unread, bytes, thumbnail: null, trashedAt: null, stagedBy: null });
  }

  async addThumbnail(id: string, thumbnail: Thumbnail): Promise<void> {
    this.#change(id, (entry) => ({ ...entry, thumbnail }));
  }

  async addRecognition(id: string, recognition: Recognition): Promise<void> {
    this.#change(id, (entry) => ({ ...entry, ...withRecognition(entry, recognition) }));
  }

  async addFailure(id: string, failure: RecognitionFailure): Promise<void> {
    this.#change(id, (entry) => ({ ...entry, ...withFailure(entry, failure) }));
  }

  async saveCorrections(id: string, corrections: StoredCorrections | null, summary: CorrectedSummary): Promise<void> {
    this.#change(id, (entry) => ({ ...entry, ...withCorrections(entry, corrections, summary) }));
  }

  async swapReadings(ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      this.#change(id, (entry) => ({ ...entry, ...withSwapped(entry) }));
    }
  }

  async dropOtherReadings(ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      this.#change(id, (entry) => ({ ...entry, ...withoutOther(entry) }));
    }
  }

  async setTrashed(ids: readonly string[], trashedAt: number | null): Promise<void> {
    for (const id of ids) {
      this.#change(id, (entry) => ({ ...entry, trashedAt }));
    }
  }

  async purge(trashedUntil: number): Promise<void> {
    for (const [id, entry] of this.#entries) {
      if (entry.trashedAt !== null && entry.trashedAt <= trashedUntil) {
        this.#entries.delete(id);
      }
    }
  }

  async remove(ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      this.#entries.delete(id);
    }
  }

  async stage({ picture, ...upload }: WholeUpload, by: string): Promise<void> {
    const { id } = upload.upload;
    if (this.#entries.get(id)?.stagedBy === null) {
      throw new Error(`${id} is there already`);
    }
    this.#entries.set(id, { ...upload, bytes: picture, trashedAt: null, stagedBy: by });
  }

  async commit(ids: readonly string[], by: string, changed: readonly ReadRow[]): Promise<void> {
    const isStaged = ids.every((id) => this.#entries.get(id)?.stagedBy === by);
    if (!isStaged || changed.some(({ upload }) => !this.#entries.has(upload.id))) {
      throw new Error('what was staged is not there anymore');
    }
    for (const id of ids) {
      this.#change(id, (entry) => ({ ...entry, stagedBy: null }));
    }
    for (const row of changed) {
      this.#change(row.upload.id, (entry) => ({ ...entry, ...row, trashedAt: null }));
    }
  }

  async dropStaged(ids: readonly string[], by: string): Promise<void> {
    for (const id of ids) {
      if (this.#entries.get(id)?.stagedBy === by) {
        this.#entries.delete(id);
      }
    }
  }

  close(): void {
    this.#entries.clear();
  }

  #kept(id: string): Entry | undefined {
    const entry = this.#entries.get(id);
    return entry && isKept(entry) ? entry : undefined;
  }

  #change(id: string, change: (entry: Entry) => Entry): void {
    const entry = this.#entries.get(id);
    if (entry) {
      this.#entries.set(id, change(entry));
    }
  }
}
