import { openDB } from 'idb';
import type { Recognition } from '../contract/recognition';
import {
  ALL_STORES,
  DATABASE_NAME,
  DATABASE_VERSION,
  type HistoryDatabase,
  type HistorySchema,
  UPGRADES,
} from './schema';
import { type NewUpload, summarizeReading, type Thumbnail, type Upload } from './upload';
import type { StoredPicture, UploadStore } from './upload-store';

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

/** Opens the history in IndexedDB, upgrading it if needed; rejects where the browser denies storage. */
export async function openIndexedUploads(events: ConnectionEvents): Promise<UploadStore> {
  const database = await openDB<HistorySchema>(DATABASE_NAME, DATABASE_VERSION, {
    upgrade(opened, oldVersion) {
      for (const upgrade of UPGRADES.slice(oldVersion)) {
        upgrade(opened);
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
    const records = await this.#database.getAllFromIndex('uploads', 'by-created');
    return records.filter((record) => record.trashedAt === null).reverse();
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

  async recognition(id: string): Promise<Recognition | null> {
    return (await this.#database.get('readings', id))?.recognition ?? null;
  }

  async addUpload(upload: NewUpload): Promise<void> {
    const { bytes, ...row } = upload;
    const transaction = this.#database.transaction(['uploads', 'pictures'], 'readwrite');
    await Promise.all([
      transaction.objectStore('uploads').put({ ...row, size: bytes.byteLength, reading: null, trashedAt: null }),
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

  async addRecognition(id: string, recognition: Recognition): Promise<void> {
    const transaction = this.#database.transaction(['uploads', 'readings'], 'readwrite');
    const record = await transaction.objectStore('uploads').get(id);
    if (record) {
      await Promise.all([
        transaction.objectStore('uploads').put({ ...record, reading: summarizeReading(recognition) }),
        transaction.objectStore('readings').put({ id, recognition: withOwnGlyphs(recognition) }),
      ]);
    }
    await transaction.done;
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

  close(): void {
    this.#database.close();
  }
}
