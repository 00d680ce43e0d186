import { beforeEach, expect, it } from 'vitest';
import { MemoryUploads } from './memory-uploads';
import { testDigit, testRecognition } from './test-recognition';
import { UploadHistory } from './upload-history';

const READING = testRecognition([[testDigit(4)]]);
const CORRECTED = { text: '9', digitCount: 1, openChecks: 0, lowestConfidence: null, isEdited: true };
const FULL = ['addUpload', 'addRecognition', 'saveCorrections', 'setTrashed', 'stage', 'commit'] as const;

let device: MemoryUploads;
let history: UploadHistory;
let isFull: boolean;

/** A device that refuses every write as long as it is full, and still deletes. */
beforeEach(() => {
  isFull = false;
  device = new MemoryUploads();
  const store = Object.create(device) as MemoryUploads;
  for (const method of [
    'list',
    'listBatch',
    'find',
    'picture',
    'thumbnail',
    'reading',
    'row',
    'remove',
    'purge',
  ] as const) {
    store[method] = device[method].bind(device) as never;
  }
  store.dropStaged = device.dropStaged.bind(device);
  store.addThumbnail = device.addThumbnail.bind(device);
  store.swapReadings = device.swapReadings.bind(device);
  for (const method of FULL) {
    const write = device[method].bind(device) as (...all: unknown[]) => Promise<void>;
    store[method] = (async (...all: unknown[]) => {
      if (isFull) throw new DOMException('no room', 'QuotaExceededError');
      await write(...all);
    }) as never;
  }
  history = new UploadHistory(async () => store);
});

function upload(id: string, bytes = 4) {
  const row = { id, name: `${id}.png`, mime: 'image/png', createdAt: 1000, batchId: 'batch' };
  return { ...row, bytes: new Uint8Array(bytes).buffer };
}

it('what finds no room is said to, and still shown, corrected and listed', async () => {
  await history.addUpload(upload('saved'));
  isFull = true;
  expect(await history.addUpload(upload('a'))).toMatchObject({ ok: false, failure: { kind: 'storage-full' } });
  await history.addRecognition('a', READING);
  await history.saveCorrections('a', { version: 1, value: 'by hand' }, CORRECTED);
  expect(history.unsavedCount).toBe(1);
  expect(await history.list()).toMatchObject({ value: [{ id: 'saved' }, { id: 'a', reading: { text: '9' } }] });
  expect(await history.listBatch('batch')).toMatchObject({ value: [{ id: 'saved' }, { id: 'a' }] });
  expect(await history.reading('a')).toMatchObject({ value: { corrections: { value: 'by hand' } } });
  expect(await history.picture('a')).toMatchObject({ value: { name: 'a.png' } });
  expect(await device.find('a')).toBeNull();
});

it('is saved with all that was done to it as soon as there is room', async () => {
  await history.addUpload(upload('large', 400));
  isFull = true;
  await history.addUpload(upload('a'));
  await history.addRecognition('a', READING);
  await history.saveCorrections('a', { version: 1, value: 'by hand' }, CORRECTED);
  expect(await history.saveHeld()).toMatchObject({ ok: false, failure: { kind: 'storage-full' } });
  expect(history.isUnsaved('a')).toBe(true);
  expect(await history.remove(['large'])).toMatchObject({ ok: true });
  isFull = false;
  expect(await history.saveHeld()).toMatchObject({ ok: true });
  expect(history.unsavedCount).toBe(0);
  expect(await device.row('a')).toMatchObject({
    upload: { reading: { text: '9' } },
    current: { corrections: { value: 'by hand' } },
  });
  expect(await history.list()).toMatchObject({ value: [{ id: 'a' }] });
});

it('a reading for which there is no room hides the older state on the device until it is saved', async () => {
  await history.addUpload(upload('a'));
  isFull = true;
  expect(await history.addRecognition('a', READING)).toMatchObject({ ok: false, failure: { kind: 'storage-full' } });
  expect(await history.find('a')).toMatchObject({ value: { reading: { text: '4' } } });
  expect(await device.find('a')).toMatchObject({ reading: null });
  isFull = false;
  await history.saveHeld();
  expect(await device.find('a')).toMatchObject({ reading: { text: '4' } });
});

it('deleting what is not saved takes it away for good', async () => {
  isFull = true;
  await history.addUpload(upload('a'));
  isFull = false;
  await history.trash(['a']);
  expect(await history.list()).toMatchObject({ value: [] });
  await history.emptyTrash();
  expect(history.unsavedCount).toBe(0);
});

it('nothing goes to the device while nothing is to be kept, and all of it once it is', async () => {
  await history.list();
  await history.setKeeping(false);
  expect(history.place).toBe('page');
  expect(await history.addUpload(upload('a'))).toMatchObject({ ok: true });
  await history.addRecognition('a', READING);
  expect(history.unsavedCount).toBe(0);
  expect(await history.list()).toMatchObject({ value: [{ id: 'a' }] });
  expect(await device.list()).toEqual([]);
  await history.setKeeping(true);
  expect(history.place).toBe('device');
  expect(await device.find('a')).toMatchObject({ reading: { text: '4' } });
});
