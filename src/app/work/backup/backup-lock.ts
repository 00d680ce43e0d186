import type { ByteSource } from '../../../archive/zip-fault';
import { lockBackup, openLockedBackup, openOwnBackup } from '../../../vault/locked-backup';
import { WorkerKeyDeriver } from '../../../vault/worker-key-deriver';
import { browserVault } from '../profiles/browser-vault';
import type { OpenProfile } from '../session/session';

type Chunks = AsyncIterable<Uint8Array<ArrayBuffer>>;

/** Seals the backup of a profile, and opens it again to look whether it is in order. */
export interface BackupLock {
  readonly seal: (chunks: Chunks) => Chunks;
  readonly open: (file: Blob) => Promise<ByteSource>;
}

/** Backups of the profile open with the passphrase that it has now. */
export async function profileLock({ id, cipher }: OpenProfile): Promise<BackupLock> {
  const key = await browserVault.wrappedKey(id);
  if (!key) {
    throw new Error('the profile is not in this browser anymore');
  }
  return {
    seal: (chunks) => lockBackup(chunks, { profileId: id, key, cipher }),
    open: async (file) => {
      const opened = await openOwnBackup(file, cipher);
      if (!opened.ok) {
        throw new Error('the backup that was just made does not open');
      }
      return opened.value;
    },
  };
}

/** Opens a locked backup from anywhere with the passphrase it was made with. */
export function openWithPassphrase(file: Blob, passphrase: string): ReturnType<typeof openLockedBackup> {
  return openLockedBackup(new WorkerKeyDeriver(), file, passphrase);
}
