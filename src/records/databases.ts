import { deleteDB } from 'idb';

/** Deletes whole databases: deleting records would leave more of their bytes on the disk. */
export async function deleteDatabases(names: Iterable<string>): Promise<void> {
  await Promise.all([...names].map((name) => deleteDB(name)));
}

/** The databases whose name begins so, where the browser can list them. */
export async function databasesNamed(prefix: string): Promise<readonly string[]> {
  const found = (await indexedDB.databases?.()) ?? [];
  return found.flatMap(({ name }) => (name?.startsWith(prefix) ? [name] : []));
}
