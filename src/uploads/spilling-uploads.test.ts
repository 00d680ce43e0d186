import { beforeEach, describe, expect, it } from 'vitest';
import { testDigit, testRecognition } from '../numbers/test-recognition';
import { LimitedDevice, testUpload } from './test-limited-device';
import type { UploadHistory } from './upload-history';

const READING = testRecognition([[testDigit(4)]]);
const CORRECTED = { text: '9', digitCount: 1, openChecks: 0, lowestConfidence: null, isEdited: true };

let device: LimitedDevice;
let history: UploadHistory;

beforeEach(async () => {
  device = new LimitedDevice();
  history = device.history;
});

describe('a device without room', () => {
  it('what finds no room is said to, and still shown, corrected and listed', async () => {
    await history.addUpload(testUpload('saved'));
    device.isFull = true;
    expect(await history.addUpload(testUpload('a'))).toMatchObject({ ok: false, failure: { kind: 'storage-full' } });
    await history.addRecognition('a', READING);
    await history.saveCorrections('a', { version: 1, value: 'by hand' }, CORRECTED);
    expect(history.held.unsaved.size).toBe(1);
    const both = expect.arrayContaining([
      expect.objectContaining({ id: 'saved' }),
      expect.objectContaining({ id: 'a', reading: expect.objectContaining({ text: '9' }) }),
    ]);
    expect(await history.list()).toEqual({ ok: true, value: both });
    expect(await history.listBatch('batch')).toEqual({ ok: true, value: both });
    expect(await history.reading('a')).toMatchObject({ value: { corrections: { value: 'by hand' } } });
    expect(await history.picture('a')).toMatchObject({ value: { name: 'a.png' } });
    expect(await device.uploads.find('a')).toBeNull();
  });

  it('takes it with all that was done to it as soon as there is room', async () => {
    await history.addUpload(testUpload('large', 400));
    device.isFull = true;
    await history.addUpload(testUpload('a'));
    await history.addRecognition('a', READING);
    await history.saveCorrections('a', { version: 1, value: 'by hand' }, CORRECTED);
    expect(await history.saveHeld()).toMatchObject({ ok: false, failure: { kind: 'storage-full' } });
    expect(history.held.unsaved.has('a')).toBe(true);
    await history.remove(['large']);
    device.isFull = false;
    expect(await history.saveHeld()).toMatchObject({ ok: true });
    expect(history.held.unsaved.size).toBe(0);
    expect(await device.uploads.row('a')).toMatchObject({
      upload: { reading: { text: '9' } },
      current: { corrections: { value: 'by hand' } },
    });
    expect(await history.list()).toMatchObject({ value: [{ id: 'a' }] });
  });

  it('keeps an older state, which a reading that is not saved hides', async () => {
    await history.addUpload(testUpload('a'));
    device.isFull = true;
    expect(await history.addRecognition('a', READING)).toMatchObject({ ok: false, failure: { kind: 'storage-full' } });
    expect(await history.find('a')).toMatchObject({ value: { reading: { text: '4' } } });
    expect(await history.picture('a')).toMatchObject({ value: { name: 'a.png' } });
    expect(await device.uploads.find('a')).toMatchObject({ reading: null });
    device.isFull = false;
    await history.saveHeld();
    expect(await device.uploads.find('a')).toMatchObject({ reading: { text: '4' } });
  });

  it('takes what is held with the next change that finds room, so that a deletion outlives the page', async () => {
    await history.addUpload(testUpload('a'));
    device.isFull = true;
    await history.addRecognition('a', READING);
    device.isFull = false;
    await history.trash(['a']);
    expect(await device.uploads.find('a')).toBeNull();
    expect(history.held.unsaved.size).toBe(0);
    await history.restore(['a']);
    expect(await device.uploads.find('a')).toMatchObject({ reading: { text: '4' } });
  });

  it('brings nothing back that another tab deleted meanwhile', async () => {
    await history.addUpload(testUpload('a'));
    device.isFull = true;
    await history.addRecognition('a', READING);
    await device.uploads.remove(['a']);
    device.isFull = false;
    expect(await history.saveHeld()).toMatchObject({ ok: true });
    expect(await history.list()).toMatchObject({ value: [] });
  });

  it('deleting what is not saved takes it away for good, older states too', async () => {
    await history.addUpload(testUpload('b'));
    device.isFull = true;
    await history.addUpload(testUpload('a'));
    await history.addRecognition('b', READING);
    await history.remove(['b']);
    expect(await device.uploads.find('b')).toBeNull();
    device.isFull = false;
    await history.trash(['a']);
    expect(await history.list()).toMatchObject({ value: [] });
    await history.emptyTrash(['a']);
    expect(history.held.unsaved.size).toBe(0);
  });
});
