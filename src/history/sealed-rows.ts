import type { RecordCipher } from '../contract/record-cipher';
import type { UploadRecord } from './schema';
import { decodeJson, encodeJson } from './sealed-json';
import { type SealedDatabase, type SealedRecord, sealStamp } from './sealed-schema';

/** Rows that are taken out of the database and opened at once. */
const LIST_PART = 500;

/** A row of the list with the sealed record it was opened from. */
export interface OpenedRow {
  readonly sealed: SealedRecord;
  /** null when it does not open: it was changed or cut off. */
  readonly record: UploadRecord | null;
}

/** What is left to show of a row that does not open. */
export function damagedRecord(id: string): UploadRecord {
  return {
    id,
    name: '',
    mime: '',
    size: 0,
    createdAt: 0,
    batchId: null,
    reading: null,
    otherReading: null,
    failure: { kind: 'record-damaged' },
    trashedAt: null,
  };
}

/** The rows of a profile, opened once and remembered as long as nobody changes them: lists ask for all of them often. */
export class SealedRows {
  readonly #database: SealedDatabase;
  readonly #cipher: RecordCipher;
  readonly #opened = new Map<string, { readonly stamp: string; readonly record: UploadRecord | null }>();

  constructor(database: SealedDatabase, cipher: RecordCipher) {
    this.#database = database;
    this.#cipher = cipher;
  }

  /** In no order. */
  async all(): Promise<readonly OpenedRow[]> {
    const rows: OpenedRow[] = [];
    let range: IDBKeyRange | null = null;
    for (;;) {
      const part: SealedRecord[] = await this.#database.getAll('uploads', range, LIST_PART);
      rows.push(...(await Promise.all(part.map((sealed) => this.#open(sealed)))));
      const last = part.at(-1);
      if (!last || part.length < LIST_PART) {
        return rows;
      }
      range = IDBKeyRange.lowerBound(last.id, true);
    }
  }

  async find(id: string): Promise<OpenedRow | null> {
    const sealed = await this.#database.get('uploads', id);
    return sealed ? this.#open(sealed) : null;
  }

  async seal(record: UploadRecord): Promise<Uint8Array<ArrayBuffer>> {
    const sealed = await this.#cipher.seal(record.id, 'upload', encodeJson(record));
    this.#opened.set(record.id, { stamp: sealStamp({ id: record.id, sealed: sealed.buffer }), record });
    return sealed;
  }

  clear(): void {
    this.#opened.clear();
  }

  async #open(sealed: SealedRecord): Promise<OpenedRow> {
    const stamp = sealStamp(sealed);
    const known = this.#opened.get(sealed.id);
    if (known?.stamp === stamp) {
      return { sealed, record: known.record };
    }
    const plain = await this.#cipher.open(sealed.id, 'upload', new Uint8Array(sealed.sealed));
    const record = plain && (decodeJson(plain) as UploadRecord);
    this.#opened.set(sealed.id, { stamp, record });
    return { sealed, record };
  }
}
