import { beforeEach, describe, expect, it } from 'vitest';
import { testDigit, testRecognition } from '../numbers/test-recognition';
import { LimitedDevice, testUpload } from './test-limited-device';
import { summarizeReading } from './upload';
import type { UploadHistory } from './upload-history';

const READING = testRecognition([[testDigit(4)]]);

/** An upload with all that belongs to it, as a backup brings it. */
function whole(id: string, bytes = 4) {
  const { bytes: picture, ...row } = testUpload(id, bytes);
  const rest = { reading: summarizeReading(READING), otherReading: null, failure: null, size: bytes };
  const thumbnail = { mime: 'image/webp', bytes: new ArrayBuffer(50) };
  return {
    upload: { ...row, ...rest },
    current: { recognition: READING, corrections: null },
    other: null,
    picture,
    thumbnail,
  };
}

let device: LimitedDevice;
let history: UploadHistory;

beforeEach(async () => {
  device = new LimitedDevice();
  history = device.history;
});

describe('while nothing is to be kept', () => {
  beforeEach(async () => {
    await history.list();
    await history.setKeeping(false);
  });

  it('nothing goes to the device, and all of it once it is', async () => {
    expect(history.place).toBe('page');
    expect(await history.addUpload(testUpload('a'))).toMatchObject({ ok: true });
    await history.addRecognition('a', READING);
    expect(history.held.unsaved.size).toBe(0);
    expect(await history.list()).toMatchObject({ value: [{ id: 'a' }] });
    expect(await device.uploads.list()).toEqual([]);
    await history.setKeeping(true);
    expect(history.place).toBe('device');
    expect(await device.uploads.find('a')).toMatchObject({ reading: { text: '4' } });
  });

  it('what finds no room when it is to be kept after all counts as not saved', async () => {
    await history.addUpload(testUpload('a'));
    device.isFull = true;
    expect(await history.setKeeping(true)).toMatchObject({ ok: false, failure: { kind: 'storage-full' } });
    expect(history.held.unsaved.has('a')).toBe(true);
  });

  it('saving what found no room before takes nothing else along', async () => {
    await history.setKeeping(true);
    device.isFull = true;
    await history.addUpload(testUpload('refused'));
    await history.setKeeping(false);
    await history.addUpload(testUpload('passing'));
    device.isFull = false;
    await history.saveHeld();
    expect((await device.uploads.list()).map(({ id }) => id)).toEqual(['refused']);
  });

  it('what the page cannot hold anymore is refused, and not written to the device', async () => {
    expect(await history.addUpload(testUpload('a', 900))).toMatchObject({ ok: true });
    expect(await history.addUpload(testUpload('b', 200))).toMatchObject({
      ok: false,
      failure: { kind: 'memory-full', fileName: 'b.png' },
    });
    await history.addRecognition('b', READING);
    expect(await history.list()).toMatchObject({ value: [{ id: 'a' }] });
    expect(device.writes).toBe(0);
  });

  it('what is deleted gives its room back', async () => {
    for (const id of ['a', 'b', 'c']) {
      expect(await history.addUpload(testUpload(id, 900)), id).toMatchObject({ ok: true });
      await history.trash([id]);
      await history.emptyTrash([id]);
    }
    await history.addUpload(testUpload('d', 900));
    await history.remove(['d']);
    expect(await history.addUpload(testUpload('e', 900))).toMatchObject({ ok: true });
    expect(device.writes).toBe(0);
  });

  it('staged pictures count, and give their room back when they are dropped', async () => {
    const stage = (id: string) => history.use((uploads) => uploads.stage(whole(id, 600), 'work'));
    expect(await stage('a')).toMatchObject({ ok: true });
    expect(await stage('b')).toMatchObject({ ok: false, failure: { kind: 'memory-full' } });
    expect(await history.addUpload(testUpload('c', 400))).toMatchObject({ ok: false });
    await history.use((uploads) => uploads.dropStaged(['a'], 'work'));
    expect(await stage('b')).toMatchObject({ ok: true });
    expect(await history.use((uploads) => uploads.commit(['b'], 'work', []))).toMatchObject({ ok: true });
    expect(await history.list()).toMatchObject({ value: [{ id: 'b', reading: { text: '4' } }] });
    expect(device.writes).toBe(0);
  });
});

describe('a restore', () => {
  it('holds nothing of a restore that found no room', async () => {
    await history.list();
    device.isFull = true;
    const staged = await history.use((uploads) => uploads.stage(whole('a'), 'work'));
    expect(staged.ok).toBe(false);
    expect([history.held.unsaved.size, history.held.holds('a')]).toEqual([0, false]);
  });
});
