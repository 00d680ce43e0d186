import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import type { CraftedEntry } from '../archive/test-zip';
import { ZipReader } from '../archive/zip-reader';
import { noCorrections } from '../corrections/corrections';
import { NO_EVENTS } from '../records/idb-records';
import { MemoryRecords } from '../records/memory-records';
import { openOpenUploads } from '../uploads/open-database';
import { Uploads } from '../uploads/uploads';
import { BACKUP_LIMITS } from './backup-format';
import { checkBackup } from './check-backup';
import { restoreBackup } from './restore-backup';
import { backupOf, checked, contents, fill, filled, picture, READING, SETTINGS, WEBP } from './test-backup';
import { HOSTILE_ARCHIVES } from './test-hostile-archives';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

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

  it('with keys that reach into every object changes none', async () => {
    const reaching = '{"__proto__":{"isHarmed":true},"constructor":{"prototype":{"isHarmed":true}},';
    const entries = (await goodEntries()).map(({ path, bytes }) => {
      const text = new TextDecoder().decode(bytes).replaceAll('{', reaching).replaceAll(',}', '}');
      return { path, bytes: path.endsWith('.json') ? new TextEncoder().encode(text) : bytes };
    });
    const { craftZip } = await import('../archive/test-zip');
    expect(await checkBackup(new Blob([craftZip(entries)]))).toMatchObject({ ok: true });
    expect(({} as { isHarmed?: boolean }).isHarmed).toBeUndefined();
  });

  it('of version 1, which knew digits alone, becomes one of numbers', async () => {
    const entries = (await goodEntries()).map(({ path, bytes }) => {
      const json = path.endsWith('.json') && JSON.parse(new TextDecoder().decode(bytes));
      if (path === 'backup.json') json.version = 1;
      else if (json) {
        const { marks, numbers, otherInk, tables, ...recognition } = json.current.recognition;
        json.current.recognition = { ...recognition, lines: [{ text: '40', digitIndexes: [0, 1] }] };
      }
      return json ? { path, bytes: new TextEncoder().encode(JSON.stringify(json)) } : { path, bytes };
    });
    const { craftZip } = await import('../archive/test-zip');
    const store = new Uploads(new MemoryRecords());
    expect(await restoreBackup(await checked(new Blob([craftZip(entries)])), store)).toMatchObject({ ok: true });
    expect(await store.reading('three')).toEqual({ recognition: READING, corrections: null });
  });

  it('from before tables were found has readings without any', async () => {
    const entries = (await goodEntries()).map(({ path, bytes }) => {
      const json = path.endsWith('.json') && JSON.parse(new TextDecoder().decode(bytes));
      if (json && path !== 'backup.json') delete json.current.recognition.tables;
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
