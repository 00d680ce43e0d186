import type { HistoryDatabase, UpgradeTransaction } from './schema';

type Upgrade = (database: HistoryDatabase, transaction: UpgradeTransaction) => Promise<void>;

/** What a row of version 1 calls differently: doubts were counted, but nothing could be corrected. */
interface SummaryOfVersion1 {
  readonly checkCount?: number;
}

async function createStores(database: HistoryDatabase): Promise<void> {
  const uploads = database.createObjectStore('uploads', { keyPath: 'id' });
  uploads.createIndex('by-created', 'createdAt');
  database.createObjectStore('pictures', { keyPath: 'id' });
  database.createObjectStore('thumbnails', { keyPath: 'id' });
  database.createObjectStore('readings', { keyPath: 'id' });
}

/** Rows learn of batches, corrections and a second reading. Readings stay as they are: their new parts are optional. */
async function addBatchesAndCorrections(_database: HistoryDatabase, transaction: UpgradeTransaction): Promise<void> {
  const uploads = transaction.objectStore('uploads');
  // Rows without a batch have null there, which no index takes in.
  uploads.createIndex('by-batch', 'batchId');
  for (let cursor = await uploads.openCursor(); cursor; cursor = await cursor.continue()) {
    const row = cursor.value;
    const reading = row.reading && withCorrections(row.reading);
    await cursor.update({ ...row, batchId: null, otherReading: null, reading });
  }
}

function withCorrections<Summary extends object>(summary: Summary & SummaryOfVersion1) {
  const { checkCount = 0, ...rest } = summary;
  return { ...rest, openChecks: checkCount, isEdited: false };
}

/** Rows learn why a picture could not be read; what failed before is not known. */
async function addFailures(_database: HistoryDatabase, transaction: UpgradeTransaction): Promise<void> {
  const uploads = transaction.objectStore('uploads');
  for (let cursor = await uploads.openCursor(); cursor; cursor = await cursor.continue()) {
    await cursor.update({ ...cursor.value, failure: null });
  }
}

/** Row n takes a database of version n to version n + 1. Rows are never changed once released, only added. */
export const UPGRADES: readonly Upgrade[] = [createStores, addBatchesAndCorrections, addFailures];

export const DATABASE_VERSION = UPGRADES.length;
