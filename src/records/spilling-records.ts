import { byteSize, MemoryRecords } from './memory-records';
import type { Change, Found, RecordStore, Where, WriteOptions } from './record-store';

/** Bytes of pictures that are held in memory at most. */
const MOST_HELD_BYTES = 256 * 1024 * 1024;

/** The page's memory holds as much as it may, and nothing is to be written to the device. */
export class MemoryFullError extends Error {
  constructor(mostBytes: number) {
    super(`the page holds ${mostBytes} bytes already`);
    this.name = 'MemoryFullError';
  }
}

export function isDeviceFull(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError';
}

/**
 * A store that loses nothing when the device has no room: what it could not keep is held in memory, hides its older
 * state on the device and looks the same to everybody who asks, until `saveHeld` finds room. Where nothing new is to be
 * kept, records of new ids are held in memory only. What is held outlives the connection to the device.
 */
export class SpillingRecords implements RecordStore {
  /** Whether new ids go to the device. */
  keepsNew = true;
  #device: RecordStore = new MemoryRecords();
  readonly #memory = new MemoryRecords();
  /** Those of the ids in memory for which the device had no room, and whether it has an older state of them. */
  readonly #refused = new Map<string, boolean>();
  readonly #mostBytes: number;

  constructor(mostBytes = MOST_HELD_BYTES) {
    this.#mostBytes = mostBytes;
  }

  /** To be called before anything is asked, and again when the connection was lost. */
  connect(device: RecordStore): void {
    this.#device = device;
  }

  /** Whether something is held under the id, wanted so or for want of room. */
  holds(id: string): boolean {
    return this.#memory.has(id);
  }

  /** The ids of which something is held for want of room. */
  get unsaved(): Pick<ReadonlySet<string>, 'has' | 'size'> {
    return this.#refused;
  }

  async read(table: string, ids: readonly string[]): Promise<readonly (Found | null)[]> {
    const held = await this.#memory.read(table, ids);
    const others = ids.filter((_id, index) => !held[index]);
    const kept = [...(others.length > 0 ? await this.#device.read(table, others) : [])];
    return held.map((found) => found ?? kept.shift() ?? null);
  }

  async *scan(table: string, where?: Where): AsyncGenerator<readonly Found[], void> {
    const held: Found[] = [];
    for await (const part of this.#memory.scan(table)) {
      held.push(...part);
    }
    yield held;
    const ids = new Set(held.map(({ id }) => id));
    for await (const part of this.#device.scan(table, where)) {
      yield part.filter(({ id }) => !ids.has(id));
    }
  }

  /** What is held is deleted on the device as well. One write at a time: others wait for it, and for `saveHeld`. */
  async write(changes: readonly Change[], { holds = false }: WriteOptions = {}): Promise<boolean> {
    const created = createdBy(changes);
    const isHeld = ({ id }: Change) => this.#memory.has(id) || (!this.keepsNew && created.has(id));
    const held = changes.filter(isHeld);
    const kept = [...changes.filter((change) => !isHeld(change)), ...held.filter(isDeletion).map(withoutBefore)];
    if (!this.#memory.areStill(held.filter(({ id, table }) => this.#memory.has(id, table)))) {
      return false;
    }
    if (!this.#hasRoomFor(held)) {
      throw new MemoryFullError(this.#mostBytes);
    }
    try {
      if (kept.length > 0 && !(await this.#device.write(kept))) {
        return false;
      }
    } catch (error) {
      if (holds && isDeviceFull(error) && this.#hasRoomFor(changes)) {
        await this.#memory.write(changes.map(withoutBefore));
        for (const { id } of kept) {
          this.#refused.set(id, !created.has(id));
        }
      }
      throw error;
    }
    await this.#memory.write(held.map(withoutBefore));
    for (const id of new Set(held.map((change) => change.id))) {
      await this.#afterChange(id);
    }
    return true;
  }

  close(): void {
    this.#device.close();
  }

  /**
   * Brings what is to be kept of what is held to the device, the smallest first, so that as many as possible are safe.
   *
   * @returns rejects when there is no room for the next one; what was saved before stays saved
   */
  async saveHeld(): Promise<void> {
    const ids = this.keepsNew ? this.#memory.ids : [...this.#refused.keys()];
    for (const id of ids) {
      // From now on it is missed when there is no room for it.
      this.#refused.set(id, this.#refused.get(id) ?? false);
    }
    for (const id of [...ids].sort((a, b) => this.#memory.bytes([a]) - this.#memory.bytes([b]))) {
      await this.#save(id);
    }
  }

  async #save(id: string): Promise<void> {
    const all = this.#memory.allOf(id);
    // Another tab may have deleted what was there.
    const isDeleted = this.#refused.get(id) && !(await this.#isOnDevice(all));
    if (!isDeleted) {
      await this.#device.write(all);
    }
    await this.#memory.write(all.map(({ table }) => ({ table, id, record: null })));
    this.#refused.delete(id);
  }

  async #isOnDevice(records: readonly Change[]): Promise<boolean> {
    const found = await Promise.all(records.map(({ table, id }) => this.#device.read(table, [id])));
    return found.flat().some(Boolean);
  }

  /** What is on the device in an older state may find room there with any change to it, as a mark that it is deleted. */
  async #afterChange(id: string): Promise<void> {
    if (!this.#memory.has(id)) {
      this.#refused.delete(id);
    } else if (this.#refused.get(id)) {
      await this.#save(id).catch(() => undefined);
    }
  }

  #hasRoomFor(changes: readonly Change[]): boolean {
    const added = changes.reduce((sum, { record }) => sum + byteSize(record), 0);
    return added === 0 || this.#memory.bytes() + added <= this.#mostBytes;
  }
}

/** The ids of which nothing was there before. */
function createdBy(changes: readonly Change[]): ReadonlySet<string> {
  const there = new Set(changes.filter(({ before }) => before).map(({ id }) => id));
  return new Set(changes.filter(({ id, before }) => before === null && !there.has(id)).map(({ id }) => id));
}

function isDeletion({ record }: Change): boolean {
  return record === null;
}

function withoutBefore({ before: _before, ...change }: Change): Change {
  return change;
}
