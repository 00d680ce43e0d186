import { beforeEach, describe, expect, it } from 'vitest';
import { testDigit, testRecognition } from '../numbers/test-recognition';
import { MemoryRecords } from '../records/memory-records';
import { summarizeReading } from './upload';
import { UploadHistory } from './upload-history';
import { Uploads } from './uploads';

const READING = testRecognition([[testDigit(4)]]);
const CORRECTED = { text: '9', digitCount: 1, openChecks: 0, lowestConfidence: null, isEdited: true };
/** Bytes that the page may hold here. */
const MOST_HELD = 1000;

/** What is on the device. */
let device: Uploads;
let history: UploadHistory;
let isFull: boolean;
/** How often something was written to the device. */
let writes: number;

/** A device that refuses every write as long as it is full, and still deletes. */
beforeEach(() => {
  isFull = false;
  writes = 0;
  const records = new MemoryRecords();
  device = new Uploads(records);
  const { write } = records;
  const limited: MemoryRecords = Object.assign(records, {
    write: async (changes: Parameters<typeof write>[0]) => {
      const puts = changes.filter(({ record }) => record);
      writes += puts.length;
      if (isFull && puts.length > 0) {
        throw new DOMException('no room', 'QuotaExceededError');
      }
      return write.call(records, changes);
    },
  });
  history = new UploadHistory(async () => limited, undefined, MOST_HELD);
});

function upload(id: string, bytes = 4) {
  const row = { id, name: `${id}.png`, mime: 'image/png', createdAt: 1000, batchId: 'batch' };
  return { ...row, bytes: new Uint8Array(bytes).buffer };
}

function whole(id: string, bytes = 4) {
  const { bytes: picture, ...row } = upload(id, bytes);
  const rest = { reading: summarizeReading(READING), otherReading: null, failure: null, size: bytes };
  return { upload: { ...row, ...rest }, current: { recognition: READING, corrections: null }, other: null, picture };
}

describe('a device without room', () => {
  it('what finds no room is said to, and still shown, corrected and listed', async () => {
    await history.addUpload(upload('saved'));
    isFull = true;
    expect(await history.addUpload(upload('a'))).toMatchObject({ ok: false, failure: { kind: 'storage-full' } });
    await history.addRecognition('a', READING);
    await history.saveCorrections('a', { version: 1, value: 'by hand' }, CORRECTED);
    expect(history.unsavedCount).toBe(1);
    const both = expect.arrayContaining([
      expect.objectContaining({ id: 'saved' }),
      expect.objectContaining({ id: 'a', reading: expect.objectContaining({ text: '9' }) }),
    ]);
    expect(await history.list()).toEqual({ ok: true, value: both });
    expect(await history.listBatch('batch')).toEqual({ ok: true, value: both });
    expect(await history.reading('a')).toMatchObject({ value: { corrections: { value: 'by hand' } } });
    expect(await history.picture('a')).toMatchObject({ value: { name: 'a.png' } });
    expect(await device.find('a')).toBeNull();
  });

  it('takes it with all that was done to it as soon as there is room', async () => {
    await history.addUpload(upload('large', 400));
    isFull = true;
    await history.addUpload(upload('a'));
    await history.addRecognition('a', READING);
    await history.saveCorrections('a', { version: 1, value: 'by hand' }, CORRECTED);
    expect(await history.saveHeld()).toMatchObject({ ok: false, failure: { kind: 'storage-full' } });
    expect(history.isUnsaved('a')).toBe(true);
    await history.remove(['large']);
    isFull = false;
    expect(await history.saveHeld()).toMatchObject({ ok: true });
    expect(history.unsavedCount).toBe(0);
    expect(await device.row('a')).toMatchObject({
      upload: { reading: { text: '9' } },
      current: { corrections: { value: 'by hand' } },
    });
    expect(await history.list()).toMatchObject({ value: [{ id: 'a' }] });
  });

  it('keeps an older state, which a reading that is not saved hides', async () => {
    await history.addUpload(upload('a'));
    isFull = true;
    expect(await history.addRecognition('a', READING)).toMatchObject({ ok: false, failure: { kind: 'storage-full' } });
    expect(await history.find('a')).toMatchObject({ value: { reading: { text: '4' } } });
    expect(await history.picture('a')).toMatchObject({ value: { name: 'a.png' } });
    expect(await device.find('a')).toMatchObject({ reading: null });
    isFull = false;
    await history.saveHeld();
    expect(await device.find('a')).toMatchObject({ reading: { text: '4' } });
  });

  it('takes what is held with the next change that finds room, so that a deletion outlives the page', async () => {
    await history.addUpload(upload('a'));
    isFull = true;
    await history.addRecognition('a', READING);
    isFull = false;
    await history.trash(['a']);
    expect(await device.find('a')).toBeNull();
    expect(history.unsavedCount).toBe(0);
    await history.restore(['a']);
    expect(await device.find('a')).toMatchObject({ reading: { text: '4' } });
  });

  it('brings nothing back that another tab deleted meanwhile', async () => {
    await history.addUpload(upload('a'));
    isFull = true;
    await history.addRecognition('a', READING);
    await device.remove(['a']);
    isFull = false;
    expect(await history.saveHeld()).toMatchObject({ ok: true });
    expect(await history.list()).toMatchObject({ value: [] });
  });

  it('deleting what is not saved takes it away for good, older states too', async () => {
    await history.addUpload(upload('b'));
    isFull = true;
    await history.addUpload(upload('a'));
    await history.addRecognition('b', READING);
    await history.remove(['b']);
    expect(await device.find('b')).toBeNull();
    isFull = false;
    await history.trash(['a']);
    expect(await history.list()).toMatchObject({ value: [] });
    await history.emptyTrash(['a']);
    expect(history.unsavedCount).toBe(0);
  });

  it('holds nothing of a restore that found no room', async () => {
    await history.list();
    isFull = true;
    const staged = await history.use((uploads) => uploads.stage({ ...whole('a'), thumbnail: null }, 'work'));
    expect(staged.ok).toBe(false);
    expect([history.unsavedCount, history.holds('a')]).toEqual([0, false]);
  });
});

