import type { BackupFault } from '../../../backup/backup-format';
import { checkBackup } from '../../../backup/check-backup';
import { fitsOneBackup, writeBackup } from '../../../backup/write-backup';
import type { RecognitionFailure } from '../../../contract/failure';
import { failed, type Result, success } from '../../../contract/result';
import type { Upload } from '../../../uploads/upload';
import type { UploadHistory } from '../../../uploads/upload-history';
import type { PortableSettings } from '../../base/settings/settings';
import type { BackupLock } from './backup-lock';

/** So many bytes are handed to the browser at once, which may keep them on the disk instead of in memory. */
const PIECE_BYTES = 8 * 1024 * 1024;

interface MakeOptions {
  readonly settings: PortableSettings;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** Seals the file, so that not even a part of it is ever written down readable; null for the open history. */
  readonly lock: BackupLock | null;
  readonly signal: AbortSignal;
  /** writing: pictures are packed. proving: the file is read back. */
  readonly onProgress: (step: 'writing' | 'proving', done: number, total: number) => void;
}

export interface MadeBackup {
  readonly file: Blob;
  readonly count: number;
  /** Damaged pictures, which no backup can hold. */
  readonly leftOut: number;
}

/** nothing: there is no picture. too-large: for one ZIP file. failed: storage. fault: the file that was written. */
export type MakeFailure =
  | { readonly phase: 'nothing' | 'too-large' }
  | { readonly phase: 'failed'; readonly failure: RecognitionFailure }
  | { readonly phase: 'fault'; readonly fault: BackupFault };

/**
 * Packs the whole history into one file and reads it back, so that nobody finds out later that it cannot be restored.
 *
 * @returns rejects with the signal's reason when that is aborted
 */
export async function makeBackup(
  history: UploadHistory,
  { settings, createdAt, lock, signal, onProgress }: MakeOptions,
): Promise<Result<MadeBackup, MakeFailure>> {
  const listed = await history.list();
  if (!listed.ok) {
    return failed({ phase: 'failed', failure: listed.failure });
  }
  const saved = listed.value.filter(({ failure }) => failure?.kind !== 'never-saved');
  const whole = saved.filter(isWhole);
  if (whole.length === 0) {
    return failed({ phase: 'nothing' });
  }
  if (!fitsOneBackup(whole)) {
    return failed({ phase: 'too-large' });
  }
  const written = await history.use((store) => {
    const onWritten = (done: number, total: number) => onProgress('writing', done, total);
    const zip = writeBackup(store, { settings: { ...settings }, createdAt, signal, onProgress: onWritten });
    return gather(lock ? lock.seal(zip) : zip, lock ? 'application/octet-stream' : 'application/zip');
  }, signal);
  if (!written.ok) {
    return failed({ phase: 'failed', failure: written.failure });
  }
  const onProved = (done: number, total: number) => onProgress('proving', done, total);
  const source = lock ? await lock.open(written.value) : written.value;
  const proved = await checkBackup(source, { signal, onProgress: onProved });
  const leftOut = saved.length - whole.length;
  return proved.ok
    ? success({ file: written.value, count: proved.value.manifest.uploadCount, leftOut })
    : failed({ phase: 'fault', fault: proved.failure });
}

function isWhole({ failure }: Upload): boolean {
  return failure?.kind !== 'record-damaged';
}

async function gather(chunks: AsyncIterable<Uint8Array<ArrayBuffer>>, type: string): Promise<Blob> {
  const pieces: Blob[] = [];
  let waiting: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    waiting.push(chunk);
    bytes += chunk.length;
    if (bytes >= PIECE_BYTES) {
      pieces.push(new Blob(waiting));
      waiting = [];
      bytes = 0;
    }
  }
  return new Blob([...pieces, ...waiting], { type });
}
