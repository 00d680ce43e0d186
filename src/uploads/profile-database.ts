import type { RecordCipher } from '../contract/record-cipher';
import { type ConnectionEvents, openIdbRecords, type Upgrade } from '../records/idb-records';
import type { RecordStore } from '../records/record-store';
import { nonceOf, SealedRecords } from '../records/sealed-records';
import { UPLOAD_CODECS } from './upload-codecs';
import { TABLES } from './upload-records';

export const PROFILE_DATABASE_PREFIX = 'digit-reader-profile-';

export function profileDatabase(profileId: string): string {
  return `${PROFILE_DATABASE_PREFIX}${profileId}`;
}

/** As the open history, but without any index: what would be in it is nobody's business. */
const SEALED_UPGRADES: readonly Upgrade[] = [
  (database) => {
    for (const table of TABLES) {
      database.createObjectStore(table, { keyPath: 'id' });
    }
  },
];

/** Opens the history of a profile; rejects where the browser denies storage. */
export async function openProfileUploads(
  profileId: string,
  cipher: RecordCipher,
  events: ConnectionEvents,
): Promise<RecordStore> {
  const plan = { name: profileDatabase(profileId), upgrades: SEALED_UPGRADES, stampOf: nonceOf };
  return new SealedRecords(await openIdbRecords(plan, events), cipher, UPLOAD_CODECS);
}
