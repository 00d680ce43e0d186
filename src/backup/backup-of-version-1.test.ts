import { expect, it } from 'vitest';
import { craftZip } from '../archive/test-zip';
import { ZipReader } from '../archive/zip-reader';
import { testDigit, testRecognition } from '../numbers/test-recognition';
import { MemoryRecords } from '../records/memory-records';
import { Uploads } from '../uploads/uploads';
import { BACKUP_LIMITS } from './backup-format';
import { restoreBackup } from './restore-backup';
import { backupOf, checked } from './test-backup';

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const READING = testRecognition([[testDigit(4), testDigit(0)]]);
/** As version 1 of a backup holds what a person corrected. */
const CORRECTIONS = {
  version: 1,
  value: {
    base: '40',
    edits: [{ kind: 'replace', id: 1, label: 9 }],
    undone: [{ kind: 'relabel', labels: [{ id: 0, label: 7 }] }],
    expectation: { id: 'date' },
  },
};

/** Today's backup of one picture, its JSON in the form of version 1. */
async function backupOfVersion1(): Promise<Blob> {
  const store = new Uploads(new MemoryRecords());
  const row = { id: 'a', name: 'a.png', mime: 'image/png', createdAt: 5, batchId: null };
  await store.addUpload({ ...row, bytes: PNG.slice().buffer });
  await store.addRecognition('a', READING);
  const bytes = new Uint8Array(await (await backupOf(store)).arrayBuffer());
  const zip = await ZipReader.open(
    { size: bytes.length, read: async (start, end) => bytes.slice(start, end) },
    BACKUP_LIMITS,
  );
  if (!zip.ok) throw new Error(zip.failure.kind);
  const entries = await Promise.all(
    zip.value.paths.map(async (path) => {
      const entry = await zip.value.read(path);
      if (!entry?.ok) throw new Error(path);
      return { path, bytes: path.endsWith('.json') ? inVersion1(path, entry.value) : entry.value };
    }),
  );
  return new Blob([craftZip(entries)]);
}

function inVersion1(path: string, bytes: Uint8Array): Uint8Array {
  const json = JSON.parse(new TextDecoder().decode(bytes));
  if (path === 'backup.json') json.version = 1;
  else {
    const { marks, numbers, otherInk, tables, ...recognition } = json.current.recognition;
    const lines = [{ text: '40', digitIndexes: [0, 1] }];
    json.current = { recognition: { ...recognition, lines }, corrections: CORRECTIONS };
  }
  return new TextEncoder().encode(JSON.stringify(json));
}

it('a backup of digits alone becomes one of numbers, with its corrections', async () => {
  const backup = await checked(await backupOfVersion1());
  const store = new Uploads(new MemoryRecords());
  expect(await restoreBackup(backup, store)).toMatchObject({ ok: true });
  expect(await store.reading('a')).toMatchObject({ recognition: READING, corrections: { version: 1 } });
  expect(await store.find('a')).toMatchObject({ reading: { text: '49', isEdited: true } });
});
