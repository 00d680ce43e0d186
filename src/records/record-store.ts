import type { RecognitionFailure } from '../contract/failure';
import type { Recognition } from '../contract/recognition';
import type { ReadRow, WholeUpload } from './read-row';
import type { CorrectedSummary, NewUpload, StoredCorrections, StoredReading, Thumbnail, Upload } from './upload';

/** A picture as it was handed in. */
export interface StoredPicture {
  readonly name: string;
  readonly mime: string;
  readonly bytes: ArrayBuffer;
}

/**
 * Where uploads are kept. One implementation writes to IndexedDB, one to memory. Methods reject when storage fails;
 * `UploadHistory` turns that into a `Result`. A change to an upload that is gone does nothing.
 */
export interface UploadStore {
  /** Newest first, without those in the trash. */
  list(): Promise<readonly Upload[]>;
  /** The uploads of one batch in the order they came, without those in the trash. */
  listBatch(batchId: string): Promise<readonly Upload[]>;
  find(id: string): Promise<Upload | null>;
  picture(id: string): Promise<StoredPicture | null>;
  thumbnail(id: string): Promise<Thumbnail | null>;
  reading(id: string): Promise<StoredReading | null>;
  /** The upload with both of its readings, also from the trash; null when there is none. */
  row(id: string): Promise<ReadRow | null>;
  addUpload(upload: NewUpload): Promise<void>;
  addThumbnail(id: string, thumbnail: Thumbnail): Promise<void>;
  /**
   * Keeps a reading. Where there is one already, both stay to be compared: the new one counts and the old one stands
   * beside it, except that a reading corrected by hand goes on counting and the new one stands beside.
   */
  addRecognition(id: string, recognition: Recognition): Promise<void>;
  /** Keeps why a picture could not be read; one that has been read before stays read. */
  addFailure(id: string, failure: RecognitionFailure): Promise<void>;
  /** Replaces the corrections of the reading that counts; null takes them away. */
  saveCorrections(id: string, corrections: StoredCorrections | null, summary: CorrectedSummary): Promise<void>;
  /** Makes the reading that stands beside count, and the other way round; without one beside, nothing happens. */
  swapReadings(ids: readonly string[]): Promise<void>;
  /** Drops the readings that stand beside. */
  dropOtherReadings(ids: readonly string[]): Promise<void>;
  /** Marks uploads as deleted at `trashedAt` (ms since 1970), or takes the mark away when that is null. */
  setTrashed(ids: readonly string[], trashedAt: number | null): Promise<void>;
  /** Really removes what went to the trash at or before `trashedUntil` (ms since 1970). */
  purge(trashedUntil: number): Promise<void>;
  /** Really removes uploads, past the trash: where there is no room at all, marking one is too much already. */
  remove(ids: readonly string[]): Promise<void>;
  /**
   * Writes an upload that nobody sees before `commit`. What is never committed goes after an hour, at a start.
   *
   * @param by names the work it belongs to; an upload that is there already, seen or in the trash, makes it reject
   */
  stage(upload: WholeUpload, by: string): Promise<void>;
  /**
   * In one go: all staged uploads are seen from now on, and the rows in `changed` replace those of their uploads, out
   * of the trash if need be. Rejects and changes nothing when one of them is not there anymore.
   */
  commit(ids: readonly string[], by: string, changed: readonly ReadRow[]): Promise<void>;
  /** Takes back what was staged and is not committed. */
  dropStaged(ids: readonly string[], by: string): Promise<void>;
  close(): void;
}
