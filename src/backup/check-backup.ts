import type { ByteSource } from '../archive/zip-fault';
import { ZipReader } from '../archive/zip-reader';
import { failed, type Result, success } from '../contract/result';
import type { WholeUpload } from '../uploads/read-row';
import { BACKUP_LIMITS, type BackupFault, MANIFEST_PATH } from './backup-format';
import type { ManifestJson } from './backup-schema';
import { readEntry, readManifest } from './read-entry';

interface CheckOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

/** A backup of which every byte has been looked at and found to be in order. */
export interface CheckedBackup {
  readonly manifest: ManifestJson;
  /** Milliseconds since 1970 of each upload, as the person is to be told which of them are older than is kept. */
  readonly createdAt: readonly number[];
  /** @param number 1 .. `manifest.uploadCount` */
  readonly read: (number: number) => Promise<Result<WholeUpload, BackupFault>>;
}

/**
 * Looks at all of a file before anything of it is used: its structure, sizes, checksums, names, JSON and pictures. No
 * more than one upload is in memory.
 *
 * @param file or what opens a locked one; a `DataError` from there says that it was changed
 * @returns rejects with the signal's reason when that is aborted
 */
export async function checkBackup(
  file: Blob | ByteSource,
  { signal, onProgress }: CheckOptions = {},
): Promise<Result<CheckedBackup, BackupFault>> {
  try {
    return await check(file instanceof Blob ? blobSource(file) : file, signal, onProgress);
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof DOMException && error.name === 'DataError') {
      return failed({ kind: 'damaged', detail: String(error) });
    }
    if (error instanceof DOMException) {
      return failed({ kind: 'unreadable', detail: String(error) });
    }
    throw error;
  }
}

function blobSource(file: Blob): ByteSource {
  const read = async (start: number, end: number) => new Uint8Array(await file.slice(start, end).arrayBuffer());
  return { size: file.size, read };
}

async function check(
  source: ByteSource,
  signal: AbortSignal | undefined,
  onProgress: CheckOptions['onProgress'],
): Promise<Result<CheckedBackup, BackupFault>> {
  const zip = await ZipReader.open(source, BACKUP_LIMITS);
  if (!zip.ok) {
    // A ZIP file that holds other things is another kind of file rather than a bad one, unless it was made to harm.
    const { kind, entry } = zip.failure;
    const isOther = kind === 'bad-name' && !/\.\.|^[/\\]|:|\\/.test(entry ?? '');
    return isOther ? failed({ kind: 'not-a-backup', ...(entry !== undefined && { entry }) }) : zip;
  }
  const manifest = await readManifest(zip.value);
  if (!manifest.ok) return manifest;

  const unnamed = new Set(zip.value.paths);
  unnamed.delete(MANIFEST_PATH);
  const ids = new Set<string>();
  const createdAt: number[] = [];
  for (let number = 1; number <= manifest.value.uploadCount; number += 1) {
    signal?.throwIfAborted();
    const found = await readEntry(zip.value, number);
    if (!found.ok) return found;
    const { upload, paths } = found.value;
    if (ids.has(upload.upload.id)) return failed({ kind: 'duplicate-id', entry: paths[0]! });
    ids.add(upload.upload.id);
    createdAt.push(upload.upload.createdAt);
    for (const path of paths) unnamed.delete(path);
    onProgress?.(number, manifest.value.uploadCount);
  }
  const [extra] = unnamed;
  if (extra !== undefined) return failed({ kind: 'unexpected', entry: extra });
  return success({
    manifest: manifest.value,
    createdAt,
    read: async (number) => {
      const found = await readEntry(zip.value, number);
      return found.ok ? success(found.value.upload) : found;
    },
  });
}
