import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { testDigit, testRecognition } from '../numbers/test-recognition';
import { openTestDatabase } from '../records/test-database';
import { UploadHistory } from './upload-history';

const BYTES = new Uint8Array([137, 80, 78, 71]).buffer;
/** Readings of today and, as versions 1 to 3 wrote them, of digits alone. */
const READING = testRecognition([[testDigit(4), testDigit(0, { probability: 0.6, verdict: 'check' })]]);

const { marks: _marks, numbers: _numbers, otherInk: _otherInk, tables: _tables, ...digitsAlone } = READING;
const STORED = { ...digitsAlone, lines: [{ text: '40', digitIndexes: [0, 1] }] };

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

/** Leaves a database behind as version 1 of the app wrote it; nothing of it may be computed with today's code. */
async function writeVersion1(): Promise<void> {
  const database = await openTestDatabase('digit-reader', 1, {
    upgrade(opened) {
      const uploads = opened.createObjectStore('uploads', { keyPath: 'id' });
      uploads.createIndex('by-created', 'createdAt');
      opened.createObjectStore('pictures', { keyPath: 'id' });
      opened.createObjectStore('thumbnails', { keyPath: 'id' });
      opened.createObjectStore('readings', { keyPath: 'id' });
    },
  });
  const row = { id: 'read', name: 'read.png', mime: 'image/png', size: 4, createdAt: 2000, trashedAt: null };
  const reading = {
    text: '40',
    digitCount: 2,
    checkCount: 1,
    lowestConfidence: 0.6,
    modelVersion: 'test-1',
    backend: 'cpu',
  };
  await database.put('uploads', { ...row, reading });
  await database.put('uploads', { ...row, id: 'unread', name: 'unread.png', createdAt: 1000, reading: null });
  await database.put('pictures', { id: 'read', bytes: BYTES });
  await database.put('thumbnails', { id: 'read', mime: 'image/webp', bytes: BYTES });
  await database.put('readings', { id: 'read', recognition: STORED });
  database.close();
}

it('a history written by version 1 opens with all it held, and takes corrections', async () => {
  await writeVersion1();
  const history = new UploadHistory();
  expect(await history.list()).toEqual({
    ok: true,
    value: [
      {
        id: 'read',
        name: 'read.png',
        mime: 'image/png',
        size: 4,
        createdAt: 2000,
        trashedAt: null,
        batchId: null,
        otherReading: null,
        failure: null,
        reading: {
          text: '40',
          digitCount: 2,
          openChecks: 1,
          lowestConfidence: 0.6,
          isEdited: false,
          modelVersion: 'test-1',
          backend: 'cpu',
        },
      },
      expect.objectContaining({ id: 'unread', reading: null, otherReading: null, batchId: null, failure: null }),
    ],
  });
  expect(history.place).toBe('device');
  expect(await history.reading('read')).toEqual({ ok: true, value: { recognition: READING, corrections: null } });
  expect(await history.picture('read')).toMatchObject({ ok: true, value: { bytes: BYTES } });
  expect(await history.thumbnail('read')).toMatchObject({ ok: true, value: { bytes: BYTES } });

  const corrections = { version: 1, value: ['replaced'] };
  const summary = { text: '49', digitCount: 2, openChecks: 0, lowestConfidence: 0.99, isEdited: true };
  await history.saveCorrections('read', corrections, summary);
  expect(await history.reading('read')).toMatchObject({ value: { corrections } });
  expect(await history.find('read')).toMatchObject({ value: { reading: { ...summary, modelVersion: 'test-1' } } });
});

/** Leaves a database behind as version 2 of the app wrote it: a corrected picture with two readings, another in the trash. */
async function writeVersion2(): Promise<void> {
  const database = await openTestDatabase('digit-reader', 2, {
    upgrade(opened) {
      const uploads = opened.createObjectStore('uploads', { keyPath: 'id' });
      uploads.createIndex('by-created', 'createdAt');
      uploads.createIndex('by-batch', 'batchId');
      opened.createObjectStore('pictures', { keyPath: 'id' });
      opened.createObjectStore('thumbnails', { keyPath: 'id' });
      opened.createObjectStore('readings', { keyPath: 'id' });
    },
  });
  const row = { name: 'twice.png', mime: 'image/png', size: 4, createdAt: 2000, batchId: 'batch', trashedAt: null };
  const reading = { digitCount: 2, openChecks: 0, lowestConfidence: 0.9, modelVersion: 'test-1', backend: 'cpu' };
  await database.put('uploads', {
    ...row,
    id: 'twice',
    reading: { ...reading, text: '49', isEdited: true },
    otherReading: { ...reading, text: '41', isEdited: false },
  });
  const unread = { ...row, reading: null, otherReading: null };
  await database.put('uploads', { ...unread, id: 'unread', createdAt: 1000 });
  await database.put('uploads', { ...unread, id: 'trashed', createdAt: 1500, trashedAt: Date.now() });
  await database.put('pictures', { id: 'twice', bytes: BYTES });
  await database.put('readings', {
    id: 'twice',
    recognition: STORED,
    corrections: { version: 1, value: 'by hand' },
    other: { recognition: { ...STORED, text: '41' }, corrections: null },
  });
  database.close();
}

