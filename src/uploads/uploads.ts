import type { RecognitionFailure } from '../contract/failure';
import type { Recognition } from '../contract/recognition';
import { withOwnBytes } from '../records/own-bytes';
import {
  type ReadRow,
  type WholeUpload,
  withCorrections,
  withFailure,
  withoutOther,
  withRecognition,
  withSwapped,
} from './read-row';
import { StagedUploads } from './staged-uploads';
import type {
  CorrectedSummary,
  NewUpload,
  StoredCorrections,
  StoredPicture,
  StoredReading,
  Thumbnail,
  Upload,
} from './upload';
import { asTheyCame, newestFirst } from './upload-order';
import { isKept, type UploadRecord, type UploadTables } from './upload-records';
import { put, putReadings, removal, rowChange, shownRow } from './upload-rows';
import { type UploadWords, withWords } from './upload-words';

/** So long a restore may stand still, a laptop closed meanwhile, before what it staged is taken for left behind. */
const STAGED_KEPT_MS = 60 * 60 * 1000;

/**
 * Every picture handed in and what was read in it, wherever records are kept. Methods reject when storage fails, with a
 * `RecordDamagedError` when what is asked for was changed from outside. A change to an upload that is gone does nothing.
 */
export class Uploads extends StagedUploads {
  /** Newest first, without those in the trash. */
  async list(): Promise<readonly Upload[]> {
    return (await this.listRows()).sort(newestFirst);
  }

  /** The uploads of one batch in the order they came, without those in the trash. */
  async listBatch(batchId: string): Promise<readonly Upload[]> {
    const rows = await this.listRows({ index: 'by-batch', value: batchId });
    return rows.filter((upload) => upload.batchId === batchId).sort(asTheyCame);
  }

  async find(id: string): Promise<Upload | null> {
    const record = await this.open('uploads', id);
    return record && isKept(record) ? record : null;
  }

  async picture(id: string): Promise<StoredPicture | null> {
    const upload = await this.find(id);
    const picture = upload && (await this.open('pictures', id));
    return picture && { name: upload.name, mime: upload.mime, bytes: picture.bytes };
  }

  thumbnail(id: string): Promise<Thumbnail | null> {
    return this.open('thumbnails', id);
  }

  /** What an older version read is brought up to today's form. */
  async reading(id: string): Promise<StoredReading | null> {
    const reading = currentOf(await this.open('readings', id));
    if (!reading || 'numbers' in reading.recognition) {
      return reading;
    }
    const { upgradeRecognition } = await import('../numbers/upgrade-recognition');
    return { ...reading, recognition: upgradeRecognition(reading.recognition) };
  }

  /** The upload with both of its readings, also from the trash; null when there is none. */
  async row(id: string): Promise<ReadRow | null> {
    const [upload, readings] = await Promise.all([this.open('uploads', id), this.open('readings', id)]);
    return upload && !upload.staged ? readRow(upload, readings) : null;
  }

  /** The upload with all that belongs to it; null when it is gone, or in the trash. */
  async whole(id: string): Promise<WholeUpload | null> {
    const [row, picture, thumbnail] = await Promise.all([this.row(id), this.picture(id), this.thumbnail(id)]);
    return row && picture && { ...row, picture: picture.bytes, thumbnail };
  }

  addUpload({ bytes, ...row }: NewUpload): Promise<void> {
    const { id, mime } = row;
    const unread = { size: bytes.byteLength, reading: null, otherReading: null, failure: null, trashedAt: null };
    return this.change(
      async () => {
        const [before = null] = await this.findAll('uploads', [id]);
        const known = put('uploads', { ...row, ...before?.record, mime, ...unread });
        return [{ ...known, before }, put('pictures', { id, bytes })];
      },
      { holds: true },
    );
  }

  addThumbnail(id: string, { mime, bytes }: Thumbnail): Promise<void> {
    return this.changeEach([id], (before) => [
      { table: 'uploads', id, before },
      put('thumbnails', { id, mime, bytes }),
    ]);
  }

