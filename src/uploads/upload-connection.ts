import type { ConnectionEvents } from '../records/idb-records';
import { MemoryRecords } from '../records/memory-records';
import type { RecordStore } from '../records/record-store';
import { SpillingRecords } from '../records/spilling-records';
import { Uploads } from './uploads';

/**
 * opening: not known yet. device: IndexedDB. memory: storage is denied, all is gone with the page. page: the same, because
 * the person wants it so. blocked: another tab holds an older database open. outdated: a newer version of the app took the
 * database over; this page must reload.
 */
export type HistoryPlace = 'opening' | 'device' | 'memory' | 'page' | 'blocked' | 'outdated';

export type OpenRecords = (events: ConnectionEvents) => Promise<RecordStore>;

/** How long a deletion can be undone when the page is closed before the trash is emptied. */
const TRASH_KEPT_MS = 10 * 60 * 1000;

interface ConnectionOptions {
  readonly now: () => number;
  /** Bytes of pictures in memory at most. */
  readonly mostHeldBytes: number | undefined;
  readonly onPlace: () => void;
}

/** The uploads of one history, from the moment that its database is asked for. */
export class UploadConnection {
  readonly records: SpillingRecords;
  readonly #open: OpenRecords;
  readonly #options: ConnectionOptions;
  #uploads: Promise<Uploads>;
  #place: HistoryPlace = 'opening';

  constructor(open: OpenRecords, options: ConnectionOptions) {
    this.#open = open;
    this.#options = options;
    this.records = new SpillingRecords(options.mostHeldBytes);
    this.#uploads = this.#connect();
  }

  get place(): HistoryPlace {
    return this.#place === 'device' && !this.records.keepsNew ? 'page' : this.#place;
  }

  /** Never rejects: where the browser denies storage, they live in memory. */
  get uploads(): Promise<Uploads> {
    return this.#uploads;
  }

  async #connect(): Promise<Uploads> {
    const connected = await this.#open({
      onBlocked: () => this.#moveTo('blocked'),
      onOutdated: () => this.#moveTo('outdated'),
      onTerminated: () => {
        this.#uploads = this.#connect();
      },
    }).catch(() => null);
    this.#moveTo(connected ? 'device' : 'memory');
    this.records.connect(connected ?? new MemoryRecords());
    const { now } = this.#options;
    const uploads = new Uploads(this.records, now);
    // An undo may still be open in another tab, so only what lies there for a while goes.
    void uploads.purge(now() - TRASH_KEPT_MS).catch(() => undefined);
    return uploads;
  }

  #moveTo(place: HistoryPlace): void {
    this.#place = place;
    this.#options.onPlace();
  }
}
