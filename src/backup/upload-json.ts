import { CORRECTIONS_VERSION, type Corrections, correctedReading } from '../corrections/corrections';
import { packGlyph, unpackGlyph } from '../corrections/pack-glyph';
import { storedCorrections, upgradeCorrections } from '../corrections/stored-corrections';
import { summarizeFixed } from '../corrections/summarize-fixed';
import { upgradeRecognition } from '../numbers/upgrade-recognition';
import type { WholeUpload } from '../uploads/read-row';
import { type ReadingSummary, type StoredReading, summarizeReading } from '../uploads/upload';
import type { ReadingJson, UploadJson } from './backup-schema';

/** An upload without its bytes as JSON; its summaries are left out, because readings tell them. */
export function toUploadJson({ upload, current, other, thumbnail }: WholeUpload): UploadJson {
  const { id, name, mime, createdAt, batchId, place, failure } = upload;
  return {
    ...{ id, name, mime, createdAt, batchId, failure },
    ...(place !== undefined && { place }),
    ...wordsOf(upload),
    thumbnail: (thumbnail?.mime ?? null) as UploadJson['thumbnail'],
    current: current && toReadingJson(current),
    other: other && toReadingJson(other),
  };
}

/** @returns the upload that was written; throws where corrections cannot be applied */
export function fromUploadJson(
  json: UploadJson,
  picture: Uint8Array<ArrayBuffer>,
  thumbnail: Uint8Array<ArrayBuffer> | null,
): WholeUpload {
  const { id, name, mime, createdAt, batchId, place, failure } = json;
  const current = json.current && fromReadingJson(json.current);
  const other = json.other && fromReadingJson(json.other);
  return {
    upload: {
      ...{ id, name, mime, createdAt, batchId, failure, size: picture.length },
      ...(place !== undefined && { place }),
      ...wordsOf(json),
      reading: current && summarize(current),
      otherReading: other && summarize(other),
    },
    current,
    other,
    picture: picture.buffer,
    thumbnail: thumbnail && json.thumbnail ? { mime: json.thumbnail, bytes: thumbnail.buffer } : null,
  };
}

type Words = Pick<WholeUpload['upload'], 'fileName' | 'batchName' | 'note'>;

function wordsOf({ fileName, batchName, note }: Words): Words {
  return {
    ...(fileName !== undefined && { fileName }),
    ...(batchName !== undefined && { batchName }),
    ...(note !== undefined && { note }),
  };
}

function toReadingJson({ recognition: stored, corrections }: StoredReading): ReadingJson {
  const recognition = upgradeRecognition(stored);
  const value = corrections && upgradeCorrections(corrections);
  const digits = recognition.digits.map((digit) => ({ ...digit, glyph: packGlyph(digit.glyph) }));
  // The schema's arrays may be changed, those of a reading may not; JSON knows no difference.
  return {
    recognition: { ...recognition, digits },
    corrections: value && { version: CORRECTIONS_VERSION, value },
  } as unknown as ReadingJson;
}

function fromReadingJson({ recognition, corrections }: ReadingJson): StoredReading {
  const digits = recognition.digits.map((digit) => ({
    ...digit,
    glyph: unpackGlyph(digit.glyph.side, digit.glyph.ink),
  }));
  return { recognition: upgradeRecognition({ ...recognition, digits }), corrections };
}

function summarize({ recognition, corrections }: StoredReading): ReadingSummary {
  const read = summarizeReading(recognition);
  if (!corrections) {
    return read;
  }
  const stored: Corrections = storedCorrections(recognition, corrections);
  return { ...read, ...summarizeFixed(correctedReading(recognition, stored), stored) };
}
