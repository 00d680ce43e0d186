import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { testDigit, testRecognition } from '../numbers/test-recognition';
import { openTestDatabase } from '../records/test-database';
import { OPEN_DATABASE, openOpenUploads } from './open-database';
import { UPGRADES } from './upgrades';
import { UploadHistory } from './upload-history';

const BYTES = new Uint8Array([137, 80, 78, 71]).buffer;
const READING = testRecognition([[testDigit(4), testDigit(0, { probability: 0.6, verdict: 'check' })]]);

function upload(id: string, createdAt = 1000, batchId: string | null = null) {
  return { id, name: `${id}.png`, mime: 'image/png', createdAt, batchId, bytes: BYTES };
}

async function listed(history: UploadHistory): Promise<string[]> {
  const result = await history.list();
  return result.ok ? result.value.map((row) => row.id) : ['failed'];
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe('opening the history', () => {
  it('empties at the next start what was left in the trash, but not at once', async () => {
    let now = 1_000_000;
    const clock = () => now;
    const first = new UploadHistory(openOpenUploads, clock);
    await first.addUpload(upload('a'));
    await first.trash(['a']);
    await first.close();

    now += 60_000;
    const soon = new UploadHistory(openOpenUploads, clock);
    await soon.restore(['a']);
    expect(await listed(soon)).toEqual(['a']);
    await soon.trash(['a']);
    await soon.close();

    now += 3_600_000;
    const later = new UploadHistory(openOpenUploads, clock);
    await listed(later);
    await later.restore(['a']);
    expect(await listed(later)).toEqual([]);
  });

  it('never takes all rows out of the database at once to empty it', async () => {
    const first = new UploadHistory(openOpenUploads, () => 0);
    for (let index = 0; index < 501; index += 1) {
      await first.addUpload(upload(`u${index}`));
    }
    await first.trash(Array.from({ length: 501 }, (_, index) => `u${index}`));
    await first.close();
    const getAll = vi.spyOn(IDBObjectStore.prototype, 'getAll');
    const later = new UploadHistory(openOpenUploads, () => 3_600_000);
    await later.use((uploads) => uploads.settled());
    const most = await Promise.all(getAll.mock.results.map(({ value }) => value.result.length));
    getAll.mockRestore();
    expect(Math.max(...most)).toBeLessThanOrEqual(500);
    const database = await openTestDatabase(OPEN_DATABASE);
    expect(await database.count('pictures')).toBe(0);
  });
});

describe('a second tab', () => {
  it('keeps its own trash when this one empties the one it has', async () => {
    const [here, there] = [new UploadHistory(), new UploadHistory()];
    await here.addUpload(upload('a', 1));
    await here.addUpload(upload('b', 2));
    await here.trash(['a']);
    await there.trash(['b']);
    await here.emptyTrash(['a']);
    expect(await there.restore(['b'])).toEqual({ ok: true, value: 1 });
    expect(await listed(there)).toEqual(['b']);
    expect(await here.restore(['a']), 'says that it is gone').toEqual({ ok: true, value: 0 });
  });

  it('with a newer version gets the database; this one says that it is outdated', async () => {
    const history = new UploadHistory();
    await history.addUpload(upload('a'));
    const newer = await openTestDatabase(OPEN_DATABASE, UPGRADES.length + 1);
    expect(history.place).toBe('outdated');
    expect(await history.addUpload(upload('b'))).toMatchObject({
      ok: false,
      failure: { kind: 'storage-unavailable', fileName: 'b.png' },
    });
    newer.close();
  });

  it('with an older version is waited for; what was handed in meanwhile is saved then', async () => {
    let unblock = (): void => undefined;
    const unblocked = new Promise<void>((resolve) => {
      unblock = resolve;
    });
    const history = new UploadHistory(async (events) => {
      events.onBlocked();
      await unblocked;
      return openOpenUploads(events);
    });
    const saved = history.addUpload(upload('a'));
    expect(history.place).toBe('blocked');
    unblock();
    expect(await saved).toMatchObject({ ok: true });
    expect(history.place).toBe('device');
    expect(await listed(history)).toEqual(['a']);
  });
});

describe('where storage fails', () => {
  it('goes on in memory and says so when the browser denies it', async () => {
    const history = new UploadHistory(() => Promise.reject(new DOMException('denied', 'SecurityError')));
    await history.addUpload(upload('a'));
    await history.addRecognition('a', READING);
    expect(history.place).toBe('memory');
    expect(await listed(history)).toEqual(['a']);
    await history.trash(['a']);
    expect(await listed(history)).toEqual([]);
    await history.restore(['a']);
    expect(await history.reading('a')).toMatchObject({ ok: true, value: { recognition: READING } });
  });

  it('that a newer version has written, says so, reads on in memory and changes nothing of it', async () => {
    const newer = await openTestDatabase(OPEN_DATABASE, UPGRADES.length + 1);
    newer.close();
    const history = new UploadHistory();
    await history.addUpload(upload('a'));
    expect(history.place).toBe('outdated');
    expect(await listed(history)).toEqual(['a']);
    expect((await indexedDB.databases()).map(({ version }) => version)).toContain(UPGRADES.length + 1);
  });

  it('asks once more when the browser closed the database in the middle of a change', async () => {
    let opened = 0;
    const history = new UploadHistory(async (events) => {
      opened += 1;
      const store = await openOpenUploads(events);
      if (opened === 1) {
        store.write = async () => {
          events.onTerminated();
          throw new DOMException('The database connection is closing.', 'InvalidStateError');
        };
      }
      return store;
    });
    expect(await history.addUpload(upload('a'))).toMatchObject({ ok: true });
    expect(await listed(history)).toEqual(['a']);
    expect(opened).toBe(2);
  });

  it('answers storage-full when there is no room', async () => {
    const history = new UploadHistory(async (events) => {
      const store = await openOpenUploads(events);
      store.write = () => Promise.reject(new DOMException('no room', 'QuotaExceededError'));
      return store;
    });
    expect(await history.addUpload(upload('a'))).toMatchObject({
      ok: false,
      failure: { kind: 'storage-full', fileName: 'a.png' },
    });
  });
});
