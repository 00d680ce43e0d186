import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { RecordCipher } from '../contract/record-cipher';
import { testDigit, testRecognition } from '../numbers/test-recognition';
import { NO_EVENTS } from '../records/idb-records';
import { RecordDamagedError } from '../records/record-damaged-error';
import { encodeJson } from '../records/sealed-json';
import type { SealedRecord } from '../records/sealed-records';
import { openTestDatabase } from '../records/test-database';
import { newDataKey } from '../vault/data-key';
import { ProfileCipher } from '../vault/profile-cipher';
import { openProfileUploads, profileDatabase } from './profile-database';
import type { NewUpload } from './upload';
import { UploadHistory } from './upload-history';
import { TABLES, type UploadTables } from './upload-records';
import { Uploads } from './uploads';

const PROFILE = 'p1';
const READING = testRecognition([[testDigit(4), testDigit(0, { probability: 0.6, verdict: 'check' })]]);
const NEWER = testRecognition([[testDigit(4), testDigit(9)]]);
const CORRECTED = { text: '41', digitCount: 2, openChecks: 0, lowestConfidence: 0.9, isEdited: true };
const BYTES = new TextEncoder().encode('bytes of a picture that nobody else may see').buffer;

let cipher: RecordCipher;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  cipher = new ProfileCipher(PROFILE, await newDataKey());
});

function newUpload(id: string, createdAt = 1000, batchId: string | null = null): NewUpload {
  return { id, name: `secret-${id}.png`, mime: 'image/png', createdAt, batchId, bytes: BYTES };
}

/** What the clock of the uploads says. */
const NOW = 1234567;

async function openSealed(): Promise<Uploads> {
  return new Uploads(await openProfileUploads(PROFILE, cipher, NO_EVENTS), () => NOW);
}

async function listed(store: Uploads): Promise<string[]> {
  return (await store.list()).map((upload) => upload.id);
}

async function onePicture(open: () => Promise<Uploads>): Promise<Uploads> {
  const store = await open();
  await store.addUpload(newUpload('a'));
  return store;
}

const openDatabase = () => openTestDatabase(profileDatabase(PROFILE));

/** Changes what lies in the database behind the app's back. */
async function tamper(table: keyof UploadTables, id: string, change: (sealed: Uint8Array) => Uint8Array) {
  const database = await openDatabase();
  const record = (await database.get(table, id)) as SealedRecord;
  await database.put(table, { id, sealed: change(new Uint8Array(record.sealed.slice(0))).slice().buffer });
  database.close();
}

function flipLast(sealed: Uint8Array): Uint8Array {
  sealed[sealed.length - 20] = sealed[sealed.length - 20]! ^ 1;
  return sealed;
}

function cutOff(sealed: Uint8Array): Uint8Array {
  return sealed.subarray(0, sealed.length / 2);
}

async function threePictures(): Promise<void> {
  const store = await openSealed();
  for (const [index, id] of ['a', 'b', 'c'].entries()) {
    await store.addUpload(newUpload(id, index));
    await store.addThumbnail(id, { mime: 'image/webp', bytes: BYTES });
    await store.addRecognition(id, READING);
  }
  store.close();
}

