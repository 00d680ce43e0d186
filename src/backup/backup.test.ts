import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import type { CraftedEntry } from '../archive/test-zip';
import { ZipReader } from '../archive/zip-reader';
import { noCorrections, withEdit } from '../corrections/corrections';
import { testDigit, testRecognition } from '../numbers/test-recognition';
import { NO_EVENTS } from '../records/idb-records';
import { MemoryRecords } from '../records/memory-records';
import { openOpenUploads } from '../uploads/upload-databases';
import { Uploads } from '../uploads/uploads';
import { BACKUP_LIMITS } from './backup-format';
import { type CheckedBackup, checkBackup } from './check-backup';
import { restoreBackup } from './restore-backup';
import { HOSTILE_ARCHIVES } from './test-hostile-archives';
import { writeBackup } from './write-backup';

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const WEBP = new TextEncoder().encode('RIFF\x04\0\0\0WEBP');
const READING = testRecognition([[testDigit(4), testDigit(0, { probability: 0.6, verdict: 'check' })]]);
const NEWER = testRecognition([[testDigit(4), testDigit(9)]]);
const SETTINGS = { theme: 'dark', sureAbove: 0.99 };

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

function picture(id: string) {
  const bytes = new Uint8Array([...PNG, ...new TextEncoder().encode(id)]).buffer;
  return { id, name: `${id} ä.png`, mime: 'image/png', createdAt: 1000 + id.length, batchId: null, bytes };
}

/** Reads `id` as `reading` and corrects its first digit to `label`. */
async function correct(store: Uploads, id: string, label: number): Promise<void> {
  const value = withEdit(READING, noCorrections(READING), { kind: 'replace', id: 0, label });
  const summary = { text: `${label}0`, digitCount: 2, openChecks: 1, lowestConfidence: 0.6, isEdited: true };
  await store.saveCorrections(id, { version: 1, value }, summary);
}

/** A history with all that one may hold: corrected and read twice, of a batch, unread, failed. */
async function fill(store: Uploads): Promise<void> {
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

async function backupOf(store: Uploads): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for await (const part of writeBackup(store, { createdAt: 7, settings: SETTINGS })) {
    parts.push(part);
  }
  return new Blob(parts);
}

async function checked(file: Blob): Promise<CheckedBackup> {
  const backup = await checkBackup(file);
  if (!backup.ok) throw new Error(JSON.stringify(backup.failure));
  return backup.value;
}

/** All that a store shows, to be compared. */
async function contents(store: Uploads): Promise<unknown> {
  const uploads = await store.list();
  return Promise.all(
    uploads.map(async ({ id }) => {
      const whole = await store.whole(id);
      const { trashedAt, ...upload } = { trashedAt: null, ...whole?.upload };
      return { ...whole, upload, thumbnail: whole?.thumbnail && new Uint8Array(whole.thumbnail.bytes) };
    }),
  );
}

async function filled(): Promise<Uploads> {
  const store = new Uploads(new MemoryRecords());
  await fill(store);
  return store;
}

describe.each([
  ['in memory', async () => new Uploads(new MemoryRecords())],
  ['on the device', async () => new Uploads(await openOpenUploads(NO_EVENTS))],
])('a backup, restored %s', (_place, open: () => Promise<Uploads>) => {
  it('brings back the very same history', async () => {
    const before = await filled();
    const backup = await checked(await backupOf(before));
    expect(backup.manifest).toMatchObject({ version: 2, createdAt: 7, uploadCount: 4, settings: SETTINGS });
    const store = await open();
    const steps: number[] = [];
    const restored = await restoreBackup(backup, store, { onProgress: (done) => steps.push(done) });
    expect(restored).toEqual({ ok: true, value: { added: 4, changed: 0, same: 0 } });
    expect(await contents(store)).toEqual(await contents(before));
    expect(steps).toEqual([1, 2, 3, 4]);
  });

  it('tells nothing new when all of it is there', async () => {
    const store = await open();
    await fill(store);
    const before = await contents(store);
    const restored = await restoreBackup(await checked(await backupOf(store)), store);
    expect(restored).toEqual({ ok: true, value: { added: 0, changed: 0, same: 4 } });
    expect(await contents(store)).toEqual(before);
  });

  it('brings back what lies in the trash', async () => {
    const store = await open();
    await fill(store);
    const backup = await checked(await backupOf(store));
    const before = await contents(store);
    await store.trash(['unread', 'twice']);
    expect(await restoreBackup(backup, store)).toMatchObject({ value: { changed: 2, same: 2 } });
    expect(await contents(store)).toEqual(before);
  });

  it('changes nothing when it is canceled half-way', async () => {
    const backup = await checked(await backupOf(await filled()));
    const store = await open();
    await store.addUpload(picture('here'));
    const before = await contents(store);
    const abort = new AbortController();
    const onProgress = (done: number) => done === 2 && abort.abort();
    await expect(restoreBackup(backup, store, { signal: abort.signal, onProgress })).rejects.toThrow('abort');
    expect(await contents(store)).toEqual(before);
    expect(await store.row('in-a-batch')).toBeNull();
  });

  it('changes nothing when there is no room for all of it', async () => {
    const backup = await checked(await backupOf(await filled()));
    const store = await open();
    const stage = store.stage.bind(store);
    let room = 2;
    store.stage = (upload, by) => {
      room -= 1;
      return room < 0 ? Promise.reject(new DOMException('no room', 'QuotaExceededError')) : stage(upload, by);
    };
    await expect(restoreBackup(backup, store)).rejects.toThrow('no room');
    expect(await contents(store)).toEqual([]);
    store.stage = stage;
    expect(await restoreBackup(backup, store)).toMatchObject({ ok: true, value: { added: 4 } });
  });
});

