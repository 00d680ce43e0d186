import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { testDigit, testRecognition } from '../numbers/test-recognition';
import { openTestDatabase } from '../records/test-database';
import { UPGRADES } from './upgrades';
import { summarizeReading } from './upload';
import { OPEN_DATABASE, openOpenUploads } from './upload-databases';
import { UploadHistory } from './upload-history';

const BYTES = new Uint8Array([137, 80, 78, 71]).buffer;
const READING = testRecognition([[testDigit(4), testDigit(0, { probability: 0.6, verdict: 'check' })]]);
const CORRECTED = { text: '49', digitCount: 2, openChecks: 0, lowestConfidence: 0.9, isEdited: true };

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

describe('the history on the device', () => {
  it('keeps picture, thumbnail and reading when it is closed and opened again', async () => {
    const first = new UploadHistory();
    await first.addUpload(upload('a'));
    await first.addThumbnail('a', { mime: 'image/webp', bytes: BYTES });
    await first.addRecognition('a', READING);
    await first.close();

    const second = new UploadHistory();
    expect(await second.list()).toMatchObject({
      ok: true,
      value: [
        { id: 'a', name: 'a.png', size: 4, reading: { text: '40', digitCount: 2, openChecks: 1, isEdited: false } },
      ],
    });
    expect(await second.picture('a')).toEqual({
      ok: true,
      value: { name: 'a.png', mime: 'image/png', bytes: BYTES },
    });
    expect(await second.reading('a')).toEqual({ ok: true, value: { recognition: READING, corrections: null } });
    expect(await second.thumbnail('a')).toMatchObject({ ok: true, value: { bytes: BYTES } });
    expect(second.place).toBe('device');
  });

  it('holds a picture that was never read, so that a closed tab loses nothing', async () => {
    const history = new UploadHistory();
    await history.addUpload(upload('a'));
    expect(await history.find('a')).toMatchObject({ ok: true, value: { reading: null } });
    expect(await history.reading('a')).toEqual({ ok: true, value: null });
  });

  it('lists the newest first', async () => {
    const history = new UploadHistory();
    await history.addUpload(upload('old', 1));
    await history.addUpload(upload('new', 3));
    await history.addUpload(upload('middle', 2));
    expect(await listed(history)).toEqual(['new', 'middle', 'old']);
  });

  it('stores no more of a glyph than the glyph', async () => {
    const history = new UploadHistory();
    await history.addUpload(upload('a'));
    const large = new Uint8Array(10_000);
    const digit = { ...testDigit(1), glyph: { side: 2, data: large.subarray(10, 14) } };
    await history.addRecognition('a', testRecognition([[digit]]));
    const stored = await history.reading('a');
    expect(stored.ok && stored.value?.recognition.digits[0]?.glyph.data.buffer.byteLength).toBe(4);
  });

  it('brings deleted pictures back until the trash is emptied', async () => {
    const history = new UploadHistory();
    await history.addUpload(upload('a', 1));
    await history.addUpload(upload('b', 2));
    await history.trash(['a', 'b']);
    expect(await listed(history)).toEqual([]);
    expect(await history.picture('a')).toEqual({ ok: true, value: null });
    await history.restore(['b']);
    expect(await listed(history)).toEqual(['b']);
    await history.emptyTrash(['a']);
    await history.restore(['a']);
    expect(await listed(history)).toEqual(['b']);
  });

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

  it('lists a batch in the order its pictures came, without those of others', async () => {
    const history = new UploadHistory();
    await history.addUpload(upload('second', 10, 'batch'));
    await history.addUpload(upload('first', 11, 'batch'));
    await history.addUpload(upload('alone', 12));
    await history.addUpload(upload('deleted', 9, 'batch'));
    await history.trash(['deleted']);
    const listedBatch = await history.listBatch('batch');
    expect(listedBatch.ok && listedBatch.value.map((row) => row.id)).toEqual(['first', 'second']);
  });

  it('keeps corrections with the reading and takes them away again', async () => {
    const history = new UploadHistory();
    await history.addUpload(upload('a'));
    await history.addRecognition('a', READING);
    const corrections = { version: 3, value: { replaced: [1] } };
    await history.saveCorrections('a', corrections, CORRECTED);
    expect(await history.reading('a')).toEqual({ ok: true, value: { recognition: READING, corrections } });
    expect(await history.find('a')).toMatchObject({ value: { reading: { text: '49', isEdited: true } } });
    await history.saveCorrections('a', null, { ...CORRECTED, text: '40', isEdited: false });
    expect(await history.reading('a')).toMatchObject({ value: { corrections: null } });
    expect(await history.saveCorrections('gone', corrections, CORRECTED)).toMatchObject({ ok: true });
  });

  it('drops the reading of a picture that was deleted in the meantime', async () => {
    const history = new UploadHistory();
    expect(await history.addRecognition('gone', READING)).toEqual({ ok: true, value: undefined });
    expect(await history.reading('gone')).toEqual({ ok: true, value: null });
  });

  it('tells its listeners about every change', async () => {
    const history = new UploadHistory();
    await history.list();
    const before = history.revision;
    const listener = vi.fn();
    history.subscribe(listener);
    await history.addUpload(upload('a'));
    expect(listener).toHaveBeenCalledTimes(1);
    expect(history.revision).toBe(before + 1);
  });
});