describe('while nothing is to be kept', () => {
  beforeEach(async () => {
    await history.list();
    await history.setKeeping(false);
  });

  it('nothing goes to the device, and all of it once it is', async () => {
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

  it('what the page cannot hold anymore is refused, and not written to the device', async () => {
    expect(await history.addUpload(upload('a', 900))).toMatchObject({ ok: true });
    expect(await history.addUpload(upload('b', 200))).toMatchObject({
      ok: false,
      failure: { kind: 'memory-full', fileName: 'b.png' },
    });
    await history.addRecognition('b', READING);
    expect(await history.list()).toMatchObject({ value: [{ id: 'a' }] });
    expect(writes).toBe(0);
  });

  it('what is deleted gives its room back', async () => {
    for (const id of ['a', 'b', 'c']) {
      expect(await history.addUpload(upload(id, 900)), id).toMatchObject({ ok: true });
      await history.trash([id]);
      await history.emptyTrash([id]);
    }
    await history.addUpload(upload('d', 900));
    await history.remove(['d']);
    expect(await history.addUpload(upload('e', 900))).toMatchObject({ ok: true });
    expect(writes).toBe(0);
  });

  it('staged pictures count, and give their room back when they are dropped', async () => {
    const thumbnail = { mime: 'image/webp', bytes: new ArrayBuffer(50) };
    const stage = (id: string) => history.use((uploads) => uploads.stage({ ...whole(id, 600), thumbnail }, 'work'));
    expect(await stage('a')).toMatchObject({ ok: true });
    expect(await stage('b')).toMatchObject({ ok: false, failure: { kind: 'memory-full' } });
    expect(await history.addUpload(upload('c', 400))).toMatchObject({ ok: false });
    await history.use((uploads) => uploads.dropStaged(['a'], 'work'));
    expect(await stage('b')).toMatchObject({ ok: true });
    expect(await history.use((uploads) => uploads.commit(['b'], 'work', []))).toMatchObject({ ok: true });
    expect(await history.list()).toMatchObject({ value: [{ id: 'b', reading: { text: '4' } }] });
    expect(writes).toBe(0);
  });
});
