import { type Change, type Found, isStill, type RecordStore, type StoredRecord } from './record-store';

/** Keeps records as long as the page is open, those of one id together. */
export class MemoryRecords implements RecordStore {
  readonly #byId = new Map<string, Map<string, Found>>();
  #lastStamp = 0;

  async read(table: string, ids: readonly string[]): Promise<readonly (Found | null)[]> {
    return ids.map((id) => this.#find(table, id));
  }

  async *scan(table: string): AsyncGenerator<readonly Found[], void> {
    yield this.ids.flatMap((id) => this.#find(table, id) ?? []);
  }

  async write(changes: readonly Change[]): Promise<boolean> {
    const areStill = this.areStill(changes);
    if (areStill) {
      for (const change of changes) {
        this.#put(change);
      }
    }
    return areStill;
  }

  close(): void {
    this.#byId.clear();
  }

  get ids(): readonly string[] {
    return [...this.#byId.keys()];
  }

  /** Whether there is a record under the id, in one table or in any. */
  has(id: string, table?: string): boolean {
    return table === undefined ? this.#byId.has(id) : this.#find(table, id) !== null;
  }

  areStill(changes: readonly Change[]): boolean {
    return changes.every(({ table, id, before }) => isStill(before, this.#find(table, id)));
  }

  /** All that is there under an id, as it would be written to another store. */
  allOf(id: string): readonly Change[] {
    return [...(this.#byId.get(id) ?? [])].map(([table, { record }]) => ({ table, id, record }));
  }

  /** Bytes under one id, or under all. */
  bytes(ids: readonly string[] = this.ids): number {
    return ids.flatMap((id) => this.allOf(id)).reduce((sum, { record }) => sum + byteSize(record), 0);
  }

  #find(table: string, id: string): Found | null {
    return this.#byId.get(id)?.get(table) ?? null;
  }

  #put({ table, id, record }: Change): void {
    const records = this.#byId.get(id) ?? new Map<string, Found>();
    if (record) {
      this.#lastStamp += 1;
      this.#byId.set(id, records.set(table, { id, record, stamp: this.#lastStamp }));
    } else if (record === null && records.delete(table) && records.size === 0) {
      this.#byId.delete(id);
    }
  }
}

/** Bytes in the fields of a record; text and numbers are not counted, they are small beside any picture. */
export function byteSize(record: StoredRecord | null | undefined): number {
  const sizes = Object.values(record ?? {}).map((value) => (value instanceof ArrayBuffer ? value.byteLength : 0));
  return sizes.reduce((sum, size) => sum + size, 0);
}
