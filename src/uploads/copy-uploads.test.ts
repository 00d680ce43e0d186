import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { newDataKey } from '../vault/data-key';
import { ProfileCipher } from '../vault/profile-cipher';
import { copyUploads } from './copy-uploads';
import { deleteAllHistories, deleteOpenHistory } from './delete-databases';
import { openIndexedUploads } from './indexed-uploads';
import { openSealedUploads } from './sealed-uploads';
import { testDigit, testRecognition } from './test-recognition';
import type { UploadStore } from './upload-store';

const EVENTS = { onBlocked: () => {}, onOutdated: () => {}, onTerminated: () => {} };
const BYTES = new Uint8Array([137, 80, 78, 71]).buffer;
const READING = testRecognition([[testDigit(4)]]);

let sealed: UploadStore;

async function openHistory(count: number): Promise<UploadStore> {
  const store = await openIndexedUploads(EVENTS);
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
  sealed = await openSealedUploads('p', new ProfileCipher('p', await newDataKey()), EVENTS);
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
    const added: Promise<void>[] = [];
    const onProgress = () => {
      if (added.length === 0) added.push(open.addUpload(late));
    };
    expect(await copyUploads(open, sealed, { onProgress })).toBe(2);
  });

  it('says so when a copy is not what was copied', async () => {
    const open = await openHistory(1);
    const broken: UploadStore = Object.assign(Object.create(sealed), {
      row: (id: string) => sealed.row(id),
      stage: (upload: Parameters<UploadStore['stage']>[0], by: string) =>
        sealed.stage({ ...upload, picture: new ArrayBuffer(4) }, by),
      commit: (...change: Parameters<UploadStore['commit']>) => sealed.commit(...change),
      picture: (id: string) => sealed.picture(id),
      thumbnail: (id: string) => sealed.thumbnail(id),
    });
    await expect(copyUploads(open, broken, { onProgress: () => {} })).rejects.toThrow('differs');
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
