import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { beforeEach, expect, it } from 'vitest';
import { testDigit, testRecognition } from '../numbers/test-recognition';
import { openTestDatabase } from '../records/test-database';
import { ProfileCipher } from '../vault/profile-cipher';
import { openProfileUploads } from './profile-database';
import { UploadHistory } from './upload-history';

const BYTES = new Uint8Array([137, 80, 78, 71]).buffer;
const READING = testRecognition([[testDigit(4), testDigit(0, { probability: 0.6, verdict: 'check' })]]);

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

/** A profile that was written and sealed by the app when its database had version 1. */
const PROFILE = JSON.parse(readFileSync(new URL('./fixtures/profile-of-version-1.json', import.meta.url), 'utf8'));

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
}

it('a profile that was sealed by version 1 opens with all it held, and takes changes', async () => {
  const name = `digit-reader-profile-${PROFILE.profileId}`;
  const database = await openTestDatabase(name, PROFILE.version, {
    upgrade(opened) {
      for (const table of Object.keys(PROFILE.records)) opened.createObjectStore(table, { keyPath: 'id' });
    },
  });
  for (const [table, records] of Object.entries<Record<string, string>>(PROFILE.records)) {
    for (const [id, sealed] of Object.entries(records)) {
      await database.put(table, { id, sealed: bytesOf(sealed).buffer });
    }
  }
  database.close();

  const key = await crypto.subtle.importKey('raw', bytesOf(PROFILE.key), 'AES-GCM', false, ['encrypt', 'decrypt']);
  const cipher = new ProfileCipher(PROFILE.profileId, key);
  const history = new UploadHistory((events) => openProfileUploads(PROFILE.profileId, cipher, events));
  expect(await history.listBatch('batch')).toMatchObject({
    ok: true,
    value: [
      { id: 'twice', name: 'twice.png', reading: { text: '49', isEdited: true }, otherReading: { text: '41' } },
      { id: 'unread', reading: null, failure: { kind: 'undecodable', fileName: 'unread.png' } },
    ],
  });
  expect(await history.reading('twice')).toEqual({
    ok: true,
    value: { recognition: READING, corrections: { version: 1, value: 'by hand' } },
  });
  expect(await history.picture('twice')).toEqual({
    ok: true,
    value: { name: 'twice.png', mime: 'image/png', bytes: BYTES },
  });
  expect(await history.thumbnail('twice')).toMatchObject({ value: { mime: 'image/webp', bytes: BYTES } });
  expect(await history.restore(['trashed'])).toEqual({ ok: true, value: 1 });
  await history.swapReadings(['twice']);
  expect(await history.list()).toMatchObject({
    value: [{ id: 'twice', reading: { text: '41' } }, { id: 'trashed' }, { id: 'unread' }],
  });
});
