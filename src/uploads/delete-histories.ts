import { deleteDB } from 'idb';
import { DATABASE_NAME } from './schema';
import { PROFILE_DATABASE_PREFIX } from './sealed-schema';

/** Deletes the open history with its whole database: deleting rows would leave more of their bytes on the disk. */
export function deleteOpenHistory(): Promise<void> {
  return deleteDB(DATABASE_NAME);
}

export function deleteProfileHistory(profileId: string): Promise<void> {
  return deleteDB(`${PROFILE_DATABASE_PREFIX}${profileId}`);
}

/** Deletes every database of the app, also of profiles that nobody knows anymore where the browser can list them. */
export async function deleteAllHistories(profileIds: readonly string[]): Promise<void> {
  const found = (await indexedDB.databases?.()) ?? [];
  const names = new Set([
    DATABASE_NAME,
    ...profileIds.map((id) => `${PROFILE_DATABASE_PREFIX}${id}`),
    ...found.flatMap(({ name }) => (name?.startsWith(PROFILE_DATABASE_PREFIX) ? [name] : [])),
  ]);
  await Promise.all([...names].map((name) => deleteDB(name)));
}