it('a history written by version 2 opens with all it held, and takes failures', async () => {
  await writeVersion2();
  const history = new UploadHistory();
  expect(await history.listBatch('batch')).toMatchObject({
    ok: true,
    value: [
      { id: 'twice', reading: { text: '49', isEdited: true }, otherReading: { text: '41' }, failure: null },
      { id: 'unread', reading: null, failure: null },
    ],
  });
  expect(await history.reading('twice')).toMatchObject({ value: { corrections: { value: 'by hand' } } });
  await history.swapReadings(['twice']);
  expect(await history.reading('twice')).toMatchObject({ value: { recognition: { text: '41' }, corrections: null } });
  await history.restore(['trashed']);
  expect(await history.list()).toMatchObject({ value: [{ id: 'twice' }, { id: 'trashed' }, { id: 'unread' }] });

  const failure = { kind: 'undecodable', fileName: 'twice.png' } as const;
  await history.addFailure('unread', failure);
  expect(await history.find('unread')).toMatchObject({ value: { failure } });
  await history.addFailure('twice', failure);
  expect(await history.find('twice'), 'what has been read stays read').toMatchObject({ value: { failure: null } });
  await history.addRecognition('unread', READING);
  expect(await history.find('unread')).toMatchObject({ value: { failure: null, reading: { text: '40' } } });
});

/** Leaves a database behind as version 3 of the app wrote it. */
async function writeVersion3(): Promise<void> {
  const database = await openTestDatabase('digit-reader', 3, {
    upgrade(opened) {
      const uploads = opened.createObjectStore('uploads', { keyPath: 'id' });
      uploads.createIndex('by-created', 'createdAt');
      uploads.createIndex('by-batch', 'batchId');
      opened.createObjectStore('pictures', { keyPath: 'id' });
      opened.createObjectStore('thumbnails', { keyPath: 'id' });
      opened.createObjectStore('readings', { keyPath: 'id' });
    },
  });
  const row = { name: 'x.png', mime: 'image/png', size: 4, createdAt: 2000, batchId: 'batch', trashedAt: null };
  const reading = { digitCount: 2, openChecks: 0, lowestConfidence: 0.9, modelVersion: 'test-1', backend: 'cpu' };
  const read = { reading: { ...reading, text: '40', isEdited: false }, otherReading: null, failure: null };
  await database.put('uploads', { ...row, ...read, id: 'read' });
  const failed = { reading: null, otherReading: null, failure: { kind: 'undecodable' } };
  await database.put('uploads', { ...row, ...failed, id: 'failed', createdAt: 1000 });
  await database.put('uploads', { ...row, ...failed, id: 'staged', staged: { by: 'work', at: Date.now() } });
  await database.put('uploads', { ...row, ...failed, id: 'trashed', trashedAt: Date.now() });
  await database.put('pictures', { id: 'read', bytes: BYTES });
  await database.put('thumbnails', { id: 'read', mime: 'image/webp', bytes: BYTES });
  await database.put('readings', { id: 'read', recognition: STORED, corrections: null, other: null });
  database.close();
}

it('a history written by version 3 opens with all it held, and no two tabs write over each other', async () => {
  await writeVersion3();
  const [history, other] = [new UploadHistory(), new UploadHistory()];
  expect(await history.listBatch('batch')).toMatchObject({
    ok: true,
    value: [
      { id: 'read', reading: { text: '40' } },
      { id: 'failed', failure: { kind: 'undecodable' } },
    ],
  });
  expect(await history.reading('read')).toEqual({ ok: true, value: { recognition: READING, corrections: null } });
  expect(await history.picture('read')).toMatchObject({ value: { bytes: BYTES } });
  expect(await history.thumbnail('read')).toMatchObject({ value: { mime: 'image/webp', bytes: BYTES } });
  const newer = { ...READING, text: '41' };
  const corrections = { version: 1, value: 'by hand' };
  const summary = { text: '49', digitCount: 2, openChecks: 0, lowestConfidence: 0.99, isEdited: true };
  await Promise.all([history.saveCorrections('read', corrections, summary), other.addRecognition('read', newer)]);
  const texts = await history.find('read');
  expect(texts.ok && [texts.value?.reading?.text, texts.value?.otherReading?.text].sort()).toEqual(['41', '49']);
  expect(await history.restore(['trashed'])).toEqual({ ok: true, value: 1 });
  expect(await history.use((uploads) => uploads.commit(['staged'], 'work', []))).toMatchObject({ ok: true });
});

it('keeps no index that no question uses', async () => {
  await writeVersion3();
  await new UploadHistory().list();
  const database = await openTestDatabase('digit-reader');
  expect([...database.transaction('uploads').store.indexNames]).toEqual(['by-batch']);
});
