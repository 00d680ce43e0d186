import { decodeJson, encodeJson } from '../records/sealed-json';
import type { Codec } from '../records/sealed-records';
import type { StoredReading } from './upload';
import type { UploadRecord, UploadTables } from './upload-records';

/** Both readings of an upload as they are sealed. */
interface SealedReadings {
  readonly current: StoredReading;
  readonly other: StoredReading | null;
}

const LINE_END = 0x0a;

/** What the records of a profile are before they are sealed. */
export const UPLOAD_CODECS: { readonly [N in keyof UploadTables]: Codec<UploadTables[N]> } = {
  uploads: {
    field: 'upload',
    encode: encodeJson,
    decode: (plain) => decodeJson(plain) as UploadRecord,
    isRemembered: true,
  },
  pictures: {
    field: 'picture',
    encode: ({ bytes }) => new Uint8Array(bytes),
    decode: ({ buffer }, id) => ({ id, bytes: buffer }),
  },
  /** The media type, a line end, then the bytes. */
  thumbnails: {
    field: 'thumbnail',
    encode: ({ mime, bytes }) => {
      const head = new TextEncoder().encode(`${mime}\n`);
      const plain = new Uint8Array(head.length + bytes.byteLength);
      plain.set(head);
      plain.set(new Uint8Array(bytes), head.length);
      return plain;
    },
    decode: (plain, id) => {
      const end = plain.indexOf(LINE_END);
      return { id, mime: new TextDecoder().decode(plain.subarray(0, end)), bytes: plain.slice(end + 1).buffer };
    },
  },
  readings: {
    field: 'reading',
    encode: ({ recognition, corrections = null, other = null }) => {
      return encodeJson({ current: { recognition, corrections }, other } satisfies SealedReadings);
    },
    decode: (plain, id) => {
      const { current, other } = decodeJson(plain) as SealedReadings;
      return { id, ...current, other };
    },
  },
};
