import { failed, type Result, success } from '../contract/result';
import type { ReadRow } from '../uploads/read-row';
import type { Uploads } from '../uploads/uploads';
import type { BackupFault } from './backup-format';
import type { CheckedBackup } from './check-backup';
import { mergeRow } from './merge-row';

interface RestoreOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

/** How many uploads came with a backup, how many that were here changed by it, and how many it told nothing new of. */
export interface RestoreCounts {
  readonly added: number;
  readonly changed: number;
  readonly same: number;
}

/**
 * Brings a checked backup into the history, all of it or nothing: uploads are written out of sight and shown together at
 * the end. One that is there already is the same upload: see `mergeRow`; from the trash it comes back.
 *
 * @returns rejects when storage fails or with the signal's reason when that is aborted; the history is as before then
 */
export async function restoreBackup(
  backup: CheckedBackup,
  uploads: Uploads,
  { signal, onProgress }: RestoreOptions = {},
): Promise<Result<RestoreCounts, BackupFault>> {
  const by = String(crypto.getRandomValues(new Uint32Array(2)));
  const staged: string[] = [];
  const changed: ReadRow[] = [];
  const total = backup.manifest.uploadCount;
  try {
    for (let number = 1; number <= total; number += 1) {
      signal?.throwIfAborted();
      const read = await backup.read(number);
      if (!read.ok) {
        await uploads.dropStaged(staged, by);
        return failed(read.failure);
      }
      const { id } = read.value.upload;
      const here = await uploads.row(id);
      if (here) {
        changed.push(...(await changeOf(uploads, here, read.value)));
      } else {
        staged.push(id);
        await uploads.stage(read.value, by);
      }
      onProgress?.(number, total);
    }
    signal?.throwIfAborted();
    await uploads.commit(staged, by, changed);
  } catch (error) {
    // Where even that fails, what was staged stays out of sight and goes at a later start.
    await uploads.dropStaged(staged, by).catch(() => undefined);
    throw error;
  }
  return success({ added: staged.length, changed: changed.length, same: total - staged.length - changed.length });
}

async function changeOf(uploads: Uploads, here: ReadRow, backup: ReadRow): Promise<readonly ReadRow[]> {
  const merged = mergeRow(here, backup);
  const isInTrash = (await uploads.find(here.upload.id)) === null;
  return merged !== here || isInTrash ? [merged] : [];
}
