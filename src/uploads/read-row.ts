import type { RecognitionFailure } from '../contract/failure';
import type { Recognition } from '../contract/recognition';
import {
  type CorrectedSummary,
  type ReadingSummary,
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

/** A reading with what lists show of it. */
export interface RowReading {
  readonly stored: StoredReading;
  readonly summary: ReadingSummary;
}

/** The reading that counts, then the one beside it, as far as there are any that open. */
export function readingsOf({ upload, current, other }: ReadRow): readonly RowReading[] {
  return [
    ...(current && upload.reading ? [{ stored: current, summary: upload.reading }] : []),
    ...(other && upload.otherReading ? [{ stored: other, summary: upload.otherReading }] : []),
  ];
}

/** @returns the row with other readings: the one that counts, then the one beside it */
export function withReadings({ upload }: ReadRow, [counting, beside]: readonly RowReading[]): ReadRow {
  const [reading, otherReading] = [counting?.summary ?? null, beside?.summary ?? null];
  const failure = counting ? null : upload.failure;
  return {
    upload: { ...upload, reading, otherReading, failure },
    current: counting?.stored ?? null,
    other: beside?.stored ?? null,
  };
}

/** @returns the row with a new reading, which counts where it was asked for, or where the one there was not corrected by hand */
export function withRecognition(row: ReadRow, recognition: Recognition, isAsked = false): ReadRow {
  const added = { stored: { recognition, corrections: null }, summary: summarizeReading(recognition) };
  const [before] = readingsOf(row);
  if (!before) return withReadings(row, [added]);
  const { isEdited } = before.summary;
  const both = isEdited && !isAsked ? [before, added] : [added, before];
  // Two of the same text are not to be compared; what a person did to one is not lost for another that was asked for.
  const areSame = writtenOf(before) === writtenOf(added) && !(isEdited && isAsked);
  return withReadings(row, areSame ? both.slice(0, 1) : both);
}

function writtenOf({ summary: { written, text } }: RowReading): string {
  return written ?? text;
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
  const [counting, beside] = readingsOf(row);
  return counting && beside ? withReadings(row, [beside, counting]) : row;
}

export function withoutOther({ upload, current }: ReadRow): ReadRow {
  return { upload: { ...upload, otherReading: null }, current, other: null };
}
