import { type ConnectionEvents, openIdbRecords } from '../records/idb-records';
import type { RecordStore } from '../records/record-store';
import { UPGRADES } from './upgrades';

/** The database of the history that everybody at this browser can see. */
export const OPEN_DATABASE = 'digit-reader';

/** Opens the database of a history; rejects where the browser denies storage. */
export type OpenRecords = (events: ConnectionEvents) => Promise<RecordStore>;

export const openOpenUploads: OpenRecords = (events) => {
  return openIdbRecords({ name: OPEN_DATABASE, upgrades: UPGRADES }, events);
};
