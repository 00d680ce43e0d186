import { copyUploads } from '../../../history/copy-uploads';
import { deleteOpenHistory } from '../../../history/delete-databases';
import { openIndexedUploads } from '../../../history/indexed-uploads';
import { pressOutDeleted } from '../../../history/press-out';
import type { UploadStore } from '../../../history/upload-store';
import { asWork } from '../offline/work-lock';

const NOBODY_WAITS = { onBlocked: () => {}, onOutdated: () => {}, onTerminated: () => {} };

/** How many pictures are in the history that needs no passphrase. */
export async function countOpenUploads(): Promise<number> {
  const store = await openIndexedUploads(NOBODY_WAITS);
  try {
    return (await store.list()).length;
  } finally {
    store.close();
  }
}

/**
 * Copies the open history into a profile, compares every byte, and only then deletes the open history with its whole
 * database. Interrupted anywhere, nothing is lost and it can be begun again.
 *
 * @returns how many pictures it was; rejects when something went wrong, with the open history as it was
 */
export function moveOpenHistory(into: UploadStore, onProgress: (done: number, total: number) => void): Promise<number> {
  return asWork(() => move(into, onProgress));
}

async function move(into: UploadStore, onProgress: (done: number, total: number) => void): Promise<number> {
  const open = await openIndexedUploads(NOBODY_WAITS);
  let count: number;
  try {
    count = await copyUploads(open, into, { onProgress });
  } finally {
    open.close();
  }
  await deleteOpenHistory();
  // Beside the page: it takes a few seconds, and the pictures are where they belong already.
  void pressOutDeleted();
  return count;
}
