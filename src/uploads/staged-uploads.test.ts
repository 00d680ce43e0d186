import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { testDigit, testRecognition } from '../numbers/test-recognition';
import { openOpenUploads } from './open-database';
import { summarizeReading } from './upload';
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

it('what is announced is listed as lost until its picture is there, and keeps what was said of it meanwhile', async () => {
  const history = new UploadHistory();
  const row = { id: 'a', name: 'a.png', createdAt: 1, batchId: 'batch' };
  await history.announce([row, { ...row, id: 'b', name: 'b.png' }]);
  await history.describe(['a'], { note: 'from the garage' });
  await history.addUpload({ ...row, mime: 'image/png', bytes: new ArrayBuffer(3) });
  const listed = await history.listBatch('batch');
  expect(listed.ok && listed.value).toMatchObject([
    { id: 'a', failure: null, note: 'from the garage', size: 3, mime: 'image/png' },
    { id: 'b', failure: { kind: 'never-saved', fileName: 'b.png' } },
  ]);
});
