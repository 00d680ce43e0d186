import { NO_EVENTS } from '../../../records/idb-records';
import { pressOutDeleted } from '../../../records/press-out';
import { copyUploads } from '../../../uploads/copy-uploads';
import { deleteOpenHistory } from '../../../uploads/delete-histories';
import { openOpenUploads } from '../../../uploads/open-database';
import { Uploads } from '../../../uploads/uploads';
import { asWork } from '../offline/work-lock';

/** How many pictures are in the history that needs no passphrase. */
export async function countOpenUploads(): Promise<number> {
  const open = new Uploads(await openOpenUploads(NO_EVENTS));
  try {
    return (await open.list()).length;
  } finally {
    open.close();
  }
}

/**
 * Copies the open history into a profile, compares every byte, and only then deletes the open history with its whole
 * database. Interrupted anywhere, nothing is lost and it can be begun again.
 *
 * @returns how many pictures it was; rejects when something went wrong, with the open history as it was
 */
export function moveOpenHistory(into: Uploads, onProgress: (done: number, total: number) => void): Promise<number> {
  return asWork(() => move(into, onProgress));
}

async function move(into: Uploads, onProgress: (done: number, total: number) => void): Promise<number> {
  const open = new Uploads(await openOpenUploads(NO_EVENTS));
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
