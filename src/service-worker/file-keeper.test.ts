import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ShippedFile } from '../contract/shipped-file';
import { FileKeeper } from './file-keeper';
import { TestCacheStorage } from './test-cache-storage';

const SITE = 'https://digits.test/some/where/';

/** A site as its host serves it, and what was asked of it. */
class TestSite {
  files: Readonly<Record<string, string>> = {};
  isReachable = true;
  asked: string[] = [];

  readonly fetch = async (url: string): Promise<Response> => {
    const path = url.slice(SITE.length);
    this.asked.push(path);
    if (!this.isReachable) throw new TypeError('Failed to fetch');
    const content = this.files[path];
    return content === undefined ? new Response('Not found', { status: 404 }) : new Response(content);
  };
}

function listFiles(files: Readonly<Record<string, string>>): readonly ShippedFile[] {
  return Object.entries(files).map(([url, content]) => ({
    url,
    integrity: `sha256-${createHash('sha256').update(content).digest('base64')}`,
    bytes: content.length,
  }));
}

const FIRST = {
  '': '<main>1</main>',
  'assets/app-1.js': 'app 1',
  'assets/same.css': 'same',
  'assets/threads.wasm': 'wasm',
  'models/latin/weights.bin': 'weights 1',
};
const SECOND = {
  '': '<main>2</main>',
  'assets/app-2.js': 'app 2',
  'assets/same.css': 'same',
  'assets/threads.wasm': 'wasm',
  'models/latin/weights.bin': 'weights 2',
};

let site: TestSite;
let caches: TestCacheStorage;

function keeperOf(files: Readonly<Record<string, string>>, siteUrl = SITE): FileKeeper {
  return new FileKeeper({
    files: listFiles(files),
    siteUrl,
    caches: caches as unknown as CacheStorage,
    fetch: site.fetch,
  });
}

async function read(keeper: FileKeeper, path: string): Promise<string> {
  const response = await keeper.answer(keeper.fileAt(SITE + path)!);
  return response.type === 'error' ? 'network error' : response.text();
}

async function spoil(path: string, content: string | null): Promise<void> {
  const cache = await caches.open(caches.names()[0]!);
  const { url } = (await cache.keys()).find((key) => key.url.startsWith(`${SITE}${path}?`))!;
  if (content === null) await cache.delete(url);
  else await cache.put(url, new Response(content));
}

beforeEach(() => {
  site = new TestSite();
  site.files = FIRST;
  caches = new TestCacheStorage();
});

describe('a version on the device', () => {
  it('answers without a connection, and fetched each file once', async () => {
    const keeper = keeperOf(FIRST);
    expect(await keeper.keep(['app', 'reader', 'wasm'])).toEqual({ ok: true, value: null });
    site.isReachable = false;
    expect(await read(keeper, '?backend=wasm#/history')).toBe(FIRST['']);
    expect(await read(keeper, 'index.html')).toBe(FIRST['']);
    expect(await read(keeper, 'models/latin/weights.bin')).toBe('weights 1');
    expect(site.asked.toSorted()).toEqual(Object.keys(FIRST).toSorted());
  });

  it('knows its own files only', () => {
    const keeper = keeperOf(FIRST);
    expect(keeper.fileAt(`${SITE}somebody.json`)).toBeUndefined();
    expect(keeper.fileAt('https://digits.test/some/assets/app-1.js')).toBeUndefined();
  });

  it('tells how much of each group is there', async () => {
    const keeper = keeperOf(FIRST);
    const steps: number[] = [];
    await keeper.keep(['app'], (kept) => steps.push(kept));
    expect(await keeper.status()).toEqual([
      { id: 'reader', keptBytes: 0, totalBytes: 9 },
      { id: 'wasm', keptBytes: 0, totalBytes: 4 },
      { id: 'app', keptBytes: 23, totalBytes: 23 },
    ]);
    expect(steps[0]).toBe(0);
    expect(steps.at(-1)).toBe(23);
    expect(steps).toEqual(steps.toSorted((one, other) => one - other));
  });

  it('fetches a file once when it is used and kept in the same moment', async () => {
    const keeper = keeperOf(FIRST);
    const [content] = await Promise.all([read(keeper, 'models/latin/weights.bin'), keeper.keep(['reader'])]);
    expect(content).toBe('weights 1');
    expect(site.asked).toEqual(['models/latin/weights.bin']);
  });

  it('gives back the room of all but the app', async () => {
    const keeper = keeperOf(FIRST);
    await keeper.want(['reader']);
    await keeper.keep(['app', 'reader']);
    await keeper.drop();
    expect((await keeper.status()).map((group) => group.keptBytes)).toEqual([0, 0, 23]);
    expect(await keeper.wantedGroups()).toEqual(['app']);
  });
});

