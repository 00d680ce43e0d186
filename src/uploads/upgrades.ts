import type { Upgrade } from '../records/idb-records';

/** What a row of version 1 calls differently: doubts were counted, but nothing could be corrected. */
interface RowOfVersion1 {
  readonly reading: { readonly checkCount?: number } | null;
}

const createTables: Upgrade = (database) => {
  const uploads = database.createObjectStore('uploads', { keyPath: 'id' });
  uploads.createIndex('by-created', 'createdAt');
  database.createObjectStore('pictures', { keyPath: 'id' });
  database.createObjectStore('thumbnails', { keyPath: 'id' });
  database.createObjectStore('readings', { keyPath: 'id' });
};

/** Rows learn of batches, corrections and a second reading. Readings stay as they are: their new parts are optional. */
const addBatchesAndCorrections: Upgrade = async (_database, transaction) => {
  const uploads = transaction.objectStore('uploads');
  // Rows without a batch have null there, which no index takes in.
  uploads.createIndex('by-batch', 'batchId');
  for (let cursor = await uploads.openCursor(); cursor; cursor = await cursor.continue()) {
    const row: RowOfVersion1 = cursor.value;
    await cursor.update({ ...row, batchId: null, otherReading: null, reading: row.reading && corrected(row.reading) });
  }
};

function corrected({ checkCount = 0, ...rest }: { readonly checkCount?: number }): object {
  return { ...rest, openChecks: checkCount, isEdited: false };
}

/** Rows learn why a picture could not be read; what failed before is not known. */
const addFailures: Upgrade = async (_database, transaction) => {
  const uploads = transaction.objectStore('uploads');
  for (let cursor = await uploads.openCursor(); cursor; cursor = await cursor.continue()) {
    await cursor.update({ ...cursor.value, failure: null });
  }
};

/** No list asks the database for an order. From here on records have stamps; those that are there get one when they change. */
const dropOrder: Upgrade = (_database, transaction) => {
  transaction.objectStore('uploads').deleteIndex('by-created');
};

/** Row n takes a database of version n to version n + 1. Rows are never changed once released, only added. */
export const UPGRADES: readonly Upgrade[] = [createTables, addBatchesAndCorrections, addFailures, dropOrder];
