import type { RecordCipher } from '../contract/record-cipher';
import { ChangingReadings } from './changing-readings';
import type { ConnectionEvents } from './indexed-uploads';
import type { ReadRow, WholeUpload } from './read-row';
import { RecordDamagedError } from './record-damaged-error';
import { isKept, STAGED_KEPT_MS, type UploadRecord } from './schema';
import { SealedParts } from './sealed-parts';
import { damagedRecord, type OpenedRow, SealedRows } from './sealed-rows';
import { openSealedDatabase, SEALED_STORES, type SealedDatabase, type SealedWrite, writeSealed } from './sealed-schema';
import type { NewUpload, StoredReading, Thumbnail, Upload } from './upload';
import type { StoredPicture, UploadStore } from './upload-store';

/** So many uploads are changed in one step; all of thousands at once would hold the page up. */
const CHANGE_PART = 50;

/** The history of a profile, which keeps every change in order. */
export interface SealedUploadStore extends UploadStore {
  /** Resolves when no change is on its way to the database anymore. */
  settled(): Promise<void>;
}

/** Opens the history of a profile in IndexedDB; rejects where the browser denies storage. */
export async function openSealedUploads(
  profileId: string,
  cipher: RecordCipher,
  events: ConnectionEvents,
): Promise<SealedUploadStore> {
  return new SealedUploads(await openSealedDatabase(profileId, events), cipher);
}

/**
 * Keeps uploads in IndexedDB so that nothing about them can be read there without the key. What was changed or cut off
 * from outside is listed as failed with 'record-damaged' and can be deleted; everything else stays readable.
 */
class SealedUploads extends ChangingReadings implements SealedUploadStore {
  readonly #database: SealedDatabase;
  readonly #rows: SealedRows;
  readonly #parts: SealedParts;
  #lastChange: Promise<unknown> = Promise.resolve();

  constructor(database: SealedDatabase, cipher: RecordCipher) {
    super();
    this.#database = database;
    this.#rows = new SealedRows(database, cipher);
    this.#parts = new SealedParts(database, cipher);
  }

