import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb';
import type { StoredProfile } from './profile';

const REGISTRY_NAME = 'digit-reader-profiles';
const REGISTRY_VERSION = 1;

interface RegistrySchema extends DBSchema {
  profiles: { key: string; value: StoredProfile };
}

/**
 * The profiles of this browser. Every write is on the disk before it counts: a wrapped key that is lost takes all
 * pictures of its profile along. Methods reject where the browser denies storage.
 */
export class ProfileRegistry {
  /** Opened for each question only, so that a page that lies idle never stands in the way of a reset. */
  async list(): Promise<readonly StoredProfile[]> {
    const profiles = await withDatabase((database) => database.getAll('profiles'));
    return [...profiles].sort((a, b) => a.createdAt - b.createdAt);
  }

  async find(id: string): Promise<StoredProfile | null> {
    return (await withDatabase((database) => database.get('profiles', id))) ?? null;
  }

  put(profile: StoredProfile): Promise<void> {
    return withDatabase(async (database) => {
      const transaction = database.transaction('profiles', 'readwrite', { durability: 'strict' });
      await Promise.all([transaction.store.put(profile), transaction.done]);
    });
  }

  /** Changes one profile in one step, whatever other tabs do. @returns the profile after it; null when it is gone */
  change(id: string, change: (profile: StoredProfile) => StoredProfile): Promise<StoredProfile | null> {
    return withDatabase(async (database) => {
      const transaction = database.transaction('profiles', 'readwrite', { durability: 'strict' });
      const profile = await transaction.store.get(id);
      const changed = profile ? change(profile) : null;
      await Promise.all([changed && transaction.store.put(changed), transaction.done]);
      return changed;
    });
  }

  delete(id: string): Promise<void> {
    return withDatabase(async (database) => {
      const transaction = database.transaction('profiles', 'readwrite', { durability: 'strict' });
      await Promise.all([transaction.store.delete(id), transaction.done]);
    });
  }
}

/** Deletes all profiles with their wrapped keys: what was sealed with them can never be opened again. */
export function deleteRegistry(): Promise<void> {
  return deleteDB(REGISTRY_NAME);
}

async function withDatabase<Value>(work: (database: IDBPDatabase<RegistrySchema>) => Promise<Value>): Promise<Value> {
  const database = await openDB<RegistrySchema>(REGISTRY_NAME, REGISTRY_VERSION, {
    upgrade(opened) {
      opened.createObjectStore('profiles', { keyPath: 'id' });
    },
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  });
  try {
    return await work(database);
  } finally {
    database.close();
  }
}
