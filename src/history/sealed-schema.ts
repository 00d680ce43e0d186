import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { ConnectionEvents } from './indexed-uploads';

/** All that a profile's database shows to somebody without the key: random ids, and sealed bytes. */
export interface SealedRecord {
  readonly id: string;
  readonly sealed: ArrayBuffer;
}

/** As `HistorySchema`, but without any index: what would be in it is nobody's business. */
interface SealedSchema extends DBSchema {
  uploads: { key: string; value: SealedRecord };
  pictures: { key: string; value: SealedRecord };
  thumbnails: { key: string; value: SealedRecord };
  readings: { key: string; value: SealedRecord };
}

export type SealedStore = 'uploads' | 'pictures' | 'thumbnails' | 'readings';
export type SealedDatabase = IDBPDatabase<SealedSchema>;

export const SEALED_STORES: readonly SealedStore[] = ['uploads', 'pictures', 'thumbnails', 'readings'];

export const PROFILE_DATABASE_PREFIX = 'digit-reader-profile-';
const SEALED_VERSION = 1;

/** Opens the database of one profile; rejects where the browser denies storage. */
export function openSealedDatabase(profileId: string, events: ConnectionEvents): Promise<SealedDatabase> {
  return openDB<SealedSchema>(`${PROFILE_DATABASE_PREFIX}${profileId}`, SEALED_VERSION, {
    upgrade(opened) {
      for (const store of SEALED_STORES) {
        opened.createObjectStore(store, { keyPath: 'id' });
      }
    },
    blocked: () => events.onBlocked(),
    blocking: (_current, _blocked, event) => {
      (event.target as IDBDatabase).close();
      events.onOutdated();
    },
    terminated: () => events.onTerminated(),
  });
}

/** One record to be written or removed, provided that nobody changed it meanwhile. */
export interface SealedWrite {
  readonly store: SealedStore;
  readonly id: string;
  /** What was there when the change was thought out; undefined: nothing. Absent where that does not matter. */
  readonly before?: SealedRecord | undefined;
  /** null removes it. */
  readonly after: Uint8Array<ArrayBuffer> | null;
}

/** The start of sealed bytes, which holds their nonce: no two are the same. */
const STAMP_BYTES = 16;

/** Tells sealed bytes apart without comparing all of them. */
export function sealStamp({ sealed }: SealedRecord): string {
  return String.fromCharCode(...new Uint8Array(sealed, 0, Math.min(STAMP_BYTES, sealed.byteLength)));
}

/**
 * Writes all or nothing. Sealing takes longer than a transaction may wait, so records are read in one transaction and
 * written in another: this one looks whether they are still what they were.
 *
 * @returns whether it was written; false when another tab was faster
 */
export async function writeSealed(database: SealedDatabase, writes: readonly SealedWrite[]): Promise<boolean> {
  const transaction = database.transaction(SEALED_STORES, 'readwrite');
  const isSame = await Promise.all(
    writes.map(async (write) => {
      if (!('before' in write)) {
        return true;
      }
      const now = await transaction.objectStore(write.store).get(write.id);
      return now && write.before ? sealStamp(now) === sealStamp(write.before) : now === write.before;
    }),
  );
  if (isSame.includes(false)) {
    transaction.abort();
    await transaction.done.catch(() => undefined);
    return false;
  }
  await Promise.all([
    ...writes.map(({ store, id, after }) => {
      const records = transaction.objectStore(store);
      return after ? records.put({ id, sealed: after.buffer }) : records.delete(id);
    }),
    transaction.done,
  ]);
  return true;
}