describe('the same upload from two places', () => {
  /** The texts of the readings, the one that counts first, after a backup of `theirs` was restored over `ours`. */
  async function merged(
    ours: (store: Uploads) => Promise<void>,
    theirs: (store: Uploads) => Promise<void>,
  ): Promise<readonly (string | undefined)[]> {
    const [here, there] = [new Uploads(new MemoryRecords()), new Uploads(new MemoryRecords())];
    await Promise.all([here, there].map((store) => store.addUpload(picture('a'))));
    await ours(here);
    await theirs(there);
    await restoreBackup(await checked(await backupOf(there)), here);
    const upload = await here.find('a');
    return [upload?.reading?.text, upload?.otherReading?.text];
  }
  const unread = async () => undefined;
  const read = (store: Uploads) => store.addRecognition('a', READING);
  const readLater = (store: Uploads) => store.addRecognition('a', NEWER);
  const corrected = async (store: Uploads) => {
    await read(store);
    await correct(store, 'a', 7);
  };
  const correctedElse = async (store: Uploads) => {
    await read(store);
    await correct(store, 'a', 8);
  };

  it.each([
    ['unread here takes the reading', unread, read, ['40', undefined]],
    ['unread there changes nothing', read, unread, ['40', undefined]],
    ['two readings stand side by side, the one here counts', read, readLater, ['40', '49']],
    ['what was corrected there counts before what nobody touched here', read, corrected, ['70', '40']],
    ['what was corrected here goes on counting', corrected, readLater, ['70', '49']],
    ['two corrections stand side by side, the one here counts', corrected, correctedElse, ['70', '80']],
  ])('%s', async (_what, ours, theirs, texts) => {
    expect(await merged(ours, theirs)).toEqual(texts);
  });
});

describe('a file that is no good backup', () => {
  async function goodEntries(): Promise<readonly CraftedEntry[]> {
    const store = new Uploads(new MemoryRecords());
    for (const id of ['one', 'three']) {
      await store.addUpload(picture(id));
      await store.addThumbnail(id, { mime: 'image/webp', bytes: WEBP.slice().buffer });
      await store.addRecognition(id, READING);
    }
    const file = await backupOf(store);
    const bytes = new Uint8Array(await file.arrayBuffer());
    const zip = await ZipReader.open(
      { size: bytes.length, read: async (start, end) => bytes.slice(start, end) },
      BACKUP_LIMITS,
    );
    if (!zip.ok) throw new Error(zip.failure.kind);
    const { value } = zip;
    return Promise.all(
      value.paths.map(async (path) => {
        const read = await value.read(path);
        if (!read?.ok) throw new Error(path);
        return { path, bytes: read.value };
      }),
    );
  }

  it.each(HOSTILE_ARCHIVES.map((row) => [row.name, row] as const))('%s', async (_name, { kind, make }) => {
    expect(await checkBackup(new Blob([make(await goodEntries())]))).toMatchObject({ ok: false, failure: { kind } });
  });

  it('with corrections that fit no reading does no harm', async () => {
    const entries = await goodEntries();
    const path = 'uploads/1.json';
    const json = JSON.parse(new TextDecoder().decode(entries.find((entry) => entry.path === path)?.bytes));
    json.current.corrections = {
      version: 1,
      value: { ...noCorrections(READING), edits: [{ kind: 'merge', id: 99, whole: { box: BOX, reading: null } }] },
    };
    const { craftZip } = await import('../archive/test-zip');
    const bytes = new TextEncoder().encode(JSON.stringify(json));
    const file = new Blob([craftZip(entries.map((entry) => (entry.path === path ? { path, bytes } : entry)))]);
    const store = new Uploads(new MemoryRecords());
    expect(await restoreBackup(await checked(file), store)).toMatchObject({ ok: true });
    expect(await store.find('three')).toMatchObject({ reading: { text: '40' } });
  });

  it('of version 1, which knew digits alone, becomes one of numbers', async () => {
    const entries = (await goodEntries()).map(({ path, bytes }) => {
      const json = path.endsWith('.json') && JSON.parse(new TextDecoder().decode(bytes));
      if (path === 'backup.json') json.version = 1;
      else if (json) {
        const { marks, numbers, otherInk, ...recognition } = json.current.recognition;
        json.current.recognition = { ...recognition, lines: [{ text: '40', digitIndexes: [0, 1] }] };
      }
      return json ? { path, bytes: new TextEncoder().encode(JSON.stringify(json)) } : { path, bytes };
    });
    const { craftZip } = await import('../archive/test-zip');
    const store = new Uploads(new MemoryRecords());
    expect(await restoreBackup(await checked(new Blob([craftZip(entries)])), store)).toMatchObject({ ok: true });
    expect(await store.reading('three')).toEqual({ recognition: READING, corrections: null });
  });

  it('that changes after it was checked changes nothing', async () => {
    const backup = await checked(await backupOf(await filled()));
    const store = new Uploads(new MemoryRecords());
    const read = async (number: number) =>
      number === 3 ? ({ ok: false, failure: { kind: 'checksum' } } as const) : backup.read(number);
    expect(await restoreBackup({ ...backup, read }, store)).toMatchObject({ ok: false, failure: { kind: 'checksum' } });
    expect(await contents(store)).toEqual([]);
  });
});

const BOX = { x: 0, y: 0, width: 5, height: 5 };