describe.each([
  ['on the device', () => new UploadHistory()],
  ['in memory', () => new UploadHistory(() => Promise.reject(new DOMException('denied', 'SecurityError')))],
])('reading again, %s', (_place, open) => {
  const NEWER = testRecognition([[testDigit(4), testDigit(9)]]);

  async function textsOf(history: UploadHistory): Promise<readonly (string | undefined)[]> {
    const found = await history.find('a');
    return found.ok ? [found.value?.reading?.text, found.value?.otherReading?.text] : [];
  }

  it('lets the new reading count and keeps the old one to compare and to swap back', async () => {
    const history = open();
    await history.addUpload(upload('a'));
    await history.addRecognition('a', READING);
    await history.addRecognition('a', NEWER);
    expect(await textsOf(history)).toEqual(['49', '40']);
    await history.swapReadings(['a', 'gone']);
    expect(await textsOf(history)).toEqual(['40', '49']);
    expect(await history.reading('a')).toMatchObject({ value: { recognition: { text: '40' } } });
    await history.dropOtherReadings(['a']);
    expect(await textsOf(history)).toEqual(['40', undefined]);
    await history.swapReadings(['a']);
    expect(await textsOf(history)).toEqual(['40', undefined]);
  });

  it('never replaces what was corrected by hand', async () => {
    const history = open();
    await history.addUpload(upload('a'));
    await history.addRecognition('a', READING);
    await history.saveCorrections('a', { version: 1, value: 'by hand' }, { ...CORRECTED, text: '41' });
    await history.addRecognition('a', NEWER);
    expect(await textsOf(history)).toEqual(['41', '49']);
    expect(await history.reading('a')).toMatchObject({ value: { corrections: { value: 'by hand' } } });
    await history.swapReadings(['a']);
    expect(await history.reading('a')).toMatchObject({ value: { corrections: null, recognition: { text: '49' } } });
  });
});

describe.each([
  ['on the device', () => new UploadHistory()],
  ['in memory', () => new UploadHistory(() => Promise.reject(new DOMException('denied', 'SecurityError')))],
])('what is staged, %s', (_place, open) => {
  const WHOLE = {
    upload: {
      ...{ id: 'new', name: 'new.png', mime: 'image/png', size: 4, createdAt: 5, batchId: null },
      ...{ reading: summarizeReading(READING), otherReading: null, failure: null },
    },
    current: { recognition: READING, corrections: null },
    other: null,
    picture: BYTES,
    thumbnail: { mime: 'image/webp', bytes: BYTES },
  };

  it('is seen all at once when it is committed, together with what it changes elsewhere', async () => {
    const history = open();
    await history.addUpload(upload('old'));
    await history.trash(['old']);
    await history.use((store) => store.stage(WHOLE, 'work'));
    expect(await listed(history)).toEqual([]);
    expect(await history.picture('new')).toEqual({ ok: true, value: null });
    const committed = await history.use(async (store) => {
      const old = await store.row('old');
      await store.commit(['new'], 'work', old ? [{ ...old, upload: { ...old.upload, name: 'renamed' } }] : []);
    });
    expect(committed.ok).toBe(true);
    expect(await listed(history)).toEqual(['old', 'new']);
    expect(await history.find('old')).toMatchObject({ value: { name: 'renamed' } });
    expect(await history.reading('new')).toMatchObject({ value: { recognition: { text: '40' } } });
    expect(await history.picture('new')).toMatchObject({ value: { bytes: BYTES } });
  });

  it('is not seen in part: a commit that misses something changes nothing', async () => {
    const history = open();
    await history.addUpload(upload('old'));
    await history.use((store) => store.stage(WHOLE, 'work'));
    const old = await history.use((store) => store.row('old'));
    const changed = old.ok && old.value ? [{ ...old.value, upload: { ...old.value.upload, name: 'renamed' } }] : [];
    for (const [ids, by] of [
      [['new', 'gone'], 'work'],
      [['new'], 'other work'],
    ] as const) {
      expect(await history.use((store) => store.commit(ids, by, changed))).toMatchObject({ ok: false });
    }
    const missing = changed.map((row) => ({ ...row, upload: { ...row.upload, id: 'gone' } }));
    expect(await history.use((store) => store.commit(['new'], 'work', missing))).toMatchObject({ ok: false });
    expect(await listed(history)).toEqual(['old']);
    expect(await history.find('old')).toMatchObject({ value: { name: 'old.png' } });
  });

  it('can be taken back, by whoever staged it, and never covers what is there', async () => {
    const history = open();
    await history.use((store) => store.stage(WHOLE, 'work'));
    await history.use((store) => store.dropStaged(['new'], 'other work'));
    await history.use((store) => store.dropStaged(['new'], 'work'));
    expect(await history.use((store) => store.commit(['new'], 'work', []))).toMatchObject({ ok: false });
    await history.addUpload(upload('new'));
    expect(await history.use((store) => store.stage(WHOLE, 'work'))).toMatchObject({ ok: false });
    expect(await history.find('new')).toMatchObject({ value: { reading: null } });
  });
});

it('what was staged and left behind goes at a later start', async () => {
  const upload = { id: 'a', name: 'a', mime: 'image/png', size: 4, createdAt: 5, batchId: null };
  const whole = { current: null, other: null, picture: BYTES, thumbnail: null };
  const rows = { reading: null, otherReading: null, failure: null };
  const first = new UploadHistory();
  await first.use((store) => store.stage({ ...whole, upload: { ...upload, ...rows } }, 'work'));
  await first.close();
  const later = new UploadHistory(openOpenUploads, () => Date.now() + 2 * 3_600_000);
  await listed(later);
  expect(await later.use((store) => store.commit(['a'], 'work', []))).toMatchObject({ ok: false });
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
