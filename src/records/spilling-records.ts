import type { RecognitionFailure } from '../contract/failure';
import type { Recognition } from '../contract/recognition';
import { MemoryUploads } from './memory-uploads';
import type { ReadRow, WholeUpload } from './read-row';
import type { CorrectedSummary, NewUpload, StoredCorrections, StoredReading, Thumbnail, Upload } from './upload';
import type { StoredPicture, UploadStore } from './upload-store';
import { wholeUpload } from './whole-upload';

/** Bytes of pictures that are held in memory at most; what comes then is shown as long as its page is, and not kept. */
const MOST_HELD_BYTES = 256 * 1024 * 1024;

/** What a page holds in memory beside its store, because that has no room or is not to keep it. */
export class HeldUploads {
  readonly memory = new MemoryUploads();
  /** Those for which the device had no room, each hiding its older state there. */
  readonly refused = new Set<string>();
  /** Those that the person does not want to be kept. */
  readonly passing = new Set<string>();
  /** Whether new uploads go to the device. */
  keepsNew = true;
  #bytes = 0;

  has(id: string): boolean {
    return this.refused.has(id) || this.passing.has(id);
  }

  /** @returns false when that would be too much for the page's memory */
  async add(upload: NewUpload, reason: 'refused' | 'passing'): Promise<boolean> {
    if (this.#bytes + upload.bytes.byteLength > MOST_HELD_BYTES) {
      return false;
    }
    this.#bytes += upload.bytes.byteLength;
    await this.memory.addUpload(upload);
    this[reason].add(upload.id);
    return true;
  }

  /** Takes the state of an upload from the device, so that changes to it are not lost. */
  async shadow(whole: WholeUpload): Promise<void> {
    const { id } = whole.upload;
    await this.memory.stage(whole, id);
    await this.memory.commit([id], id, []);
    this.#bytes += whole.picture.byteLength;
    this.refused.add(id);
  }

  async drop(id: string): Promise<void> {
    this.#bytes -= (await this.memory.picture(id))?.bytes.byteLength ?? 0;
    await this.memory.remove([id]);
    this.refused.delete(id);
    this.passing.delete(id);
  }
}

function isFull(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError';
}

/**
 * A store that loses nothing when the device has no room: what it could not keep is held in memory and looks the same
 * to everybody who asks, until `saveHeld` finds room. The change that found none rejects all the same, so that people
 * are told.
 */
export class SpillUploads implements UploadStore {
  readonly #device: UploadStore;
  readonly #held: HeldUploads;

  constructor(device: UploadStore, held: HeldUploads) {
    this.#device = device;
    this.#held = held;
  }

