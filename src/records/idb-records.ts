import { openDB } from 'idb';
import { ChangingReadings } from './changing-readings';
import type { ReadRow, WholeUpload } from './read-row';
import {
  ALL_STORES,
  DATABASE_NAME,
  type HistoryDatabase,
  type HistorySchema,
  isKept,
  type ReadingRecord,
  STAGED_KEPT_MS,
  type UploadRecord,
} from './schema';
import { DATABASE_VERSION, UPGRADES } from './upgrades';
import type { NewUpload, StoredReading, Thumbnail, Upload } from './upload';
import type { StoredPicture, UploadStore } from './upload-store';

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

function storedReading({ recognition, corrections = null }: ReadingRecord): StoredReading {
  return { recognition, corrections };
}

function readRow(upload: UploadRecord, detail: ReadingRecord | undefined): ReadRow {
  return { upload, current: detail ? storedReading(detail) : null, other: detail?.other ?? null };
}

async function found(record: Promise<UploadRecord | undefined>): Promise<UploadRecord> {
  const there = await record;
  if (!there) {
    throw new Error('an upload is not there anymore');
  }
  return there;
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

class IndexedUploads extends ChangingReadings implements UploadStore {
  readonly #database: HistoryDatabase;

  constructor(database: HistoryDatabase) {
    super();
    this.#database = database;
  }

  async list(): Promise<readonly Upload[]> {
    const { store } = this.#database.transaction('uploads');
    const kept: UploadRecord[] = [];
    let range: IDBKeyRange | null = null;
    for (;;) {
      const part: UploadRecord[] = await store.getAll(range, LIST_PART);
      kept.push(...part.filter(isKept));
      const last = part.at(-1);
      if (!last || part.length < LIST_PART) {
        return kept.sort((a, b) => b.createdAt - a.createdAt);
      }
      range = IDBKeyRange.lowerBound(last.id, true);
    }
  }

  async listBatch(batchId: string): Promise<readonly Upload[]> {
    const records = await this.#database.getAllFromIndex('uploads', 'by-batch', batchId);
    return records.filter(isKept).sort((a, b) => b.createdAt - a.createdAt);
  }

  async find(id: string): Promise<Upload | null> {
    const record = await this.#database.get('uploads', id);
    return record && isKept(record) ? record : null;
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

  async row(id: string): Promise<ReadRow | null> {
    const transaction = this.#database.transaction(['uploads', 'readings']);
    const [record, detail] = await Promise.all([
      transaction.objectStore('uploads').get(id),
      transaction.objectStore('readings').get(id),
    ]);
    return record && !record.staged ? readRow(record, detail) : null;
  }

  async addUpload(upload: NewUpload): Promise<void> {
    const { bytes, ...row } = upload;
    const transaction = this.#database.transaction(['uploads', 'pictures'], 'readwrite');
    await Promise.all([
      transaction
        .objectStore('uploads')
        .put({ ...row, size: bytes.byteLength, reading: null, otherReading: null, failure: null, trashedAt: null }),
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
      const isTrash = record.trashedAt !== null && record.trashedAt <= trashedUntil;
      if (isTrash || (record.staged && record.staged.at <= trashedUntil - STAGED_KEPT_MS)) {
        await Promise.all(ALL_STORES.map((store) => transaction.objectStore(store).delete(record.id)));
      }
    }
    await transaction.done;
  }

  async remove(ids: readonly string[]): Promise<void> {
    const transaction = this.#database.transaction(ALL_STORES, 'readwrite');
    await Promise.all(ids.flatMap((id) => ALL_STORES.map((store) => transaction.objectStore(store).delete(id))));
    await transaction.done;
  }

  async stage({ upload, current, other, picture, thumbnail }: WholeUpload, by: string): Promise<void> {
    const { id } = upload;
    const transaction = this.#database.transaction(ALL_STORES, 'readwrite');
    const uploads = transaction.objectStore('uploads');
    const there = await uploads.get(id);
    if (there && !there.staged) {
      throw new Error(`${id} is there already`);
    }
    await Promise.all([
      uploads.put({ ...upload, trashedAt: null, staged: { by, at: Date.now() } }),
      transaction.objectStore('pictures').put({ id, bytes: picture }),
      thumbnail && transaction.objectStore('thumbnails').put({ ...thumbnail, id }),
      current && transaction.objectStore('readings').put({ id, ...current, other }),
      transaction.done,
    ]);
  }

  async commit(ids: readonly string[], by: string, changed: readonly ReadRow[]): Promise<void> {
    const transaction = this.#database.transaction(['uploads', 'readings'], 'readwrite');
    const uploads = transaction.objectStore('uploads');
    const seen = ids.map(async (id) => {
      const { staged, ...record } = await found(uploads.get(id));
      if (staged?.by !== by) {
        throw new Error(`${id} is not staged anymore`);
      }
      await uploads.put(record);
    });
    const replaced = changed.map(async ({ upload, current, other }) => {
      const record = await found(uploads.get(upload.id));
      await uploads.put({ ...record, ...upload, trashedAt: null });
      if (current) {
        await transaction.objectStore('readings').put({ id: upload.id, ...current, other });
      }
    });
    try {
      await Promise.all([...seen, ...replaced]);
    } catch (error) {
      transaction.abort();
      await transaction.done.catch(() => undefined);
      throw error;
    }
    await transaction.done;
  }

  async dropStaged(ids: readonly string[], by: string): Promise<void> {
    const transaction = this.#database.transaction(ALL_STORES, 'readwrite');
    for (const id of ids) {
      if ((await transaction.objectStore('uploads').get(id))?.staged?.by === by) {
        await Promise.all(ALL_STORES.map((store) => transaction.objectStore(store).delete(id)));
      }
    }
    await transaction.done;
  }

  protected override async changeReadings(ids: readonly string[], change: (row: ReadRow) => ReadRow): Promise<void> {
    const transaction = this.#database.transaction(['uploads', 'readings'], 'readwrite');
    const uploads = transaction.objectStore('uploads');
    const readings = transaction.objectStore('readings');
    for (const id of ids) {
      const [record, detail] = await Promise.all([uploads.get(id), readings.get(id)]);
      if (record) {
        const { upload, current, other } = change(readRow(record, detail));
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
