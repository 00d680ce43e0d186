import { ZipWriter } from '../archive/zip-writer';
import type { Upload } from '../uploads/upload';
import type { Uploads } from '../uploads/uploads';
import {
  BACKUP_FORMAT,
  BACKUP_VERSION,
  MANIFEST_PATH,
  MAX_PICTURE_BYTES,
  MAX_UPLOADS,
  picturePath,
  thumbnailPath,
  uploadPath,
} from './backup-format';
import type { ManifestJson } from './backup-schema';
import { toUploadJson } from './upload-json';

export interface BackupOptions {
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** The person's choices, as flat JSON. */
  readonly settings: ManifestJson['settings'];
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

/** Whether one ZIP file can hold all of these. */
export function fitsOneBackup(uploads: readonly Upload[]): boolean {
  const bytes = uploads.reduce((sum, upload) => sum + upload.size, 0);
  return uploads.length <= MAX_UPLOADS && bytes <= MAX_PICTURE_BYTES;
}

/**
 * All that the history shows as the bytes of one ZIP file, piece by piece, so that they can be sealed or written to the
 * disk while they come. What is deleted meanwhile is left out.
 *
 * @returns ends by rejecting with the signal's reason when that is aborted, and when storage fails
 */
export async function* writeBackup(
  history: Uploads,
  { createdAt, settings, signal, onProgress }: BackupOptions,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  // What is damaged cannot be packed; who asks for the backup says so.
  const uploads = (await history.list()).filter((upload) => upload.failure?.kind !== 'record-damaged');
  const zip = new ZipWriter();
  let number = 0;
  for (const [index, { id }] of uploads.entries()) {
    signal?.throwIfAborted();
    const upload = await history.whole(id);
    if (upload) {
      number += 1;
      const { mime } = upload.upload;
      zip.addText(uploadPath(number), JSON.stringify(toUploadJson(upload)));
      zip.addBytes(picturePath(number, mime), new Uint8Array(upload.picture));
      if (upload.thumbnail) {
        zip.addBytes(thumbnailPath(number, upload.thumbnail.mime), new Uint8Array(upload.thumbnail.bytes));
      }
      yield* zip.takeParts();
    }
    onProgress?.(index + 1, uploads.length);
  }
  const manifest = {
    format: BACKUP_FORMAT,
    version: BACKUP_VERSION,
    createdAt,
    uploadCount: number,
    settings,
  } as const;
  zip.addText(MANIFEST_PATH, JSON.stringify(manifest satisfies ManifestJson));
  yield* zip.finish();
}
