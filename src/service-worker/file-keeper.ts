import { failed, type Result, success } from '../contract/result';
import { FILE_GROUPS, FIRST_GROUP, type FileGroupId, fileGroup, type ShippedFile } from '../contract/shipped-file';
import { checkedResponse } from './checked-response';
import { fetchShippedFile, type Site } from './fetch-shipped-file';
import { KeepRecordPlace } from './keep-record';
import type { KeepFailure, KeptGroup } from './messages';

/** So many files are fetched at a time; the page that is being loaded goes first. */
const CONCURRENCY = 4;

export interface FileKeeperOptions extends Site {
  /** The files of this version. */
  readonly files: readonly ShippedFile[];
  readonly caches: CacheStorage;
}

interface Brought {
  /** To be cloned by whoever uses it. */
  readonly response: Response;
  readonly isKept: Promise<boolean>;
}

/**
 * Keeps the files of the site on the device. Every answer is compared with the checksum that the build wrote down, so
 * that whatever is missing, cut off or of another version is fetched again, and code never meets files of another
 * version. Files are told apart by their checksum: versions share what did not change.
 */
export class FileKeeper {
  readonly #files: ReadonlyMap<string, ShippedFile>;
  readonly #options: FileKeeperOptions;
  readonly #record: KeepRecordPlace;
  readonly #bringing = new Map<string, Promise<Result<Brought, KeepFailure>>>();

  constructor(options: FileKeeperOptions) {
    this.#options = options;
    this.#files = new Map(options.files.map((file) => [new URL(file.url, options.siteUrl).href, file]));
    this.#record = new KeepRecordPlace(() => this.#cache(), `${options.siteUrl}?kept`);
  }

  /** The file of this version at an address, whatever its query and hash. */
  fileAt(address: string): ShippedFile | undefined {
    const url = new URL(address);
    url.search = '';
    url.hash = '';
    const plain = url.href === `${this.#options.siteUrl}index.html` ? this.#options.siteUrl : url.href;
    return this.#files.get(plain);
  }

  /** From the device, or else from the site; a network error when neither has the file of this version. */
  async answer(file: ShippedFile): Promise<Response> {
    const kept = await this.#keptResponse(file);
    if (kept) return kept;
    const brought = await this.#bring(file);
    // The answer does not wait for the disk, nor for room on it.
    return brought.ok ? brought.value.response.clone() : Response.error();
  }

  /** A file of an earlier version, for a page that was loaded before the switch; from the site where it is not kept. */
  async answerEarlier(request: Request): Promise<Response> {
    const cache = await this.#cache();
    const kept = await cache.match(request.url, { ignoreSearch: true });
    return kept ?? this.#options.fetch(request.url, { cache: 'default', credentials: 'same-origin' });
  }

