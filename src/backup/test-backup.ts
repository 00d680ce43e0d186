import 'fake-indexeddb/auto';
import { CORRECTIONS_VERSION, noCorrections, withEdit } from '../corrections/corrections';
import { testDigit, testRecognition } from '../numbers/test-recognition';
import { MemoryRecords } from '../records/memory-records';
import { Uploads } from '../uploads/uploads';
import { type CheckedBackup, checkBackup } from './check-backup';
import { writeBackup } from './write-backup';

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
export const WEBP = new TextEncoder().encode('RIFF\x04\0\0\0WEBP');
export const READING = testRecognition([[testDigit(4), testDigit(0, { probability: 0.6, verdict: 'check' })]]);
export const NEWER = testRecognition([[testDigit(4), testDigit(9)]]);
export const SETTINGS = { theme: 'dark', caution: 'quick' };

export function picture(id: string) {
  const bytes = new Uint8Array([...PNG, ...new TextEncoder().encode(id)]).buffer;
  return { id, name: `${id} ä.png`, mime: 'image/png', createdAt: 1000 + id.length, batchId: null, bytes };
}

/** Reads `id` as `reading` and corrects its first digit to `label`. */
export async function correct(store: Uploads, id: string, label: number): Promise<void> {
  const value = withEdit(READING, noCorrections(READING), { kind: 'replace', id: 0, code: String(label) });
  const summary = { text: `${label}0`, digitCount: 2, openChecks: 1, lowestConfidence: 0.6, isEdited: true };
  await store.saveCorrections(id, { version: CORRECTIONS_VERSION, value }, summary);
}

/** A history with all that one may hold: corrected and read twice, of a batch, unread, failed. */
export async function fill(store: Uploads): Promise<void> {
  await store.addUpload(picture('twice'));
  await store.addThumbnail('twice', { mime: 'image/webp', bytes: WEBP.slice().buffer });
  await store.addRecognition('twice', READING);
  await correct(store, 'twice', 7);
  await store.addRecognition('twice', NEWER);
  await store.addUpload({ ...picture('in-a-batch'), batchId: 'batch' });
  await store.addRecognition('in-a-batch', NEWER);
  await store.addUpload(picture('unread'));
  await store.addUpload({ ...picture('failed'), createdAt: 5 });
  await store.addFailure('failed', { kind: 'undecodable', fileName: 'failed ä.png' });
  await store.addUpload(picture('trashed'));
  await store.trash(['trashed']);
}

export async function backupOf(store: Uploads): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for await (const part of writeBackup(store, { createdAt: 7, settings: SETTINGS })) {
    parts.push(part);
  }
  return new Blob(parts);
}

export async function checked(file: Blob): Promise<CheckedBackup> {
  const backup = await checkBackup(file);
  if (!backup.ok) throw new Error(JSON.stringify(backup.failure));
  return backup.value;
}

/** All that a store shows, to be compared. */
export async function contents(store: Uploads): Promise<unknown> {
  const uploads = await store.list();
  return Promise.all(
    uploads.map(async ({ id }) => {
      const whole = await store.whole(id);
      const { trashedAt, ...upload } = { trashedAt: null, ...whole?.upload };
      return { ...whole, upload, thumbnail: whole?.thumbnail && new Uint8Array(whole.thumbnail.bytes) };
    }),
  );
}

export async function filled(): Promise<Uploads> {
  const store = new Uploads(new MemoryRecords());
  await fill(store);
  return store;
}
