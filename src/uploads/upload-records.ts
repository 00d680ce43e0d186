import type { StoredReading, Thumbnail, Upload } from './upload';

/** An upload as it is stored. */
export interface UploadRecord extends Upload {
  /** When it went to the trash (ms since 1970); null otherwise. */
  readonly trashedAt: number | null;
  /** Written, but not to be seen before whoever wrote it says so; absent otherwise. */
  readonly staged?: StagedMark;
}

interface StagedMark {
  /** Names the work that staged it. */
  readonly by: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Records of version 1 have a recognition only, so what came later may be absent. */
interface ReadingRecord {
  readonly id: string;
  readonly recognition: StoredReading['recognition'];
  readonly corrections?: StoredReading['corrections'];
  readonly other?: StoredReading | null;
}

/** All that belongs to an upload, each part under its id. Bytes stand apart, so that a list loads no picture. */
export interface UploadTables {
  readonly uploads: UploadRecord;
  readonly pictures: { readonly id: string; readonly bytes: ArrayBuffer };
  readonly thumbnails: Thumbnail & { readonly id: string };
  readonly readings: ReadingRecord;
}

export const TABLES = ['uploads', 'pictures', 'thumbnails', 'readings'] as const satisfies (keyof UploadTables)[];

/** Whether a list shows the record. */
export function isKept(record: UploadRecord): boolean {
  return record.trashedAt === null && record.staged === undefined;
}

/** What is left to show of a record that does not open. */
export function damagedUpload(id: string): UploadRecord {
  return {
    ...{ id, name: '', mime: '', size: 0, createdAt: 0, batchId: null },
    ...{ reading: null, otherReading: null, failure: { kind: 'record-damaged' }, trashedAt: null },
  };
}
