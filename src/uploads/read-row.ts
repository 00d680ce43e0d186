import type { RecognitionFailure } from '../contract/failure';
import type { Recognition } from '../contract/recognition';
import {
  type CorrectedSummary,
  type StoredCorrections,
  type StoredReading,
  summarizeReading,
  type Thumbnail,
  type Upload,
} from './upload';

/** An upload with both of its readings; the summaries in `upload` belong to them. */
export interface ReadRow {
  readonly upload: Upload;
  /** The reading that counts; null until the picture has been read. */
  readonly current: StoredReading | null;
  /** The reading beside it, to compare with. */
  readonly other: StoredReading | null;
}

/** An upload with all that belongs to it: what a backup holds, and what moves from one store to another. */
export interface WholeUpload extends ReadRow {
  readonly picture: ArrayBuffer;
  readonly thumbnail: Thumbnail | null;
}

/** @returns the row with a new reading, which counts unless the one there was corrected by hand */
export function withRecognition({ upload: before, current }: ReadRow, recognition: Recognition): ReadRow {
  const upload = { ...before, failure: null };
  const reading = summarizeReading(recognition);
  const added: StoredReading = { recognition, corrections: null };
  const isSame = upload.reading?.text === reading.text;
  if (isSame) {
    // Nothing to compare: the newer one counts, unless a person has put work into the older one.
    const counts = upload.reading?.isEdited ? { reading: upload.reading, current } : { reading, current: added };
    return { upload: { ...upload, reading: counts.reading, otherReading: null }, current: counts.current, other: null };
  }
  return upload.reading?.isEdited
    ? { upload: { ...upload, otherReading: reading }, current, other: added }
    : { upload: { ...upload, reading, otherReading: upload.reading }, current: added, other: current };
}

/** @returns the row with the reason why reading failed; a reading that is there stays worth more than that */
export function withFailure(row: ReadRow, failure: RecognitionFailure): ReadRow {
  return row.current ? row : { ...row, upload: { ...row.upload, failure } };
}

/** @returns the row with other corrections; the same row when it has not been read */
export function withCorrections(
  row: ReadRow,
  corrections: StoredCorrections | null,
  summary: CorrectedSummary,
): ReadRow {
  const { upload, current, other } = row;
  return upload.reading && current
    ? {
        upload: { ...upload, reading: { ...upload.reading, ...summary } },
        current: { ...current, corrections },
        other,
      }
    : row;
}

export function withSwapped(row: ReadRow): ReadRow {
  const { upload, current, other } = row;
  return upload.otherReading && other
    ? {
        upload: { ...upload, reading: upload.otherReading, otherReading: upload.reading },
        current: other,
        other: current,
      }
    : row;
}

export function withoutOther({ upload, current }: ReadRow): ReadRow {
  return { upload: { ...upload, otherReading: null }, current, other: null };
}
