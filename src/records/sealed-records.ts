import type { RecordCipher } from '../contract/record-cipher';
import type { StampOf } from './idb-records';
import type { Change, Found, RecordStore, StoredRecord } from './record-store';

/** All that a sealed store shows to somebody without the key: random ids, and sealed bytes. */
export interface SealedRecord extends StoredRecord {
  readonly sealed: ArrayBuffer;
}

/** How the records of a table become bytes to be sealed. Once something is stored, neither may change. */
export interface Codec<R = StoredRecord> {
  /** What the bytes are sealed as, beside the id. */
  readonly field: string;
  encode(record: R): Uint8Array<ArrayBuffer>;
  decode(plain: Uint8Array<ArrayBuffer>, id: string): R;
  /** Whether opened records are remembered as long as nobody changes them: those that lists ask for again and again. */
  readonly isRemembered?: boolean;
}

/** The start of sealed bytes, which holds their nonce: no two are the same. */
const NONCE_BYTES = 16;

/** Sealed records are told apart without a field beside the bytes. */
export const nonceOf: StampOf = (stored) => {
  const { sealed } = stored as SealedRecord;
  return String.fromCharCode(...new Uint8Array(sealed, 0, Math.min(NONCE_BYTES, sealed.byteLength)));
};

/**
 * Keeps records in another store so that nothing about them can be read there without the key. Each is sealed by itself:
 * one that was changed or cut off from outside is found as one that cannot be opened, and takes nothing along.
 */
export class SealedRecords implements RecordStore {
  readonly #inner: RecordStore;
  readonly #cipher: RecordCipher;
  readonly #codecs: Readonly<Record<string, Codec>>;
  readonly #remembered = new Map<string, Found>();

  /** @param codecs one for each table */
  constructor(inner: RecordStore, cipher: RecordCipher, codecs: Readonly<Record<string, Codec>>) {
    this.#inner = inner;
    this.#cipher = cipher;
    this.#codecs = codecs;
  }

  async read(table: string, ids: readonly string[]): Promise<readonly (Found | null)[]> {
    const all = await this.#inner.read(table, ids);
    return Promise.all(all.map((found) => found && this.#open(table, found)));
  }

  async *scan(table: string): AsyncGenerator<readonly Found[], void> {
    for await (const part of this.#inner.scan(table)) {
      yield await Promise.all(part.map((found) => this.#open(table, found)));
    }
  }

  /** Sealing takes longer than a transaction may wait: that is why changes are compared with what they were made of. */
  async write(changes: readonly Change[]): Promise<boolean> {
    return this.#inner.write(await Promise.all(changes.map((change) => this.#seal(change))));
  }

  close(): void {
    this.#remembered.clear();
    this.#inner.close();
  }

  async #seal(change: Change): Promise<Change> {
    const { table, id, record } = change;
    if (!record) {
      return change;
    }
    const { field, encode } = this.#codecOf(table);
    const { buffer } = await this.#cipher.seal(id, field, encode(record));
    const sealed: SealedRecord = { id, sealed: buffer };
    return { ...change, record: sealed };
  }

  async #open(table: string, { id, record, stamp }: Found): Promise<Found> {
    const { field, decode, isRemembered } = this.#codecOf(table);
    const known = this.#remembered.get(`${table}/${id}`);
    if (known && known.stamp === stamp) {
      return known;
    }
    const plain = await this.#cipher.open(id, field, new Uint8Array((record as SealedRecord).sealed));
    const opened = { id, stamp, record: plain && decode(plain, id) };
    if (isRemembered) {
      this.#remembered.set(`${table}/${id}`, opened);
    }
    return opened;
  }

  #codecOf(table: string): Codec {
    return this.#codecs[table] as Codec;
  }
}