describe('what went wrong heals', () => {
  it.each([
    ['missing', null],
    ['cut off', 'ap'],
    ['something else', '<!doctype html><title>Hotel network</title>'],
  ])('a kept file that is %s is fetched again', async (_what, content) => {
    const keeper = keeperOf(FIRST);
    await keeper.keep(['app']);
    await spoil('assets/app-1.js', content);
    expect(await read(keeper, 'assets/app-1.js')).toBe('app 1');
    site.isReachable = false;
    expect(await read(keeper, 'assets/app-1.js')).toBe('app 1');
  });

  it('without a connection a spoiled file is an error, never the wrong content', async () => {
    const keeper = keeperOf(FIRST);
    await keeper.keep(['app']);
    await spoil('assets/app-1.js', 'alert(1)');
    site.isReachable = false;
    expect(await read(keeper, 'assets/app-1.js')).toBe('network error');
  });

  it('a half-filled version is completed with what is missing alone', async () => {
    const keeper = keeperOf(FIRST);
    await keeper.keep(['app']);
    await spoil('assets/same.css', null);
    site.asked = [];
    expect(await keeper.keep(['app'])).toMatchObject({ ok: true });
    expect(site.asked).toEqual(['assets/same.css']);
  });

  it('says why files could not be kept', async () => {
    const why = async () => keeperOf(FIRST).keep(['app', 'reader']);
    site.isReachable = false;
    expect(await why()).toEqual({ ok: false, failure: 'unreachable' });
    site.isReachable = true;
    site.files = SECOND;
    expect(await why()).toEqual({ ok: false, failure: 'another-version' });
    site.files = FIRST;
    caches.room = 0;
    expect(await why()).toEqual({ ok: false, failure: 'no-room' });
  });

  it('answers from the site when there is no room', async () => {
    caches.room = 0;
    expect(await read(keeperOf(FIRST), 'models/latin/weights.bin')).toBe('weights 1');
  });

  it('never mixes models of another version with its code', async () => {
    const keeper = keeperOf(FIRST);
    site.files = SECOND;
    expect(await read(keeper, 'models/latin/weights.bin')).toBe('network error');
  });
});

describe('the next version', () => {
  beforeEach(async () => {
    const first = keeperOf(FIRST);
    await first.want(['reader']);
    await first.keep(await first.wantedGroups());
    await first.takeOver();
    site.files = SECOND;
    site.asked = [];
  });

  it('fetches what changed, and brings what the version before was used with', async () => {
    const second = keeperOf(SECOND);
    expect(await second.keep(await second.wantedGroups())).toMatchObject({ ok: true });
    expect(site.asked.toSorted()).toEqual(['', 'assets/app-2.js', 'models/latin/weights.bin']);
  });

  it('leaves the version that runs untouched until it takes over, and its chunks for pages that come late', async () => {
    const first = keeperOf(FIRST);
    const second = keeperOf(SECOND);
    await second.keep(await second.wantedGroups());
    site.isReachable = false;
    expect(await read(first, '')).toBe(FIRST['']);
    expect(await read(first, 'models/latin/weights.bin')).toBe('weights 1');
    await second.takeOver();
    expect(await read(second, 'models/latin/weights.bin')).toBe('weights 2');
    const late = await second.answerEarlier(new Request(`${SITE}assets/app-1.js`));
    expect(await late.text()).toBe('app 1');
  });

  it('lets go of the version before the last', async () => {
    const second = keeperOf(SECOND);
    await second.keep(['app']);
    await second.takeOver();
    const third = { ...SECOND, 'assets/app-3.js': 'app 3' };
    site.files = third;
    await keeperOf(third).keep(['app']);
    await keeperOf(third).takeOver();
    const keys = await (await caches.open(caches.names()[0]!)).keys();
    expect(keys.filter(({ url }) => url.includes('app-1'))).toEqual([]);
    expect(keys.filter(({ url }) => url.includes('app-2'))).toHaveLength(1);
  });
});

it('two copies of the site under one origin do not touch each other', async () => {
  await keeperOf(FIRST).keep(['app']);
  await keeperOf(FIRST, 'https://digits.test/other/').takeOver();
  expect(caches.names()).toHaveLength(2);
  site.isReachable = false;
  expect(await read(keeperOf(FIRST), 'assets/app-1.js')).toBe('app 1');
});

it('a record that nobody can read costs no more than fetching again', async () => {
  const keeper = keeperOf(FIRST);
  await keeper.want(['reader']);
  const cache = await caches.open(caches.names()[0]!);
  await cache.put(`${SITE}?kept`, new Response('{"groups":7'));
  expect(await keeper.wantedGroups()).toEqual(['app']);
  await cache.put(`${SITE}?kept`, new Response('{"groups":["reader","nonsense",3],"current":null}'));
  expect(await keeper.wantedGroups()).toEqual(['app', 'reader']);
});
