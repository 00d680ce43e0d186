import { RecordDamagedError } from '../records/record-damaged-error';
import type { Change, Found, RecordStore, Where, WriteOptions } from '../records/record-store';
import type { ReadRow } from './read-row';
import type { Upload } from './upload';
import { damagedUpload, isKept, TABLES, type UploadRecord, type UploadTables } from './upload-records';

/** So many uploads are changed in one step; all of thousands at once would hold the page up. */
export const CHANGE_PART = 50;

export type UploadRow = Found<UploadRecord>;
export type UploadChange = Change & { readonly table: keyof UploadTables };

/** The records of uploads, with their types: lists of rows, and changes one at a time that lose nothing of other tabs'. */
export abstract class UploadRows {
  protected readonly records: RecordStore;
  /** Uploads of which a part did not open. */
  readonly #damaged = new Set<string>();
  #lastChange: Promise<unknown> = Promise.resolve();
  protected readonly now: () => number;

  constructor(records: RecordStore, now: () => number = Date.now) {
    this.records = records;
    this.now = now;
  }

  /** Without those that no list shows. */
  protected async listRows(where?: Where): Promise<Upload[]> {
    const kept: Upload[] = [];
    for await (const part of this.scanRows(where)) {
      kept.push(...part.map(shownRow).filter(isKept));
    }
    return kept.map((row) => (this.#damaged.has(row.id) ? { ...row, failure: { kind: 'record-damaged' } } : row));
  }

  protected scanRows(where?: Where): AsyncIterable<readonly UploadRow[]> {
    return this.records.scan('uploads', where) as AsyncIterable<readonly UploadRow[]>;
  }

  /** null where there is nothing, with a record of null where it does not open. */
  protected async findAll<N extends keyof UploadTables>(
    table: N,
    ids: readonly string[],
  ): Promise<(Found<UploadTables[N]> | null)[]> {
    return (await this.records.read(table, ids)) as (Found<UploadTables[N]> | null)[];
  }

  /** Rejects with a `RecordDamagedError` when it is there and does not open. */
  protected async open<N extends keyof UploadTables>(table: N, id: string): Promise<UploadTables[N] | null> {
    const [found] = await this.findAll(table, [id]);
    if (found && !found.record) {
      this.#damaged.add(id);
      throw new RecordDamagedError(table, id);
    }
    return found?.record ?? null;
  }

  /** @param change what is to be written for a row that is there; uploads that are gone are passed over */
  protected async changeEach(
    ids: readonly string[],
    change: (row: UploadRow) => readonly UploadChange[] | Promise<readonly UploadChange[]>,
    options?: WriteOptions,
  ): Promise<void> {
    for (let at = 0; at < ids.length; at += CHANGE_PART) {
      const part = ids.slice(at, at + CHANGE_PART);
      await this.change(async () => {
        const rows = await this.findAll('uploads', part);
        return (await Promise.all(rows.map((row) => (row ? change(row) : [])))).flat();
      }, options);
    }
  }

  /** @param think is asked anew when another tab was faster; when it rejects, nothing is written */
  protected change(think: () => Promise<readonly UploadChange[]>, options?: WriteOptions): Promise<void> {
    return this.inTurn(async () => {
      while (!(await this.records.write(await think(), options))) {}
    });
  }

  /** Work that no change may come into. */
  inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const done = this.#lastChange.catch(() => undefined).then(work);
    this.#lastChange = done;
    return done;
  }

  /** Resolves when no change is on its way anymore. */
  async settled(): Promise<void> {
    await this.#lastChange.catch(() => undefined);
  }

  close(): void {
    this.records.close();
  }
}

export function shownRow({ id, record }: UploadRow): UploadRecord {
  return record ?? damagedUpload(id);
}

export function put<N extends keyof UploadTables>(table: N, record: UploadTables[N]): UploadChange {
  return { table, id: record.id, record };
}

/** The readings of an upload; nothing where it has not been read. */
export function putReadings(id: string, { current, other }: Omit<ReadRow, 'upload'>): readonly UploadChange[] {
  return current ? [put('readings', { id, ...current, other })] : [];
}

export function rowChange(before: UploadRow, record: UploadRecord): UploadChange {
  return { ...put('uploads', record), before };
}

export function removal(before: UploadRow): readonly UploadChange[] {
  const { id } = before;
  return TABLES.map((table) => ({ table, id, record: null, ...(table === 'uploads' && { before }) }));
}
