import { type DBSchema, deleteDB, openDB } from 'idb';

const FILLER_NAME = 'digit-reader-filler';
/** Small enough to lie in the database itself; Chromium keeps larger values in files of their own, which go at once. */
const VALUE_BYTES = 48 * 1024;
/** LevelDB buffers 4 MiB before it writes a file, and merges files from four on. */
const BATCHES = 8;
const BATCH_VALUES = 88;

interface FillerSchema extends DBSchema {
  filler: { key: number; value: ArrayBuffer };
}

/** So long does LevelDB have, beside the page, to merge the files: measured, two seconds on a busy machine. */
const MERGE_MS = 5_000;

/**
 * Has the browser really drop the bytes of what was deleted before, as far as a page can. LevelDB, which Chromium keeps
 * its databases in, only marks them as deleted until it next merges the files they are in: writing 33 MiB of random
 * bytes makes it merge, and these are deleted again. Firefox and WebKit have files for each database and delete those.
 * What the disk itself keeps of deleted files no page can reach.
 */
export async function pressOutDeleted(): Promise<void> {
  try {
    await writeFiller();
    await new Promise((resolve) => setTimeout(resolve, MERGE_MS));
  } catch {
    // No room for it: then the bytes stay until the browser merges its files by itself.
  }
  await deleteDB(FILLER_NAME).catch(() => undefined);
}

async function writeFiller(): Promise<void> {
  const database = await openDB<FillerSchema>(FILLER_NAME, 1, {
    upgrade: (opened) => void opened.createObjectStore('filler'),
  });
  try {
    for (let batch = 0; batch < BATCHES; batch += 1) {
      const transaction = database.transaction('filler', 'readwrite');
      for (let index = 0; index < BATCH_VALUES; index += 1) {
        void transaction.store.put(crypto.getRandomValues(new Uint8Array(VALUE_BYTES)).buffer, batch * 1000 + index);
      }
      await transaction.done;
    }
  } finally {
    database.close();
  }
}