describe('a sealed store', () => {
  it('leaves nothing in the database but ids and bytes without meaning', async () => {
    await threePictures();
    const store = await openSealed();
    await store.saveCorrections('a', { version: 1, value: 'by hand' }, CORRECTED);
    await store.addFailure('b', { kind: 'undecodable', fileName: 'secret-b.png' });
    await store.trash(['c']);
    store.close();
    const database = await openDatabase();
    for (const name of TABLES) {
      expect([...database.transaction(name).store.indexNames]).toEqual([]);
      for (const record of await database.getAll(name)) {
        expect(Object.keys(record)).toEqual(['id', 'sealed']);
        const bytes = Buffer.from(record.sealed as ArrayBuffer).toString('latin1');
        expect(bytes).not.toMatch(/secret|image|picture|by hand|1234567|recognition|"41"/);
      }
    }
  });

  it('hides how long names and numbers are', async () => {
    const store = await onePicture(openSealed);
    await store.addUpload({ ...newUpload('b'), name: `${'long '.repeat(12)}.png` });
    const database = await openDatabase();
    const sizes = (await database.getAll('uploads')).map((record) => record.sealed.byteLength);
    expect(new Set(sizes).size).toBe(1);
  });

  it.each([
    ['changed', flipLast],
    ['cut off', cutOff],
    ['emptied', () => new Uint8Array(0)],
  ])('lists a row that was %s as damaged; the others stay, and it can be deleted', async (_how, change) => {
    await threePictures();
    await tamper('uploads', 'b', change);
    const store = await openSealed();
    const damaged = (await store.list()).find((upload) => upload.id === 'b');
    expect(damaged).toMatchObject({ failure: { kind: 'record-damaged' }, reading: null });
    await expect(store.find('b')).rejects.toThrow(RecordDamagedError);
    expect(await store.picture('a')).toMatchObject({ bytes: BYTES });
    await store.trash(['b']);
    expect(await listed(store)).toEqual(['c', 'a']);
    await store.restore(['b']);
    expect(await listed(store)).toEqual(['c', 'a', 'b']);
    await store.trash(['b']);
    await store.purge(NOW);
    const database = await openDatabase();
    expect(await database.count('pictures')).toBe(2);
  });

  it.each(['pictures', 'readings', 'thumbnails'] as const)('reports damaged %s alone', async (part) => {
    await threePictures();
    await tamper(part, 'b', flipLast);
    const history = new UploadHistory((events) => openProfileUploads(PROFILE, cipher, events));
    const asked = {
      pictures: history.picture('b'),
      readings: history.reading('b'),
      thumbnails: history.thumbnail('b'),
    };
    for (const [name, answer] of Object.entries(asked)) {
      expect(await answer, name).toMatchObject(
        name === part ? { ok: false, failure: { kind: 'record-damaged' } } : { ok: true },
      );
    }
    const list = await history.list();
    const failures = list.ok ? list.value.map((upload) => upload.failure?.kind) : [];
    expect(failures).toEqual([undefined, 'record-damaged', undefined]);
  });

  it('takes no record for another one', async () => {
    await threePictures();
    const database = await openDatabase();
    const other = await database.get('pictures', 'a');
    await database.put('pictures', { ...other, id: 'b' });
    const store = await openSealed();
    await expect(store.picture('b')).rejects.toThrow(RecordDamagedError);
  });

  it('replaces a damaged reading by reading again', async () => {
    await threePictures();
    await tamper('readings', 'b', cutOff);
    const store = await openSealed();
    await store.addRecognition('b', NEWER);
    expect(await store.reading('b')).toMatchObject({ recognition: NEWER });
  });

  it('loses no change when two tabs change the same pictures at once', async () => {
    await threePictures();
    const [one, two] = [await openSealed(), await openSealed()];
    await Promise.all([
      one.saveCorrections('a', { version: 1, value: 'by hand' }, CORRECTED),
      two.trash(['a']),
      one.addFailure('b', { kind: 'undecodable' }),
      two.addRecognition('b', NEWER),
    ]);
    await one.restore(['a']);
    expect(await two.reading('a')).toMatchObject({ corrections: { value: 'by hand' } });
    expect(await two.list()).toHaveLength(3);
    expect(await one.find('b')).toMatchObject({ reading: { text: '49' } });
  });

  it('opens each of 5,000 rows once, however often they are listed', async () => {
    const opened = vi.spyOn(cipher, 'open');
    const store = await openSealed();
    const row = (id: string) => ({ ...newUpload(id), bytes: undefined, size: 1, reading: null, trashedAt: null });
    const sealed = await Promise.all(
      Array.from({ length: 5000 }, (_, index) => cipher.seal(`r${index}`, 'upload', encodeJson(row(`r${index}`)))),
    );
    // Opened last: a transaction ends where nothing is asked of it.
    const transaction = (await openDatabase()).transaction('uploads', 'readwrite');
    await Promise.all(sealed.map((bytes, index) => transaction.store.put({ id: `r${index}`, sealed: bytes.buffer })));
    await transaction.done;
    opened.mockClear();
    expect(await store.list()).toHaveLength(5000);
    expect(await store.list()).toHaveLength(5000);
    expect(opened).toHaveBeenCalledTimes(5000);
  });
});
