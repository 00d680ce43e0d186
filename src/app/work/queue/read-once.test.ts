// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { failed, success } from '../../../contract/result';
import type { Reader } from '../../../reading/reader';
import { recognizePicture } from '../../../recognizer/recognize';
import { testRecognizer } from '../../../recognizer/test-recognizer';
import { UploadHistory } from '../../../uploads/upload-history';
import { pngFile, resetPage, stubBrowser } from '../../test-page';
import { ReaderPreparation } from './reader-preparation';
import { ReadingQueue } from './reading-queue';

const decode = vi.fn<Reader['decode']>();
let history: UploadHistory;
let queue: ReadingQueue;

/** Decodes nothing, after all that comes before. */
const recognizer = testRecognizer({
  recognize: ({ image }) => recognizePicture(image, async () => success({ decode } as unknown as Reader)),
});

beforeEach(() => {
  stubBrowser();
  resetPage();
  decode.mockReset().mockResolvedValue(failed({ kind: 'undecodable' }));
  history = new UploadHistory();
  queue = new ReadingQueue(recognizer, new ReaderPreparation(recognizer), history);
});

afterEach(() => vi.unstubAllGlobals());

async function hasFailed(id: string): Promise<void> {
  await vi.waitFor(async () => expect(await history.find(id)).toMatchObject({ value: { failure: {} } }));
}

it('reads the bytes of a picture once on its whole way', async () => {
  const file = pngFile('amount.png');
  const reads = vi.spyOn(Blob.prototype, 'arrayBuffer');
  const fromHistory = vi.spyOn(history, 'picture');
  const drawn = vi.spyOn(URL, 'createObjectURL');
  const [id = ''] = queue.add([file]);
  await hasFailed(id);
  await vi.waitFor(() => expect(drawn).toHaveBeenCalledTimes(1));
  expect(reads).toHaveBeenCalledTimes(1);
  expect(fromHistory).not.toHaveBeenCalled();
  expect(decode).toHaveBeenCalledTimes(1);
  // What the reader decodes and what the thumbnail is drawn from are the file itself.
  expect(decode.mock.calls[0]?.[0].file).toBe(file);
  expect(drawn.mock.calls[0]?.[0]).toBe(file);
});

it('reads a file that is no picture once as well', async () => {
  const reads = vi.spyOn(Blob.prototype, 'arrayBuffer');
  const [id = ''] = queue.add([new File(['words'], 'notes.txt')]);
  await vi.waitFor(() => expect(queue.state.get().jobs.get(id)?.state.phase).toBe('failed'));
  await queue.settled([id]);
  expect(reads).toHaveBeenCalledTimes(1);
});

it('reads again what the history was not ready for while it was read', async () => {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const late = new UploadHistory(async (events) => {
    await opened;
    const { openOpenUploads } = await import('../../../uploads/open-database');
    return openOpenUploads(events);
  });
  queue = new ReadingQueue(recognizer, new ReaderPreparation(recognizer), late);
  const ids = queue.add([pngFile('1.png'), pngFile('2.png')], 'batch');
  await vi.waitFor(() =>
    expect(ids.map((id) => queue.state.get().jobs.get(id)?.state.phase)).toEqual(['failed', 'failed']),
  );
  open();
  await queue.settled(ids);
  expect(await late.picture(ids[1] ?? '')).toMatchObject({ value: { name: '2.png', bytes: { byteLength: 8 } } });
});
