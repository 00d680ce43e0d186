import type { DBSchema, IDBPDatabase } from 'idb';
import type { Recognition } from '../contract/recognition';
import type { Thumbnail, Upload } from './upload';

export const DATABASE_NAME = 'digit-reader';

/** An upload as it lies in the database. */
export interface UploadRecord extends Upload {
  /** When it went to the trash (ms since 1970); null otherwise. */
  readonly trashedAt: number | null;
}

export interface PictureRecord {
  readonly id: string;
  readonly bytes: ArrayBuffer;
}

export interface ThumbnailRecord extends Thumbnail {
  readonly id: string;
}

export interface ReadingRecord {
  readonly id: string;
  readonly recognition: Recognition;
}

/** Bytes stand apart from rows, so that listing thousands of rows loads no picture. */
export interface HistorySchema extends DBSchema {
  uploads: { key: string; value: UploadRecord; indexes: { 'by-created': number } };
  pictures: { key: string; value: PictureRecord };
  thumbnails: { key: string; value: ThumbnailRecord };
  readings: { key: string; value: ReadingRecord };
}

export type HistoryDatabase = IDBPDatabase<HistorySchema>;

export const ALL_STORES = ['uploads', 'pictures', 'thumbnails', 'readings'] as const;

type Upgrade = (database: HistoryDatabase) => void;

/** Row n takes a database of version n to version n + 1. Rows are never changed once released, only added. */
export const UPGRADES: readonly Upgrade[] = [
  (database) => {
    const uploads = database.createObjectStore('uploads', { keyPath: 'id' });
    uploads.createIndex('by-created', 'createdAt');
    database.createObjectStore('pictures', { keyPath: 'id' });
    database.createObjectStore('thumbnails', { keyPath: 'id' });
    database.createObjectStore('readings', { keyPath: 'id' });
  },
];

export const DATABASE_VERSION = UPGRADES.length;
