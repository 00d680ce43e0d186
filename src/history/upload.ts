import type { BackendInfo } from '../contract/network';
import type { Recognition } from '../contract/recognition';

/** What a list shows of a reading, small enough to be loaded for every row. */
export interface ReadingSummary {
  /** The lines that were read, joined by newlines; '' when the picture holds no digits. */
  readonly text: string;
  readonly digitCount: number;
  /** How many digits are marked 'check'. */
  readonly checkCount: number;
  /** Probability of the least certain digit, 0..1; null without digits. */
  readonly lowestConfidence: number | null;
  readonly modelVersion: string;
  readonly backend: BackendInfo['name'];
}

/** A row of the history. Picture, thumbnail and full reading are loaded one by one, when they are needed. */
export interface Upload {
  readonly id: string;
  /** The file's name as the person knows it. */
  readonly name: string;
  readonly mime: string;
  /** Bytes of the file. */
  readonly size: number;
  /** Milliseconds since 1970 (UTC). */
  readonly createdAt: number;
  /** null until the picture has been read. */
  readonly reading: ReadingSummary | null;
}

/** An upload to be kept: the row with the bytes of the file. */
export interface NewUpload {
  readonly id: string;
  readonly name: string;
  readonly mime: string;
  readonly createdAt: number;
  readonly bytes: ArrayBuffer;
}

/** A small encoded picture. */
export interface Thumbnail {
  readonly mime: string;
  readonly bytes: ArrayBuffer;
}

/** @returns the part of a recognition that lists show */
export function summarizeReading(recognition: Recognition): ReadingSummary {
  const confidences = recognition.digits.map((digit) => digit.prediction.ranked[0]?.probability ?? 0);
  return {
    text: recognition.text,
    digitCount: recognition.digits.length,
    checkCount: recognition.digits.filter((digit) => digit.prediction.verdict === 'check').length,
    lowestConfidence: confidences.length > 0 ? Math.min(...confidences) : null,
    modelVersion: recognition.modelVersion,
    backend: recognition.backend.name,
  };
}
