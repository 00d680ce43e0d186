import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { StoredReading, Thumbnail, Upload } from './upload';

export const DATABASE_NAME = 'digit-reader';

/** An upload as it lies in the database. */
export interface UploadRecord extends Upload {
  /** When it went to the trash (ms since 1970); null otherwise. */
  readonly trashedAt: number | null;
  /** Written, but not to be seen before whoever wrote it says so; absent otherwise. */
  readonly staged?: StagedMark;
}

export interface StagedMark {
  /** Names the work that staged it. */
  readonly by: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** So long a restore may stand still, a laptop closed meanwhile, before what it staged is taken for left behind. */
export const STAGED_KEPT_MS = 60 * 60 * 1000;

export interface PictureRecord {
  readonly id: string;
  readonly bytes: ArrayBuffer;
}

export interface ThumbnailRecord extends Thumbnail {
  readonly id: string;
}

/** Records of version 1 have a recognition only, so what came later may be absent. */
export interface ReadingRecord {
  readonly id: string;
  readonly recognition: StoredReading['recognition'];
  readonly corrections?: StoredReading['corrections'];
  readonly other?: StoredReading | null;
}

/** Bytes stand apart from rows, so that listing thousands of rows loads no picture. */
export interface HistorySchema extends DBSchema {
  uploads: { key: string; value: UploadRecord; indexes: { 'by-created': number; 'by-batch': string } };
  pictures: { key: string; value: PictureRecord };
  thumbnails: { key: string; value: ThumbnailRecord };
  readings: { key: string; value: ReadingRecord };
}

export type HistoryDatabase = IDBPDatabase<HistorySchema>;
export type UpgradeTransaction = IDBPTransaction<HistorySchema, StoreNames<HistorySchema>[], 'versionchange'>;

/** Whether a list shows the record. */
export function isKept(record: UploadRecord): boolean {
  return record.trashedAt === null && record.staged === undefined;
}

export const ALL_STORES = ['uploads', 'pictures', 'thumbnails', 'readings'] as const;