  /** Fetches whatever of the groups is not on the device. Only a whole file that is this version's counts. */
  async keep(
    groups: readonly FileGroupId[],
    onProgress: (keptBytes: number, totalBytes: number) => void = () => undefined,
  ): Promise<Result<null, KeepFailure>> {
    const wanted = this.#options.files.filter((file) => groups.includes(fileGroup(file.url)));
    const keys = await this.#keptKeys();
    const missing = wanted.filter((file) => !keys.has(this.#key(file)));
    const totalBytes = sumBytes(wanted);
    let keptBytes = totalBytes - sumBytes(missing);
    onProgress(keptBytes, totalBytes);
    let failure: KeepFailure | undefined;
    const fetchOthers = async (): Promise<void> => {
      for (let file = missing.shift(); file && !failure; file = missing.shift()) {
        const kept = await this.#bringAndWait(file);
        if (!kept.ok) failure = kept.failure;
        else keptBytes += file.bytes;
        onProgress(keptBytes, totalBytes);
      }
    };
    await Promise.all(Array.from({ length: CONCURRENCY }, fetchOthers));
    return failure ? failed(failure) : success(null);
  }

  /** The groups that this version has to bring: the app, and what earlier versions were used with. */
  async wantedGroups(): Promise<readonly FileGroupId[]> {
    return [FIRST_GROUP, ...(await this.#record.read()).groups];
  }

  /** From now on these groups are kept, in later versions too. */
  async want(groups: readonly FileGroupId[]): Promise<void> {
    const { groups: known } = await this.#record.read();
    if (groups.every((id) => id === FIRST_GROUP || known.includes(id))) return;
    await this.#record.change((record) => ({ ...record, groups: [...new Set([...record.groups, ...groups])] }));
  }

  /** Gives back the room of all groups but the first. */
  async drop(): Promise<void> {
    await this.#record.change((record) => ({ ...record, groups: [] }));
    const optional = this.#options.files.filter((file) => fileGroup(file.url) !== FIRST_GROUP);
    const cache = await this.#cache();
    await Promise.all(optional.map((file) => cache.delete(this.#key(file))));
  }

  async status(): Promise<readonly KeptGroup[]> {
    const keys = await this.#keptKeys();
    return FILE_GROUPS.flatMap(({ id }) => {
      const files = this.#options.files.filter((file) => fileGroup(file.url) === id);
      if (files.length === 0) return [];
      const kept = files.filter((file) => keys.has(this.#key(file)));
      return { id, keptBytes: sumBytes(kept), totalBytes: sumBytes(files) };
    });
  }

  /** This version takes over: its files stay, those of the version before stay once more, all others go. */
  async takeOver(): Promise<void> {
    const own = this.#options.files.map((file) => this.#key(file));
    const { current, before } = await this.#record.change((record) => ({
      ...record,
      current: own,
      before: isSameList(record.current, own) ? record.before : record.current,
    }));
    const stays = new Set([...current, ...before, `${this.#options.siteUrl}?kept`]);
    const cache = await this.#cache();
    const leaving = [...(await this.#keptKeys())].filter((key) => !stays.has(key));
    await Promise.all(leaving.map((key) => cache.delete(key)));
  }

  async #keptResponse(file: ShippedFile): Promise<Response | undefined> {
    const cache = await this.#cache();
    const kept = await cache.match(this.#key(file));
    if (!kept) return undefined;
    const checked = await checkedResponse(kept, file);
    if (!checked) await cache.delete(this.#key(file));
    return checked;
  }

  async #bringAndWait(file: ShippedFile): Promise<Result<null, KeepFailure>> {
    const brought = await this.#bring(file);
    if (!brought.ok) return brought;
    return (await brought.value.isKept) ? success(null) : failed('no-room');
  }

  /** Fetches a file and puts it on the device, once however many ask for it at the same moment. */
  #bring(file: ShippedFile): Promise<Result<Brought, KeepFailure>> {
    const key = this.#key(file);
    const running = this.#bringing.get(key) ?? this.#bringNow(file).finally(() => this.#bringing.delete(key));
    this.#bringing.set(key, running);
    return running;
  }

  async #bringNow(file: ShippedFile): Promise<Result<Brought, KeepFailure>> {
    const fetched = await fetchShippedFile(file, this.#options);
    if (!fetched.ok) return fetched;
    return success({ response: fetched.value, isKept: this.#put(file, fetched.value.clone()) });
  }

  async #put(file: ShippedFile, response: Response): Promise<boolean> {
    try {
      await (await this.#cache()).put(this.#key(file), response);
      return true;
    } catch {
      return false;
    }
  }

  async #keptKeys(): Promise<ReadonlySet<string>> {
    const requests = await (await this.#cache()).keys();
    return new Set(requests.map((request) => request.url));
  }

  /** Of this site alone: other apps may live under other paths of the same origin. */
  #cache(): Promise<Cache> {
    return this.#options.caches.open(`digit-reader files ${new URL(this.#options.siteUrl).pathname}`);
  }

  #key(file: ShippedFile): string {
    return new URL(`${file.url}?${encodeURIComponent(file.integrity)}`, this.#options.siteUrl).href;
  }
}

function sumBytes(files: readonly ShippedFile[]): number {
  return files.reduce((sum, file) => sum + file.bytes, 0);
}

function isSameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((entry, index) => entry === other[index]);
}
