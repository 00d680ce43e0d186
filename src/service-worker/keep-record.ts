import { FILE_GROUPS, type FileGroupId } from '../contract/shipped-file';

/** What outlives a version: which groups are kept, and the files of the two latest versions that took over. */
export interface KeepRecord {
  readonly groups: readonly FileGroupId[];
  /** Cache keys. */
  readonly current: readonly string[];
  /** Of the version before, for pages that have not been loaded again yet. */
  readonly before: readonly string[];
}

const EMPTY: KeepRecord = { groups: [], current: [], before: [] };

/** Remembers the record beside the files that it is about, so that both are lost together. */
export class KeepRecordPlace {
  readonly #cache: () => Promise<Cache>;
  readonly #key: string;
  #last: Promise<unknown> = Promise.resolve();

  constructor(cache: () => Promise<Cache>, key: string) {
    this.#cache = cache;
    this.#key = key;
  }

  async read(): Promise<KeepRecord> {
    const stored = await (await this.#cache()).match(this.#key);
    return stored ? readRecord(await stored.json().catch(() => null)) : EMPTY;
  }

  /** Changes follow each other: none is computed from what another one is about to replace. */
  change(change: (record: KeepRecord) => KeepRecord): Promise<KeepRecord> {
    const changed = this.#last.then(async () => {
      const next = change(await this.read());
      await (await this.#cache()).put(this.#key, new Response(JSON.stringify(next)));
      return next;
    });
    this.#last = changed.catch(() => undefined);
    return changed;
  }
}

/** What does not look like a record counts as none: files are fetched once more, nothing else is lost. */
function readRecord(stored: unknown): KeepRecord {
  if (typeof stored !== 'object' || stored === null) return EMPTY;
  const { groups, current, before } = stored as Partial<Record<keyof KeepRecord, unknown>>;
  return {
    groups: FILE_GROUPS.map(({ id }) => id).filter((id) => strings(groups).includes(id)),
    current: strings(current),
    before: strings(before),
  };
}

function strings(stored: unknown): readonly string[] {
  return Array.isArray(stored) ? stored.filter((entry) => typeof entry === 'string') : [];
}