  async list(): Promise<readonly Upload[]> {
    const rows = await this.#rows.all();
    const kept = rows.map(({ sealed, record }) => this.#shown(record ?? damagedRecord(sealed.id))).filter(isKept);
    return kept.sort((a, b) => b.createdAt - a.createdAt);
  }

  async listBatch(batchId: string): Promise<readonly Upload[]> {
    return (await this.list()).filter((upload) => upload.batchId === batchId);
  }

  async find(id: string): Promise<Upload | null> {
    const record = await this.#record(id);
    return record && isKept(record) ? record : null;
  }

  async picture(id: string): Promise<StoredPicture | null> {
    const upload = await this.find(id);
    const bytes = upload && (await this.#parts.picture(id));
    return bytes ? { name: upload.name, mime: upload.mime, bytes } : null;
  }

  thumbnail(id: string): Promise<Thumbnail | null> {
    return this.#parts.thumbnail(id);
  }

  async reading(id: string): Promise<StoredReading | null> {
    const readings = await this.#parts.openReadings(await this.#database.get('readings', id));
    return readings?.current ?? null;
  }

  async row(id: string): Promise<ReadRow | null> {
    const upload = await this.#record(id);
    if (!upload || upload.staged) {
      return null;
    }
    const readings = await this.#parts.openReadings(await this.#database.get('readings', id));
    return { upload, current: readings?.current ?? null, other: readings?.other ?? null };
  }

  addUpload({ bytes, ...row }: NewUpload): Promise<void> {
    const unread = { reading: null, otherReading: null, failure: null, trashedAt: null };
    return this.#inTurn(async () => {
      const [upload, picture] = await Promise.all([
        this.#rows.seal({ ...row, size: bytes.byteLength, ...unread }),
        this.#parts.sealPicture(row.id, bytes),
      ]);
      await writeSealed(this.#database, [
        { store: 'uploads', id: row.id, after: upload },
        { store: 'pictures', id: row.id, after: picture },
      ]);
    });
  }

  addThumbnail(id: string, thumbnail: Thumbnail): Promise<void> {
    return this.#inTurn(async () => {
      if ((await this.#database.getKey('uploads', id)) !== undefined) {
        const sealed = await this.#parts.sealThumbnail(id, thumbnail);
        await writeSealed(this.#database, [{ store: 'thumbnails', id, after: sealed }]);
      }
    });
  }

  setTrashed(ids: readonly string[], trashedAt: number | null): Promise<void> {
    // A row that does not open is written anew, as what it is: damaged, and now in the trash.
    return this.#changeRows(ids, async ({ sealed, record }) => [
      await this.#rowWrite({ sealed, record }, { ...(record ?? damagedRecord(sealed.id)), trashedAt }),
    ]);
  }

  async purge(trashedUntil: number): Promise<void> {
    const isOver = ({ record }: OpenedRow): boolean => {
      const isTrash = record && record.trashedAt !== null && record.trashedAt <= trashedUntil;
      return Boolean(isTrash || (record?.staged && record.staged.at <= trashedUntil - STAGED_KEPT_MS));
    };
    const ids = (await this.#rows.all()).filter(isOver).map(({ sealed }) => sealed.id);
    await this.#changeRows(ids, async (row) => (isOver(row) ? removal(row) : []));
  }

  remove(ids: readonly string[]): Promise<void> {
    return this.#changeRows(ids, async (row) => removal(row));
  }

  stage({ upload, current, other, picture, thumbnail }: WholeUpload, by: string): Promise<void> {
    const { id } = upload;
    return this.#inTurn(() =>
      this.#untilWritten(async () => {
        const there = await this.#rows.find(id);
        if (there && !there.record?.staged) {
          throw new Error(`${id} is there already`);
        }
        const staged = { ...upload, trashedAt: null, staged: { by, at: Date.now() } };
        const writes: SealedWrite[] = [
          { store: 'uploads', id, before: there?.sealed, after: await this.#rows.seal(staged) },
          { store: 'pictures', id, after: await this.#parts.sealPicture(id, picture) },
        ];
        if (thumbnail) {
          writes.push({ store: 'thumbnails', id, after: await this.#parts.sealThumbnail(id, thumbnail) });
        }
        if (current) {
          writes.push({ store: 'readings', id, after: await this.#parts.sealReadings(id, { current, other }) });
        }
        return writes;
      }),
    );
  }

  commit(ids: readonly string[], by: string, changed: readonly ReadRow[]): Promise<void> {
    return this.#inTurn(() =>
      this.#untilWritten(async () => {
        const seen = ids.map(async (id) => {
          const row = await this.#there(id);
          if (row.record?.staged?.by !== by) {
            throw new Error(`${id} is not staged anymore`);
          }
          const { staged: _staged, ...record } = row.record;
          return [await this.#rowWrite(row, record)];
        });
        const replaced = changed.map(async ({ upload, current, other }) => {
          const row = await this.#there(upload.id);
          const write = await this.#rowWrite(row, { ...row.record, ...upload, trashedAt: null });
          const reading = current && (await this.#parts.sealReadings(upload.id, { current, other }));
          return reading ? [write, { store: 'readings', id: upload.id, after: reading } as const] : [write];
        });
        return (await Promise.all([...seen, ...replaced])).flat();
      }),
    );
  }

  dropStaged(ids: readonly string[], by: string): Promise<void> {
    return this.#changeRows(ids, async (row) => (row.record?.staged?.by === by ? removal(row) : []));
  }

  async settled(): Promise<void> {
    await this.#lastChange.catch(() => undefined);
  }

  close(): void {
    this.#rows.clear();
    this.#database.close();
  }

  #shown(record: UploadRecord): UploadRecord {
    return this.#parts.damaged.has(record.id) ? { ...record, failure: { kind: 'record-damaged' } } : record;
  }

  async #record(id: string): Promise<UploadRecord | null> {
    const row = await this.#rows.find(id);
    if (row && !row.record) {
      throw new RecordDamagedError(id, 'row');
    }
    return row?.record ?? null;
  }

  async #there(id: string): Promise<OpenedRow> {
    const row = await this.#rows.find(id);
    if (!row) {
      throw new Error('an upload is not there anymore');
    }
    return row;
  }

  async #rowWrite({ sealed }: OpenedRow, record: UploadRecord): Promise<SealedWrite> {
    return { store: 'uploads', id: record.id, before: sealed, after: await this.#rows.seal(record) };
  }

  protected override changeReadings(ids: readonly string[], change: (row: ReadRow) => ReadRow): Promise<void> {
    return this.#changeRows(ids, async ({ sealed, record }) => {
      if (!record) {
        return [];
      }
      const before = await this.#database.get('readings', record.id);
      // A reading that does not open anymore gives way to the next one.
      const readings = await this.#parts.openReadings(before).catch(ignoreDamage);
      const row = { upload: record, current: readings?.current ?? null, other: readings?.other ?? null };
      const { upload, current, other } = change(row);
      const write = await this.#rowWrite({ sealed, record }, { ...record, ...upload });
      const after = current && (await this.#parts.sealReadings(record.id, { current, other }));
      return after ? [write, { store: 'readings', id: record.id, before, after }] : [write];
    });
  }

  /** Uploads that are gone are passed over. */
  #changeRows(ids: readonly string[], change: (row: OpenedRow) => Promise<readonly SealedWrite[]>): Promise<void> {
    return this.#inTurn(async () => {
      for (let at = 0; at < ids.length; at += CHANGE_PART) {
        const part = ids.slice(at, at + CHANGE_PART);
        await this.#untilWritten(async () => {
          const rows = await Promise.all(part.map((id) => this.#rows.find(id)));
          return (await Promise.all(rows.map((row) => (row ? change(row) : [])))).flat();
        });
      }
    });
  }

  /** Thinks the change out anew when another tab was faster. */
  async #untilWritten(think: () => Promise<readonly SealedWrite[]>): Promise<void> {
    while (!(await writeSealed(this.#database, await think()))) {}
  }

  #inTurn(change: () => Promise<void>): Promise<void> {
    const done = this.#lastChange.catch(() => undefined).then(change);
    this.#lastChange = done;
    return done;
  }
}

function removal({ sealed }: OpenedRow): readonly SealedWrite[] {
  return SEALED_STORES.map((store) => {
    return store === 'uploads'
      ? { store, id: sealed.id, before: sealed, after: null }
      : { store, id: sealed.id, after: null };
  });
}

function ignoreDamage(error: unknown): null {
  if (error instanceof RecordDamagedError) {
    return null;
  }
  throw error;
}
