import { databasesNamed, deleteDatabases } from '../records/databases';
import { OPEN_DATABASE } from './open-database';
import { PROFILE_DATABASE_PREFIX, profileDatabase } from './profile-database';

export function deleteOpenHistory(): Promise<void> {
  return deleteDatabases([OPEN_DATABASE]);
}

export function deleteProfileHistory(profileId: string): Promise<void> {
  return deleteDatabases([profileDatabase(profileId)]);
}

/** Deletes every database of the app, also of profiles that nobody knows anymore where the browser can list them. */
export async function deleteAllHistories(profileIds: readonly string[]): Promise<void> {
  const found = await databasesNamed(PROFILE_DATABASE_PREFIX);
  await deleteDatabases(new Set([OPEN_DATABASE, ...profileIds.map(profileDatabase), ...found]));
}
