import type { Recognition } from '../contract/recognition';
import type { NewUpload, Thumbnail, Upload } from './upload';

/** A picture as it was handed in. */
export interface StoredPicture {
  readonly name: string;
  readonly mime: string;
  readonly bytes: ArrayBuffer;
}

/**
 * Where uploads are kept. One implementation writes to IndexedDB, one to memory. Methods reject when storage fails;
 * `UploadHistory` turns that into a `Result`.
 */
export interface UploadStore {
  /** Newest first, without those in the trash. */
  list(): Promise<readonly Upload[]>;
  find(id: string): Promise<Upload | null>;
  picture(id: string): Promise<StoredPicture | null>;
  thumbnail(id: string): Promise<Thumbnail | null>;
  recognition(id: string): Promise<Recognition | null>;
  addUpload(upload: NewUpload): Promise<void>;
  /** Does nothing when the upload is gone; the same holds for `addRecognition`. */
  addThumbnail(id: string, thumbnail: Thumbnail): Promise<void>;
  addRecognition(id: string, recognition: Recognition): Promise<void>;
  /** Marks uploads as deleted at `trashedAt` (ms since 1970), or takes the mark away when that is null. */
  setTrashed(ids: readonly string[], trashedAt: number | null): Promise<void>;
  /** Really removes what went to the trash at or before `trashedUntil` (ms since 1970). */
  purge(trashedUntil: number): Promise<void>;
  close(): void;
}
