/** What the service worker uses of Cache Storage, in memory; `room` limits the bytes as a full disk does. */
export class TestCacheStorage {
  readonly #caches = new Map<string, TestCache>();
  room = Number.POSITIVE_INFINITY;

  async open(name: string): Promise<TestCache> {
    const cache = this.#caches.get(name) ?? new TestCache(() => this.room);
    this.#caches.set(name, cache);
    return cache;
  }

  names(): readonly string[] {
    return [...this.#caches.keys()];
  }
}

class TestCache {
  readonly #entries = new Map<string, Uint8Array<ArrayBuffer>>();
  readonly #room: () => number;

  constructor(room: () => number) {
    this.#room = room;
  }

  async match(key: string, options?: { readonly ignoreSearch?: boolean }): Promise<Response | undefined> {
    const plain = (url: string) => (options?.ignoreSearch ? url.split('?')[0] : url);
    const found = [...this.#entries].find(([url]) => plain(url) === plain(key));
    return found && new Response(found[1]);
  }

  async put(key: string, response: Response): Promise<void> {
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (bytes.length > this.#room()) throw new DOMException('no room', 'QuotaExceededError');
    this.#entries.set(key, bytes);
  }

  async delete(key: string): Promise<boolean> {
    return this.#entries.delete(key);
  }

  async keys(): Promise<readonly { readonly url: string }[]> {
    return [...this.#entries.keys()].map((url) => ({ url }));
  }
}
