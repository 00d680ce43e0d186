import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { testDigit, testRecognition } from '../numbers/test-recognition';
import { UploadHistory } from './upload-history';

const BYTES = new Uint8Array([137, 80, 78, 71]).buffer;
const READING = testRecognition([[testDigit(4), testDigit(0, { probability: 0.6, verdict: 'check' })]]);
const CORRECTED = { text: '49', digitCount: 2, openChecks: 0, lowestConfidence: 0.9, isEdited: true };

function upload(id: string, createdAt = 1000, batchId: string | null = null) {
  return { id, name: `${id}.png`, mime: 'image/png', createdAt, batchId, bytes: BYTES };
}

async function listed(history: UploadHistory): Promise<string[]> {
  const result = await history.list();
  return result.ok ? result.value.map((row) => row.id) : ['failed'];
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe('the history on the device', () => {
  it('keeps picture, thumbnail and reading when it is closed and opened again', async () => {
    const first = new UploadHistory();
    await first.addUpload(upload('a'));
    await first.addThumbnail('a', { mime: 'image/webp', bytes: BYTES });
    await first.addRecognition('a', READING);
    await first.close();

    const second = new UploadHistory();
    expect(await second.list()).toMatchObject({
      ok: true,
      value: [
        { id: 'a', name: 'a.png', size: 4, reading: { text: '40', digitCount: 2, openChecks: 1, isEdited: false } },
      ],
    });
    expect(await second.picture('a')).toEqual({
      ok: true,
      value: { name: 'a.png', mime: 'image/png', bytes: BYTES },
    });
    expect(await second.reading('a')).toEqual({ ok: true, value: { recognition: READING, corrections: null } });
    expect(await second.thumbnail('a')).toMatchObject({ ok: true, value: { bytes: BYTES } });
    expect(second.place).toBe('device');
  });

  it('holds a picture that was never read, so that a closed tab loses nothing', async () => {
    const history = new UploadHistory();
    await history.addUpload(upload('a'));
    expect(await history.find('a')).toMatchObject({ ok: true, value: { reading: null } });
    expect(await history.reading('a')).toEqual({ ok: true, value: null });
  });

  it('lists the newest first', async () => {
    const history = new UploadHistory();
    await history.addUpload(upload('old', 1));
    await history.addUpload(upload('new', 3));
    await history.addUpload(upload('middle', 2));
    expect(await listed(history)).toEqual(['new', 'middle', 'old']);
  });

  it('stores no more of a glyph than the glyph', async () => {
    const history = new UploadHistory();
    await history.addUpload(upload('a'));
    const large = new Uint8Array(10_000);
    const digit = { ...testDigit(1), glyph: { side: 2, data: large.subarray(10, 14) } };
    await history.addRecognition('a', testRecognition([[digit]]));
    const stored = await history.reading('a');
    expect(stored.ok && stored.value?.recognition.digits[0]?.glyph.data.buffer.byteLength).toBe(4);
  });

  it('brings deleted pictures back until the trash is emptied', async () => {
    const history = new UploadHistory();
    await history.addUpload(upload('a', 1));
    await history.addUpload(upload('b', 2));
    await history.trash(['a', 'b']);
    expect(await listed(history)).toEqual([]);
    expect(await history.picture('a')).toEqual({ ok: true, value: null });
    await history.restore(['b']);
    expect(await listed(history)).toEqual(['b']);
    await history.emptyTrash(['a']);
    await history.restore(['a']);
    expect(await listed(history)).toEqual(['b']);
  });

  it('lists a batch in the order its pictures came, without those of others', async () => {
    const history = new UploadHistory();
    await history.addUpload(upload('second', 10, 'batch'));
    await history.addUpload(upload('first', 11, 'batch'));
    await history.addUpload(upload('alone', 12));
    await history.addUpload(upload('deleted', 9, 'batch'));
    await history.trash(['deleted']);
    const listedBatch = await history.listBatch('batch');
    expect(listedBatch.ok && listedBatch.value.map((row) => row.id)).toEqual(['first', 'second']);
  });

  it('keeps corrections with the reading and takes them away again', async () => {
    const history = new UploadHistory();
    await history.addUpload(upload('a'));
    await history.addRecognition('a', READING);
    const corrections = { version: 3, value: { replaced: [1] } };
    await history.saveCorrections('a', corrections, CORRECTED);
    expect(await history.reading('a')).toEqual({ ok: true, value: { recognition: READING, corrections } });
    expect(await history.find('a')).toMatchObject({ value: { reading: { text: '49', isEdited: true } } });
    await history.saveCorrections('a', null, { ...CORRECTED, text: '40', isEdited: false });
    expect(await history.reading('a')).toMatchObject({ value: { corrections: null } });
    expect(await history.saveCorrections('gone', corrections, CORRECTED)).toMatchObject({ ok: true });
  });

  it('drops the reading of a picture that was deleted in the meantime', async () => {
    const history = new UploadHistory();
    expect(await history.addRecognition('gone', READING)).toEqual({ ok: true, value: undefined });
    expect(await history.reading('gone')).toEqual({ ok: true, value: null });
  });

  it('tells its listeners about every change', async () => {
    const history = new UploadHistory();
    await history.list();
    const before = history.revision;
    const listener = vi.fn();
    history.subscribe(listener);
    await history.addUpload(upload('a'));
    expect(listener).toHaveBeenCalledTimes(1);
    expect(history.revision).toBe(before + 1);
  });
});

describe.each([
  ['on the device', () => new UploadHistory()],
  ['in memory', () => new UploadHistory(() => Promise.reject(new DOMException('denied', 'SecurityError')))],
])('reading again, %s', (_place, open) => {
  const NEWER = testRecognition([[testDigit(4), testDigit(9)]]);

  async function textsOf(history: UploadHistory): Promise<readonly (string | undefined)[]> {
    const found = await history.find('a');
    return found.ok ? [found.value?.reading?.text, found.value?.otherReading?.text] : [];
  }

  it('lets the new reading count and keeps the old one to compare and to swap back', async () => {
    const history = open();
    await history.addUpload(upload('a'));
    await history.addRecognition('a', READING);
    await history.addRecognition('a', NEWER);
    expect(await textsOf(history)).toEqual(['49', '40']);
    await history.swapReadings(['a', 'gone']);
    expect(await textsOf(history)).toEqual(['40', '49']);
    expect(await history.reading('a')).toMatchObject({ value: { recognition: { text: '40' } } });
    await history.dropOtherReadings(['a']);
    expect(await textsOf(history)).toEqual(['40', undefined]);
    await history.swapReadings(['a']);
    expect(await textsOf(history)).toEqual(['40', undefined]);
  });

  it('never replaces what was corrected by hand', async () => {
    const history = open();
    await history.addUpload(upload('a'));
    await history.addRecognition('a', READING);
    await history.saveCorrections('a', { version: 1, value: 'by hand' }, { ...CORRECTED, text: '41' });
    await history.addRecognition('a', NEWER);
    expect(await textsOf(history)).toEqual(['41', '49']);
    expect(await history.reading('a')).toMatchObject({ value: { corrections: { value: 'by hand' } } });
    await history.swapReadings(['a']);
    expect(await history.reading('a')).toMatchObject({ value: { corrections: null, recognition: { text: '49' } } });
  });
});
