import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { RecordCipher } from '../contract/record-cipher';
import { testDigit, testRecognition } from '../numbers/test-recognition';
import { NO_EVENTS } from '../records/idb-records';
import { MemoryRecords } from '../records/memory-records';
import { SpillingRecords } from '../records/spilling-records';
import { newDataKey } from '../vault/data-key';
import { ProfileCipher } from '../vault/profile-cipher';
import { openOpenUploads } from './open-database';
import { openProfileUploads } from './profile-database';
import type { NewUpload } from './upload';
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
const now = 50;

async function openSealed(): Promise<Uploads> {
  return new Uploads(await openProfileUploads(PROFILE, cipher, NO_EVENTS), () => now);
}

async function openSpilling(): Promise<Uploads> {
  const records = new SpillingRecords();
  records.connect(await openOpenUploads(NO_EVENTS));
  records.keepsNew = false;
  return new Uploads(records, () => now);
}

async function listed(store: Uploads): Promise<string[]> {
  return (await store.list()).map((upload) => upload.id);
}

async function onePicture(open: () => Promise<Uploads>): Promise<Uploads> {
  const store = await open();
  await store.addUpload(newUpload('a'));
  return store;
}

describe.each([
  ['in the open database', async () => new Uploads(await openOpenUploads(NO_EVENTS), () => now)],
  ['sealed', openSealed],
  ['in memory', async () => new Uploads(new MemoryRecords(), () => now)],
  ['held beside the database', openSpilling],
])('uploads that are %s', (_kind, open) => {
  it('gives back the picture, its thumbnail and what was read', async () => {
    const store = await onePicture(open);
    await store.addThumbnail('a', { mime: 'image/webp', bytes: BYTES });
    expect(await store.find('a')).toMatchObject({
      id: 'a',
      name: 'secret-a.png',
      size: BYTES.byteLength,
      reading: null,
    });
    expect(await store.reading('a')).toBeNull();
    await store.addRecognition('a', READING);
    expect(await store.picture('a')).toEqual({ name: 'secret-a.png', mime: 'image/png', bytes: BYTES });
    expect(await store.thumbnail('a')).toMatchObject({ mime: 'image/webp', bytes: BYTES });
    expect(await store.reading('a')).toEqual({ recognition: READING, corrections: null });
    expect(await store.list()).toMatchObject([{ id: 'a', reading: { text: '40', openChecks: 1 } }]);
  });

  it('lists the newest first, and a batch alone', async () => {
    const store = await open();
    for (const [id, at, batch] of [
      ['x', 1, null],
      ['z', 3, 'b'],
      ['y', 2, 'b'],
    ] as const) {
      await store.addUpload(newUpload(id, at, batch));
    }
    expect(await listed(store)).toEqual(['z', 'y', 'x']);
    expect((await store.listBatch('b')).map((upload) => upload.id)).toEqual(['z', 'y']);
  });

  it('keeps both readings, swaps and drops them, and never loses corrections', async () => {
    const store = await onePicture(open);
    await store.addRecognition('a', READING);
    await store.addRecognition('a', NEWER);
    await store.swapReadings(['a', 'gone']);
    expect(await store.row('a')).toMatchObject({ upload: { reading: { text: '40' } }, other: { recognition: NEWER } });
    const corrections = { version: 1, value: { replaced: [1], text: 'by hand' } };
    await store.saveCorrections('a', corrections, CORRECTED);
    await store.addRecognition('a', testRecognition([[testDigit(7)]]));
    expect(await store.reading('a')).toEqual({ recognition: READING, corrections });
    expect(await store.find('a')).toMatchObject({ reading: { text: '41' }, otherReading: { text: '7' } });
    await store.dropOtherReadings(['a']);
    expect(await store.row('a')).toMatchObject({ other: null });
  });

  it('remembers why a picture could not be read, until it was', async () => {
    const store = await onePicture(open);
    await store.addFailure('a', { kind: 'undecodable' });
    expect(await store.find('a')).toMatchObject({ failure: { kind: 'undecodable' } });
    await store.addRecognition('a', READING);
    expect(await store.find('a')).toMatchObject({ failure: null });
  });

  it('brings pictures back from the trash until it is emptied', async () => {
    const store = await onePicture(open);
    await store.addUpload(newUpload('b', 2));
    await store.trash(['a', 'b', 'gone']);
    expect(await listed(store)).toEqual([]);
    expect([await store.find('a'), await store.picture('a')]).toEqual([null, null]);
    expect(await store.restore(['b'])).toBe(1);
    await store.purge(49);
    expect(await store.restore(['a', 'gone'])).toBe(1);
    expect(await listed(store)).toHaveLength(2);
    await store.trash(['a']);
    await store.emptyTrash(['b']);
    await store.purge(50);
    expect(await store.restore(['a'])).toBe(0);
    expect(await listed(store)).toEqual(['b']);
    expect([await store.row('a'), await store.thumbnail('a')]).toEqual([null, null]);
  });

  it('shows what is staged only when all of it is committed', async () => {
    const store = await onePicture(open);
    const upload = { ...(await store.find('a'))!, id: 'new' };
    const whole = { upload, current: { recognition: READING, corrections: null }, other: null, picture: BYTES };
    await store.stage({ ...whole, thumbnail: { mime: 'image/webp', bytes: BYTES } }, 'work');
    await store.stage({ ...whole, upload: { ...upload, id: 'dropped' }, thumbnail: null }, 'other work');
    expect(await listed(store)).toEqual(['a']);
    await expect(store.stage({ ...whole, upload: { ...upload, id: 'a' }, thumbnail: null }, 'work')).rejects.toThrow();
    await expect(store.commit(['new', 'dropped'], 'work', [])).rejects.toThrow();
    await store.dropStaged(['new', 'dropped'], 'other work');
    const row = (await store.row('a'))!;
    await store.commit(['new'], 'work', [{ ...row, upload: { ...row.upload, name: 'renamed.png' } }]);
    expect(new Set(await listed(store))).toEqual(new Set(['a', 'new']));
    expect(await store.find('a')).toMatchObject({ name: 'renamed.png' });
    expect(await store.reading('new')).toMatchObject({ recognition: READING });
    expect(await store.picture('dropped')).toBeNull();
  });
});