  /**
   * Keeps a reading. Where there is one already, both stay to be compared: the new one counts and the old one stands
   * beside it, except that a reading corrected by hand goes on counting and the new one stands beside.
   *
   * @param isAsked a person wants this reading in place of the one there, corrected or not
   */
  addRecognition(id: string, recognition: Recognition, isAsked = false): Promise<void> {
    return this.#changeReadings([id], (row) => withRecognition(row, withOwnBytes(recognition), isAsked));
  }

  /** Keeps why a picture could not be read; one that has been read before stays read. */
  addFailure(id: string, failure: RecognitionFailure): Promise<void> {
    return this.#changeReadings([id], (row) => withFailure(row, failure));
  }

  /** Replaces the corrections of the reading that counts; null takes them away. */
  saveCorrections(id: string, corrections: StoredCorrections | null, summary: CorrectedSummary): Promise<void> {
    return this.#changeReadings([id], (row) => withCorrections(row, corrections, summary));
  }

  /** Makes the reading that stands beside count, and the other way round; without one beside, nothing happens. */
  swapReadings(ids: readonly string[]): Promise<void> {
    return this.#changeReadings(ids, withSwapped);
  }

  /** Drops the readings that stand beside. */
  dropOtherReadings(ids: readonly string[]): Promise<void> {
    return this.#changeReadings(ids, withoutOther);
  }

  /** Changes names and notes, in one go for all of the uploads. */
  describe(ids: readonly string[], words: UploadWords): Promise<void> {
    return this.changeEach(ids, (row) => (row.record ? [rowChange(row, withWords(row.record, words))] : []));
  }

  trash(ids: readonly string[]): Promise<void> {
    return this.changeEach(ids, (row) => [rowChange(row, { ...shownRow(row), trashedAt: this.now() })]);
  }

  /** Takes uploads out of the trash. @returns how many of them are still there */
  async restore(ids: readonly string[]): Promise<number> {
    const there = new Set<string>();
    await this.changeEach(ids, (row) => {
      there.add(row.id);
      return [rowChange(row, { ...shownRow(row), trashedAt: null })];
    });
    return there.size;
  }

  /** Really removes those of the uploads that are in the trash. */
  emptyTrash(ids: readonly string[]): Promise<void> {
    return this.changeEach(ids, (row) => (shownRow(row).trashedAt === null ? [] : removal(row)));
  }

  /** Really removes uploads, past the trash: where there is no room at all, marking one is too much already. */
  remove(ids: readonly string[]): Promise<void> {
    return this.changeEach(ids, removal);
  }

  /** Really removes what went to the trash at or before `trashedUntil` (ms since 1970), and what was staged and left. */
  purge(trashedUntil: number): Promise<void> {
    const isOver = ({ trashedAt, staged }: UploadRecord) =>
      (trashedAt !== null && trashedAt <= trashedUntil) || (staged && staged.at <= trashedUntil - STAGED_KEPT_MS);
    return this.inTurn(async () => {
      for await (const part of this.scanRows()) {
        // Where another tab is faster, the next start looks again.
        await this.records.write(part.filter((row) => isOver(shownRow(row))).flatMap(removal));
      }
    });
  }

  #changeReadings(ids: readonly string[], change: (row: ReadRow) => ReadRow): Promise<void> {
    return this.changeEach(
      ids,
      async (row) => {
        const { id, record } = row;
        if (!record) {
          return [];
        }
        const [before = null] = await this.findAll('readings', [id]);
        // A reading that does not open anymore gives way to the next one.
        const changed = change(readRow(record, before?.record ?? null));
        const readings = putReadings(id, changed).map((put) => ({ ...put, before }));
        return [rowChange(row, { ...record, ...changed.upload }), ...readings];
      },
      { holds: true },
    );
  }
}

function currentOf(stored: UploadTables['readings'] | null): StoredReading | null {
  return stored && { recognition: stored.recognition, corrections: stored.corrections ?? null };
}

function readRow(upload: UploadRecord, stored: UploadTables['readings'] | null): ReadRow {
  return { upload, current: currentOf(stored), other: stored?.other ?? null };
}
