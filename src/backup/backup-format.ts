import type { ZipFault, ZipLimits } from '../archive/zip-fault';
import { IMAGE_FORMATS } from '../contract/image-formats';
import { LIMITS } from '../contract/limits';

/** Says what the file is, in its `backup.json`. */
export const BACKUP_FORMAT = 'digit-reader-backup';

/** Raised when older apps could no longer read what is written; `docs/backup.md` describes the format. */
export const BACKUP_VERSION = 2;

export const MANIFEST_PATH = 'backup.json';

const MEGABYTE = 1024 * 1024;

/** Three entries an upload and one manifest are as many as a ZIP file without extensions counts (APPNOTE 4.4.22). */
export const MAX_UPLOADS = 21_844;

/** A ZIP file without extensions has at most 4 GiB; some of it is left for what stands beside the pictures. */
export const MAX_PICTURE_BYTES = 3.5 * 1024 * MEGABYTE;

/** What a backup may hold. Another name than these is refused before anything is unpacked. */
const MAX_BYTES_BY_NAME: readonly { readonly name: RegExp; readonly maxBytes: number }[] = [
  { name: /^backup\.json$/, maxBytes: MEGABYTE },
  { name: /^uploads\/[1-9]\d{0,4}\.json$/, maxBytes: 64 * MEGABYTE },
  { name: /^pictures\/[1-9]\d{0,4}\.[a-z]{3,4}$/, maxBytes: LIMITS.maxFileBytes },
  { name: /^thumbnails\/[1-9]\d{0,4}\.[a-z]{3,4}$/, maxBytes: 2 * MEGABYTE },
];

export const BACKUP_LIMITS: ZipLimits = {
  maxEntries: 3 * MAX_UPLOADS + 1,
  maxBytes: (path) => MAX_BYTES_BY_NAME.find((row) => row.name.test(path))?.maxBytes ?? null,
  maxTotalBytes: 16 * 1024 * MEGABYTE,
  maxRatio: 200,
  ratioFreeBytes: MEGABYTE,
};

/** One number for all that belongs to an upload, counted from 1: no name in the ZIP comes from a person. */
export const uploadPath = (number: number) => `uploads/${number}.json`;
export const picturePath = (number: number, mime: string) => `pictures/${number}${extensionOf(mime)}`;
export const thumbnailPath = (number: number, mime: string) => `thumbnails/${number}${extensionOf(mime)}`;

function extensionOf(mime: string): string {
  const format = IMAGE_FORMATS.find((row) => row.mimeTypes.some((type) => type === mime));
  return format?.extensions[0] ?? '.bin';
}

/**
 * Why a file is no backup that can be restored. not-a-backup: a ZIP file, but another one. newer-version: written by a
 * newer app. content: what a JSON file says is not what it should. missing: something that is named is not there.
 * unexpected: something is there that nothing names. not-a-picture: the bytes are not those of the picture they are
 * said to be. duplicate-id: the same upload twice. unreadable: the file was moved, or changed while it was read.
 */
export interface BackupFault {
  readonly kind:
    | ZipFault['kind']
    | 'not-a-backup'
    | 'newer-version'
    | 'content'
    | 'missing'
    | 'unexpected'
    | 'not-a-picture'
    | 'duplicate-id'
    | 'unreadable';
  /** The entry of the ZIP, as the file names it. */
  readonly entry?: string;
  /** Where in the entry, for a bug report. */
  readonly detail?: string;
}
