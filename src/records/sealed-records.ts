import type { RecordCipher } from '../contract/record-cipher';
import { RecordDamagedError } from './record-damaged-error';
import { decodeJson, encodeJson } from './sealed-json';
import type { SealedDatabase, SealedRecord } from './sealed-schema';
import type { StoredReading, Thumbnail } from './upload';

/** Both readings of an upload as they are sealed. */
export interface SealedReadings {
  readonly current: StoredReading;
  readonly other: StoredReading | null;
}

const LINE_END = 0x0a;

/** Pictures, thumbnails and readings: each is sealed by itself, so that one that is damaged takes nothing along. */
export class SealedParts {
  /** Uploads of which a part did not open. */
  readonly damaged = new Set<string>();
  readonly #database: SealedDatabase;
  readonly #cipher: RecordCipher;

  constructor(database: SealedDatabase, cipher: RecordCipher) {
    this.#database = database;
    this.#cipher = cipher;
  }

  /** Throws `RecordDamagedError` when it is there and does not open, as the others do. */
  async picture(id: string): Promise<ArrayBuffer | null> {
    const plain = await this.#open(await this.#database.get('pictures', id), 'picture');
    return plain?.buffer ?? null;
  }

  async thumbnail(id: string): Promise<Thumbnail | null> {
    const plain = await this.#open(await this.#database.get('thumbnails', id), 'thumbnail');
    if (!plain) {
      return null;
    }
    const end = plain.indexOf(LINE_END);
    return { mime: new TextDecoder().decode(plain.subarray(0, end)), bytes: plain.slice(end + 1).buffer };
  }

  async openReadings(sealed: SealedRecord | undefined): Promise<SealedReadings | null> {
    const plain = await this.#open(sealed, 'reading');
    return plain && (decodeJson(plain) as SealedReadings);
  }

  sealPicture(id: string, bytes: ArrayBuffer): Promise<Uint8Array<ArrayBuffer>> {
    return this.#cipher.seal(id, 'picture', new Uint8Array(bytes));
  }

  sealThumbnail(id: string, { mime, bytes }: Thumbnail): Promise<Uint8Array<ArrayBuffer>> {
    const head = new TextEncoder().encode(`${mime}\n`);
    const plain = new Uint8Array(head.length + bytes.byteLength);
    plain.set(head);
    plain.set(new Uint8Array(bytes), head.length);
    return this.#cipher.seal(id, 'thumbnail', plain);
  }

  sealReadings(id: string, readings: SealedReadings): Promise<Uint8Array<ArrayBuffer>> {
    return this.#cipher.seal(id, 'reading', encodeJson(readings));
  }

  async #open(sealed: SealedRecord | undefined, field: string): Promise<Uint8Array<ArrayBuffer> | null> {
    if (!sealed) {
      return null;
    }
    const plain = await this.#cipher.open(sealed.id, field, new Uint8Array(sealed.sealed));
    if (!plain) {
      this.damaged.add(sealed.id);
      throw new RecordDamagedError(sealed.id, field);
    }
    return plain;
  }
}
