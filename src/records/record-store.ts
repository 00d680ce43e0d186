/** What every record has; which other fields there are is up to its table. */
export interface StoredRecord {
  readonly id: string;
}

export interface Found<R = StoredRecord> {
  readonly id: string;
  /** null when it cannot be opened: it was changed or cut off since it was written. */
  readonly record: R | null;
  /** Tells this state of the record from every other. Records that older versions wrote may have none. */
  readonly stamp: string | number | undefined;
}

/** One step of a write. */
export interface Change {
  readonly table: string;
  readonly id: string;
  /** null deletes it; absent: it is only compared. */
  readonly record?: StoredRecord | null;
  /** What was found when the change was thought out, null: nothing. Absent where that does not matter. */
  readonly before?: Found | null;
}

export interface WriteOptions {
  /** Where the device has no room, the change is held in memory by a store that can; the write rejects all the same. */
  readonly holds?: boolean;
}

/** Narrows a scan: a store that has the index gives only records with the value, every other store gives all. */
export interface Where {
  readonly index: string;
  readonly value: string;
}

/**
 * Where records are kept: a database, memory, or another store behind a layer that seals, or that holds what finds no
 * room. Methods reject when storage fails.
 */
export interface RecordStore {
  /** All of them as they are at one moment, in the order asked for; null where there is nothing. */
  read(table: string, ids: readonly string[]): Promise<readonly (Found | null)[]>;
  /** All records of a table, some at a time: thousands at once would hold the page up. */
  scan(table: string, where?: Where): AsyncIterable<readonly Found[]>;
  /**
   * Writes all or nothing, in one step.
   *
   * @returns false, with nothing written, when a record is not anymore what it was before
   */
  write(changes: readonly Change[], options?: WriteOptions): Promise<boolean>;
  close(): void;
}

/** Whether a record is still what was found before. */
export function isStill(before: Change['before'], now: Pick<Found, 'stamp'> | null): boolean {
  return before === undefined || (before && now ? before.stamp === now.stamp : before === now);
}
