import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { testDigit, testRecognition } from '../numbers/test-recognition';
import { NO_EVENTS } from '../records/idb-records';
import type { RecordStore } from '../records/record-store';
import { newDataKey } from '../vault/data-key';
import { ProfileCipher } from '../vault/profile-cipher';
import { copyUploads } from './copy-uploads';
import { deleteAllHistories, deleteOpenHistory } from './delete-histories';
import { openOpenUploads } from './open-database';
import { openProfileUploads } from './profile-database';
import { Uploads } from './uploads';

const BYTES = new Uint8Array([137, 80, 78, 71]).buffer;
const READING = testRecognition([[testDigit(4)]]);

let records: RecordStore;
let sealed: Uploads;

async function openHistory(count: number): Promise<Uploads> {
  const store = new Uploads(await openOpenUploads(NO_EVENTS));
  for (let index = 0; index < count; index += 1) {
    const id = `u${index}`;
    await store.addUpload({ id, name: `${id}.png`, mime: 'image/png', createdAt: index, batchId: 'b', bytes: BYTES });
    await store.addRecognition(id, READING);
  }
  await store.addThumbnail('u0', { mime: 'image/webp', bytes: BYTES });
  return store;
}

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  records = await openProfileUploads('p', new ProfileCipher('p', await newDataKey()), NO_EVENTS);
  sealed = new Uploads(records);
});

describe('moving the open history into a profile', () => {
  it('copies every upload with all that belongs to it', async () => {
    const open = await openHistory(3);
    const steps: string[] = [];
    expect(await copyUploads(open, sealed, { onProgress: (done, total) => steps.push(`${done}/${total}`) })).toBe(3);
    expect(steps).toEqual(['1/3', '2/3', '3/3']);
    expect(await sealed.list()).toMatchObject((await open.list()).map(({ id, reading }) => ({ id, reading })));
    expect(await sealed.row('u1')).toMatchObject({ current: { recognition: READING } });
    expect(await sealed.thumbnail('u0')).toMatchObject({ bytes: BYTES });
  });

  it('loses and doubles nothing when it is interrupted and begun again', async () => {
    const open = await openHistory(4);
    const stop = new AbortController();
    const half = copyUploads(open, sealed, {
      onProgress: (done) => done === 2 && stop.abort(),
      signal: stop.signal,
    });
    await expect(half).rejects.toThrow();
    expect([(await open.list()).length, (await sealed.list()).length]).toEqual([4, 2]);
    expect(await copyUploads(open, sealed, { onProgress: () => {} })).toBe(4);
    expect((await sealed.list()).length).toBe(4);
  });

  it('takes along what comes in meanwhile', async () => {
    const open = await openHistory(1);
    const late = { id: 'late', name: 'late.png', mime: 'image/png', createdAt: 9, batchId: null, bytes: BYTES };
    const { commit } = sealed;
    sealed.commit = async (...what) => {
      await open.addUpload(late);
      await commit.apply(sealed, what);
    };
    expect(await copyUploads(open, sealed, { onProgress: () => {} })).toBe(2);
  });

  it('says so when a copy is not what was copied', async () => {
    const open = await openHistory(1);
    const { write } = records;
    records.write = (changes) => {
      const broken = changes.map((change) => {
        const { table, id } = change;
        return table === 'pictures' ? { table, id, record: { id, bytes: new ArrayBuffer(4) } } : change;
      });
      return write.call(records, broken);
    };
    await expect(copyUploads(open, sealed, { onProgress: () => {} })).rejects.toThrow('differs');
    expect(await open.list()).toHaveLength(1);
  });
});

describe('deleting databases', () => {
  it('takes the open history alone, or everything of the app and nothing else', async () => {
    (await openHistory(1)).close();
    sealed.close();
    const names = async () => (await indexedDB.databases()).map(({ name }) => name).sort();
    await new Promise((resolve) => {
      indexedDB.open('of another app').onsuccess = (event) => {
        (event.target as IDBOpenDBRequest).result.close();
        resolve(null);
      };
    });
    await deleteOpenHistory();
    expect(await names()).toEqual(['digit-reader-profile-p', 'of another app']);
    (await openHistory(1)).close();
    await deleteAllHistories([]);
    expect(await names()).toEqual(['of another app']);
  });
});
