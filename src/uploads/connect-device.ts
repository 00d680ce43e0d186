import type { ConnectionEvents } from '../records/idb-records';
import { MemoryRecords } from '../records/memory-records';
import type { RecordStore } from '../records/record-store';
import type { HistoryPlace } from './history-place';
import type { OpenRecords } from './open-database';

interface Connected {
  readonly device: RecordStore;
  readonly place: HistoryPlace;
}

/** Opens the database of a history, or memory in its place where the browser has none for this page. Never rejects. */
export async function connectDevice(open: OpenRecords, events: ConnectionEvents): Promise<Connected> {
  try {
    return { device: await open(events), place: 'device' };
  } catch (error) {
    const isFromNewer = error instanceof DOMException && error.name === 'VersionError';
    return { device: new MemoryRecords(), place: isFromNewer ? 'outdated' : 'memory' };
  }
}
