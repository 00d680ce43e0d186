import { openDB } from 'idb';
import type { Recognition } from '../contract/recognition';
import { type ReadRow, withCorrections, withoutOther, withRecognition, withSwapped } from './read-row';
import {
  ALL_STORES,
  DATABASE_NAME,
  type HistoryDatabase,
  type HistorySchema,
  type ReadingRecord,
  type UploadRecord,
} from './schema';
import { DATABASE_VERSION, UPGRADES } from './upgrades';
import type { CorrectedSummary, NewUpload, StoredCorrections, Thumbnail, Upload } from './upload';
import type { StoredPicture, StoredReading, UploadStore } from './upload-store';

/** Rows that are taken out of the database at once: thousands in one go would hold the page up. */
const LIST_PART = 500;

/** What the browser tells about the connection after it was asked for. */
export interface ConnectionEvents {
  /** Another tab holds an older version of the database open; opening waits for it. */
  readonly onBlocked: () => void;
  /** A newer version of the app wants the database; this connection is closed now. */
  readonly onOutdated: () => void;
  /** The browser closed the connection (site data cleared, disk trouble). */
  readonly onTerminated: () => void;
}

/** A glyph may be a view into a large shared buffer, and structured cloning would store all of that. */
function withOwnGlyphs(recognition: Recognition): Recognition {
  const digits = recognition.digits.map((digit) => ({
    ...digit,
    glyph: { side: digit.glyph.side, data: digit.glyph.data.slice() },
  }));
  return { ...recognition, digits };
}

function storedReading({ recognition, corrections = null }: ReadingRecord): StoredReading {
  return { recognition, corrections };
}

/** Opens the history in IndexedDB, upgrading it if needed; rejects where the browser denies storage. */
export async function openIndexedUploads(events: ConnectionEvents): Promise<UploadStore> {
  const database = await openDB<HistorySchema>(DATABASE_NAME, DATABASE_VERSION, {
    async upgrade(opened, oldVersion, _newVersion, transaction) {
      for (const upgrade of UPGRADES.slice(oldVersion)) {
        await upgrade(opened, transaction);
      }
    },
    blocked: () => events.onBlocked(),
    blocking: (_current, _blocked, event) => {
      (event.target as IDBDatabase).close();
      events.onOutdated();
    },
    terminated: () => events.onTerminated(),
  });
  return new IndexedUploads(database);
}

class IndexedUploads implements UploadStore {
  readonly #database: HistoryDatabase;

  constructor(database: HistoryDatabase) {
    this.#database = database;
  }

  async list(): Promise<readonly Upload[]> {
    const { store } = this.#database.transaction('uploads');
    const kept: UploadRecord[] = [];
    let range: IDBKeyRange | null = null;
    for (;;) {
      const part: UploadRecord[] = await store.getAll(range, LIST_PART);
      kept.push(...part.filter((record) => record.trashedAt === null));
      const last = part.at(-1);
      if (!last || part.length < LIST_PART) {
        return kept.sort((a, b) => b.createdAt - a.createdAt);
      }
      range = IDBKeyRange.lowerBound(last.id, true);
    }
  }

  async listBatch(batchId: string): Promise<readonly Upload[]> {
    const records = await this.#database.getAllFromIndex('uploads', 'by-batch', batchId);
    return records.filter((record) => record.trashedAt === null).sort((a, b) => b.createdAt - a.createdAt);
  }

  async find(id: string): Promise<Upload | null> {
    const record = await this.#database.get('uploads', id);
    return record && record.trashedAt === null ? record : null;
  }

  async picture(id: string): Promise<StoredPicture | null> {
    const [upload, record] = await Promise.all([this.find(id), this.#database.get('pictures', id)]);
    return upload && record ? { name: upload.name, mime: upload.mime, bytes: record.bytes } : null;
  }

  async thumbnail(id: string): Promise<Thumbnail | null> {
    return (await this.#database.get('thumbnails', id)) ?? null;
  }

  async reading(id: string): Promise<StoredReading | null> {
    const record = await this.#database.get('readings', id);
    return record ? storedReading(record) : null;
  }

  async addUpload(upload: NewUpload): Promise<void> {
    const { bytes, ...row } = upload;
    const transaction = this.#database.transaction(['uploads', 'pictures'], 'readwrite');
    await Promise.all([
      transaction
        .objectStore('uploads')
        .put({ ...row, size: bytes.byteLength, reading: null, otherReading: null, trashedAt: null }),
      transaction.objectStore('pictures').put({ id: upload.id, bytes }),
      transaction.done,
    ]);
  }

  async addThumbnail(id: string, thumbnail: Thumbnail): Promise<void> {
    const transaction = this.#database.transaction(['uploads', 'thumbnails'], 'readwrite');
    if ((await transaction.objectStore('uploads').getKey(id)) !== undefined) {
      await transaction.objectStore('thumbnails').put({ ...thumbnail, id });
    }
    await transaction.done;
  }

  addRecognition(id: string, recognition: Recognition): Promise<void> {
    return this.#changeReadings([id], (row) => withRecognition(row, withOwnGlyphs(recognition)));
  }

  saveCorrections(id: string, corrections: StoredCorrections | null, summary: CorrectedSummary): Promise<void> {
    return this.#changeReadings([id], (row) => withCorrections(row, corrections, summary));
  }

  swapReadings(ids: readonly string[]): Promise<void> {
    return this.#changeReadings(ids, withSwapped);
  }

  dropOtherReadings(ids: readonly string[]): Promise<void> {
    return this.#changeReadings(ids, withoutOther);
  }

  async setTrashed(ids: readonly string[], trashedAt: number | null): Promise<void> {
    const transaction = this.#database.transaction('uploads', 'readwrite');
    await Promise.all(
      ids.map(async (id) => {
        const record = await transaction.store.get(id);
        if (record) {
          await transaction.store.put({ ...record, trashedAt });
        }
      }),
    );
    await transaction.done;
  }

  async purge(trashedUntil: number): Promise<void> {
    const transaction = this.#database.transaction(ALL_STORES, 'readwrite');
    for (const record of await transaction.objectStore('uploads').getAll()) {
      if (record.trashedAt !== null && record.trashedAt <= trashedUntil) {
        await Promise.all(ALL_STORES.map((store) => transaction.objectStore(store).delete(record.id)));
      }
    }
    await transaction.done;
  }

  async #changeReadings(ids: readonly string[], change: (row: ReadRow) => ReadRow): Promise<void> {
    const transaction = this.#database.transaction(['uploads', 'readings'], 'readwrite');
    const uploads = transaction.objectStore('uploads');
    const readings = transaction.objectStore('readings');
    for (const id of ids) {
      const [record, detail] = await Promise.all([uploads.get(id), readings.get(id)]);
      if (record) {
        const { upload, current, other } = change({
          upload: record,
          current: detail ? storedReading(detail) : null,
          other: detail?.other ?? null,
        });
        await uploads.put({ ...record, ...upload });
        if (current) {
          await readings.put({ id, ...current, other });
        }
      }
    }
    await transaction.done;
  }

  close(): void {
    this.#database.close();
  }
}
