// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { success } from '../../../contract/result';
import { testDigit, testRecognition } from '../../../numbers/test-recognition';
import { UploadHistory } from '../../../uploads/upload-history';
import { FakeRecognizer, pngFile, resetPage, stubBrowser } from '../../test-page';
import { ReaderPreparation } from './reader-preparation';
import { ReadingQueue } from './reading-queue';

beforeEach(() => {
  stubBrowser();
  resetPage();
});

afterEach(() => vi.unstubAllGlobals());

it('a page that ends before it was the turn of a file that is no picture does not take its name along', async () => {
  const [recognizer, history] = [new FakeRecognizer(), new UploadHistory()];
  const queue = new ReadingQueue(recognizer, new ReaderPreparation(recognizer), history);
  recognizer.answers.set('1.png', success(testRecognition([[testDigit(4)]])));
  let release = () => {};
  recognizer.hold = new Promise((resolve) => {
    release = resolve;
  });
  const names = async () => {
    const listed = await history.listBatch('batch');
    return listed.ok && listed.value.map(({ name, failure }) => [name, failure?.kind ?? null]);
  };
  const ids = queue.add([pngFile('1.png'), new File(['words'], 'words.png'), new File([], 'empty.png')], 'batch');
  await queue.settled(ids);
  expect(await names()).toEqual([
    ['1.png', null],
    ['words.png', 'never-saved'],
    ['empty.png', 'never-saved'],
  ]);
  release();
  await vi.waitFor(() => {
    const phases = ids.map((id) => queue.state.get().jobs.get(id)?.state.phase);
    expect(phases.slice(1)).toEqual(['failed', 'failed']);
  });
  await queue.settled(ids);
  expect(await names()).toEqual([['1.png', null]]);
});
