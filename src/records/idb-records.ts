import { type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import { type Change, type Found, isStill, type RecordStore, type StoredRecord, type Where } from './record-store';

/** Records that are taken out of the database at once. */
const SCAN_PART = 500;

/** What the browser tells about the connection after it was asked for. */
export interface ConnectionEvents {
  /** Another tab holds an older version of the database open; opening waits for it. */
  readonly onBlocked: () => void;
  /** A newer version of the app wants the database; this connection is closed now. */
  readonly onOutdated: () => void;
  /** The browser closed the connection (site data cleared, disk trouble). */
  readonly onTerminated: () => void;
}

export const NO_EVENTS: ConnectionEvents = { onBlocked: () => {}, onOutdated: () => {}, onTerminated: () => {} };

type UpgradeTransaction = IDBPTransaction<unknown, string[], 'versionchange'>;
export type Upgrade = (database: IDBPDatabase<unknown>, transaction: UpgradeTransaction) => Promise<void> | void;

interface DatabasePlan {
  readonly name: string;
  /** Row n takes a database of version n to version n + 1. */
  readonly upgrades: readonly Upgrade[];
  /** What tells the states of a record apart; without it, each gets a random number beside its own fields. */
  readonly stampOf?: StampOf;
}

interface StampedRecord extends StoredRecord {
  readonly stamp?: number | undefined;
}

export type StampOf = (stored: StoredRecord) => Found['stamp'];

/** Opens a database, upgrading it if needed; rejects where the browser denies storage. */
export async function openIdbRecords(
  { name, upgrades, stampOf }: DatabasePlan,
  events: ConnectionEvents,
): Promise<RecordStore> {
  const database = await openDB<unknown>(name, upgrades.length, {
    async upgrade(opened, oldVersion, _newVersion, transaction) {
      for (const upgrade of upgrades.slice(oldVersion)) {
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
  return new IdbRecords(database, stampOf);
}

class IdbRecords implements RecordStore {
  readonly #database: IDBPDatabase<unknown>;
  readonly #stampOf: StampOf | undefined;

  constructor(database: IDBPDatabase<unknown>, stampOf: StampOf | undefined) {
    this.#database = database;
    this.#stampOf = stampOf;
  }

  async read(table: string, ids: readonly string[]): Promise<readonly (Found | null)[]> {
    const store = this.#readable(table);
    const stored = await Promise.all(ids.map((id) => store.get(id)));
    return stored.map((record) => (record ? this.#found(record) : null));
  }

  async *scan(table: string, where?: Where): AsyncGenerator<readonly Found[], void> {
    const store = this.#readable(table);
    if (where && store.indexNames.contains(where.index)) {
      yield (await store.index(where.index).getAll(where.value)).map(this.#found);
      return;
    }
    let range: IDBKeyRange | null = null;
    for (;;) {
      const part: StoredRecord[] = await this.#readable(table).getAll(range, SCAN_PART);
      yield part.map(this.#found);
      const last = part.at(-1);
      if (!last || part.length < SCAN_PART) {
        return;
      }
      range = IDBKeyRange.lowerBound(last.id, true);
    }
  }

  async write(changes: readonly Change[]): Promise<boolean> {
    if (changes.length === 0) {
      return true;
    }
    const transaction = this.#database.transaction([...new Set(changes.map(({ table }) => table))], 'readwrite');
    transaction.done.catch(() => undefined);
    const areStill = await Promise.all(
      changes.map(async ({ table, id, before }) => {
        const stored = before === undefined ? undefined : await transaction.objectStore(table).get(id);
        return isStill(before, stored ? this.#found(stored) : null);
      }),
    );
    if (areStill.includes(false)) {
      transaction.abort();
      await transaction.done.catch(() => undefined);
      return false;
    }
    const written = changes.map(({ table, id, record }) => {
      const records = transaction.objectStore(table);
      return record === null ? records.delete(id) : record && records.put(this.#stamped(record));
    });
    await Promise.all([...written, transaction.done]);
    return true;
  }

  close(): void {
    this.#database.close();
  }

  /**
   * A table to read from. Where the browser ends a transaction (site data cleared), each of its requests says so to whoever
   * waits for it; its own end is nobody's to hear.
   */
  #readable(table: string) {
    const { store, done } = this.#database.transaction(table);
    done.catch(() => undefined);
    return store;
  }

  /** With a stamp that no state before it had. */
  #stamped(record: StoredRecord): StampedRecord {
    return this.#stampOf ? record : { ...record, stamp: crypto.getRandomValues(new Uint32Array(1))[0] };
  }

  readonly #found = (stored: StampedRecord): Found => {
    if (this.#stampOf) {
      return { id: stored.id, record: stored, stamp: this.#stampOf(stored) };
    }
    const { stamp, ...record } = stored;
    return { id: record.id, record, stamp };
  };
}