  async list(): Promise<readonly Upload[]> {
    const [kept, held] = await Promise.all([this.#device.list(), this.#held.memory.list()]);
    return this.#together(kept, held);
  }

  async listBatch(batchId: string): Promise<readonly Upload[]> {
    const [kept, held] = await Promise.all([this.#device.listBatch(batchId), this.#held.memory.listBatch(batchId)]);
    return this.#together(kept, held);
  }

  find(id: string): Promise<Upload | null> {
    return this.#of(id).find(id);
  }

  picture(id: string): Promise<StoredPicture | null> {
    return this.#of(id).picture(id);
  }

  thumbnail(id: string): Promise<Thumbnail | null> {
    return this.#of(id).thumbnail(id);
  }

  reading(id: string): Promise<StoredReading | null> {
    return this.#of(id).reading(id);
  }

  row(id: string): Promise<ReadRow | null> {
    return this.#of(id).row(id);
  }

  async addUpload(upload: NewUpload): Promise<void> {
    if (!this.#held.keepsNew && (await this.#held.add(upload, 'passing'))) {
      return;
    }
    try {
      await this.#device.addUpload(upload);
    } catch (error) {
      if (isFull(error)) {
        await this.#held.add(upload, 'refused');
      }
      throw error;
    }
  }

  addThumbnail(id: string, thumbnail: Thumbnail): Promise<void> {
    return this.#of(id).addThumbnail(id, thumbnail);
  }

  addRecognition(id: string, recognition: Recognition): Promise<void> {
    return this.#change([id], (store) => store.addRecognition(id, recognition));
  }

  addFailure(id: string, failure: RecognitionFailure): Promise<void> {
    return this.#change([id], (store) => store.addFailure(id, failure));
  }

  saveCorrections(id: string, corrections: StoredCorrections | null, summary: CorrectedSummary): Promise<void> {
    return this.#change([id], (store) => store.saveCorrections(id, corrections, summary));
  }

  swapReadings(ids: readonly string[]): Promise<void> {
    return this.#change(ids, (store, some) => store.swapReadings(some));
  }

  dropOtherReadings(ids: readonly string[]): Promise<void> {
    return this.#change(ids, (store, some) => store.dropOtherReadings(some));
  }

  /** To both: what is held may have an older state on the device. */
  async setTrashed(ids: readonly string[], trashedAt: number | null): Promise<void> {
    await this.#held.memory.setTrashed(ids, trashedAt);
    await this.#device.setTrashed(ids, trashedAt);
  }

  async purge(trashedUntil: number): Promise<void> {
    await Promise.all([this.#held.memory.purge(trashedUntil), this.#device.purge(trashedUntil)]);
    await this.#forgetPurged();
  }

  async remove(ids: readonly string[]): Promise<void> {
    await Promise.all([this.#held.memory.remove(ids), this.#device.remove(ids)]);
    await this.#forgetPurged();
  }

  stage(upload: WholeUpload, by: string): Promise<void> {
    return (this.#held.keepsNew ? this.#device : this.#held.memory).stage(upload, by);
  }

  async commit(ids: readonly string[], by: string, changed: readonly ReadRow[]): Promise<void> {
    const kept = changed.filter(({ upload }) => !this.#held.has(upload.id));
    const held = changed.filter(({ upload }) => this.#held.has(upload.id));
    const { keepsNew, memory, passing } = this.#held;
    await this.#device.commit(keepsNew ? ids : [], by, kept);
    await memory.commit(keepsNew ? [] : ids, by, held);
    for (const id of keepsNew ? [] : ids) {
      passing.add(id);
    }
  }

  async dropStaged(ids: readonly string[], by: string): Promise<void> {
    await Promise.all([this.#held.memory.dropStaged(ids, by), this.#device.dropStaged(ids, by)]);
  }

  close(): void {
    this.#device.close();
  }

  /**
   * Brings what is held to the device, the smallest first, so that as many as possible are safe.
   *
   * @returns rejects when there is no room for the next one; what was saved before stays saved
   */
  async saveHeld(): Promise<void> {
    const { memory } = this.#held;
    const uploads = [...(await memory.list())].sort((a, b) => a.size - b.size);
    for (const { id } of uploads) {
      const whole = await wholeUpload(memory, id);
      if (whole) {
        await this.#bringToDevice(whole);
        await this.#held.drop(id);
      }
    }
  }

  async #bringToDevice(whole: WholeUpload): Promise<void> {
    const { picture: _picture, thumbnail: _thumbnail, ...row } = whole;
    const { id } = whole.upload;
    if (await this.#device.row(id)) {
      await this.#device.commit([], id, [row]);
      return;
    }
    try {
      await this.#device.stage(whole, id);
      await this.#device.commit([id], id, []);
    } catch (error) {
      await this.#device.dropStaged([id], id);
      throw error;
    }
  }

  #of(id: string): UploadStore {
    return this.#held.has(id) ? this.#held.memory : this.#device;
  }

  #together(kept: readonly Upload[], held: readonly Upload[]): readonly Upload[] {
    const seen = kept.filter((upload) => !this.#held.has(upload.id));
    return held.length === 0 ? seen : [...seen, ...held].sort((a, b) => b.createdAt - a.createdAt);
  }

  async #change(
    ids: readonly string[],
    change: (store: UploadStore, ids: readonly string[]) => Promise<void>,
  ): Promise<void> {
    const held = ids.filter((id) => this.#held.has(id));
    if (held.length > 0) {
      await change(this.#held.memory, held);
    }
    const kept = ids.filter((id) => !this.#held.has(id));
    if (kept.length === 0) {
      return;
    }
    try {
      await change(this.#device, kept);
    } catch (error) {
      const [only] = kept;
      const whole = isFull(error) && kept.length === 1 && only ? await wholeUpload(this.#device, only) : null;
      if (whole) {
        await this.#held.shadow(whole);
        await change(this.#held.memory, kept);
      }
      throw error;
    }
  }

  async #forgetPurged(): Promise<void> {
    for (const id of [...this.#held.refused, ...this.#held.passing]) {
      if (!(await this.#held.memory.row(id))) {
        await this.#held.drop(id);
      }
    }
  }
}
