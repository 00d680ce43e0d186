import type { RecognitionFailure } from '../contract/failure';
import type { BackendInfo } from '../contract/network';
import { DEFAULT_SCRIPT, writtenIn } from '../contract/numeral-scripts';
import type { Recognition, RecognizedNumber } from '../contract/recognition';

/** What a list shows of a reading, small enough to be loaded for every row. */
export interface ReadingSummary {
  /** The lines joined by newlines, after correction by hand; '' when the picture holds no digits. */
  readonly text: string;
  /** As it stands in the picture, in the digits of its scripts; absent where nothing but Latin was read. */
  readonly written?: string;
  /** After correction. */
  readonly digitCount: number;
  /** How many digits still ask for a look: marked 'check' and neither accepted nor replaced by hand. */
  readonly openChecks: number;
  /** Probability of the least certain digit that nobody has looked at, 0..1; null when there is none. */
  readonly lowestConfidence: number | null;
  readonly isEdited: boolean;
  readonly modelVersion: string;
  readonly backend: BackendInfo['name'];
}

/** The part of a summary that corrections change. */
export type CorrectedSummary = Omit<ReadingSummary, 'modelVersion' | 'backend'>;

/** What was corrected by hand, kept without being understood here: whoever wrote it reads it, by its own version. */
export interface StoredCorrections {
  readonly version: number;
  /** Anything that JSON can hold. */
  readonly value: unknown;
}

/** What was read in a picture and what was corrected by hand; null without corrections. */
export interface StoredReading {
  readonly recognition: Recognition;
  readonly corrections: StoredCorrections | null;
}

/** A row of the history. Picture, thumbnail and full reading are loaded one by one, when they are needed. */
export interface Upload {
  readonly id: string;
  /** The file's name, or the one that a person gave it since. */
  readonly name: string;
  /** The file's own name, once a person gave it another; absent before. */
  readonly fileName?: string;
  readonly mime: string;
  /** Bytes of the file. */
  readonly size: number;
  /** Milliseconds since 1970 (UTC). */
  readonly createdAt: number;
  /** Shared by pictures that came in together; null for a picture that came alone. */
  readonly batchId: string | null;
  /** What a person called the batch; absent or '' without a name. */
  readonly batchName?: string;
  /** A person's own words on the picture; absent or '' without any. */
  readonly note?: string;
  /** Where it stands in its batch, ascending; absent in rows from before there were places. */
  readonly place?: number;
  /** null until the picture has been read. */
  readonly reading: ReadingSummary | null;
  /** The reading beside the one that counts, to compare with: see `Uploads.addRecognition`. */
  readonly otherReading: ReadingSummary | null;
  /** Why the picture could not be read the last time; null when it has been read, or when nobody has tried. */
  readonly failure: RecognitionFailure | null;
}

/** A picture as it was handed in. */
export interface StoredPicture extends Pick<Upload, 'name' | 'mime'> {
  readonly bytes: ArrayBuffer;
}

/** An upload to be kept: the row with the bytes of the file. */
export interface NewUpload extends StoredPicture, Pick<Upload, 'id' | 'createdAt' | 'batchId' | 'place'> {}

/** What is known of an upload before its picture is saved. */
export type AnnouncedUpload = Pick<Upload, 'id' | 'name' | 'createdAt' | 'batchId' | 'place'>;

/** A small encoded picture. */
export interface Thumbnail {
  readonly mime: string;
  readonly bytes: ArrayBuffer;
}

/**
 * The part of a recognition that lists show, before any correction: as `summarizeFixed` counts, without what corrections
 * need, because it is loaded before any picture.
 */
export function summarizeReading(recognition: Recognition): ReadingSummary {
  const { numbers, digits, marks, text, modelVersion, backend } = recognition;
  const counted = numbers.filter((number) => !number.isStruckOut && !number.isLabel);
  const digitsOf = ({ characters }: RecognizedNumber) =>
    characters.flatMap(({ kind, index }) => (kind === 'digit' ? digits[index]! : []));
  const marksOf = ({ characters }: RecognizedNumber) =>
    characters.flatMap(({ kind, index }) => (kind === 'mark' ? marks[index]! : []));
  const openChecksOf = (number: RecognizedNumber) => {
    const isDoubtful = [
      ...digitsOf(number).map(({ prediction }) => prediction.verdict !== 'sure'),
      ...marksOf(number).map(({ verdict }) => verdict !== 'sure'),
    ];
    return isDoubtful.filter(Boolean).length || Number(number.verdict === 'check' || number.doubts.length > 0);
  };
  const confidences = counted.flatMap((number) => [
    ...digitsOf(number).map(({ prediction }) => prediction.ranked[0]?.probability ?? 0),
    ...marksOf(number).map(({ confidence }) => confidence),
  ]);
  return {
    text,
    ...(digits.some(({ script }) => script) && { written: writtenText(recognition) }),
    digitCount: counted.flatMap(digitsOf).length,
    openChecks: counted.reduce((sum, number) => sum + openChecksOf(number), 0),
    lowestConfidence: confidences.length > 0 ? Math.min(...confidences) : null,
    isEdited: false,
    modelVersion,
    backend: backend.name,
  };
}

function writtenText({ lines, numbers, digits }: Recognition): string {
  const written = ({ text, characters }: RecognizedNumber) => {
    const first = characters.find(({ kind }) => kind === 'digit');
    return writtenIn(text, (first && digits[first.index]?.script) ?? DEFAULT_SCRIPT);
  };
  return lines.map(({ numberIndexes }) => numberIndexes.map((at) => written(numbers[at]!)).join(' ')).join('\n');
}
