// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Caution } from '../../../contract/caution';
import { failed, success } from '../../../contract/result';
import { testDigit, testRecognition } from '../../../numbers/test-recognition';
import { UploadHistory } from '../../../uploads/upload-history';
import { FakeRecognizer, pngFile, resetPage, stubBrowser } from '../../test-page';
import { ReaderPreparation } from './reader-preparation';
import { ReadingQueue } from './reading-queue';

const READING = testRecognition([[testDigit(4), testDigit(2, { probability: 0.97 })]]);

let recognizer: FakeRecognizer;
let history: UploadHistory;
let queue: ReadingQueue;
/** Each call lets one picture through. */
let letOneThrough: () => void;

beforeEach(() => {
  stubBrowser();
  resetPage();
  [recognizer, history] = [new FakeRecognizer(), new UploadHistory()];
  const choices = () => ({ caution, script: 'latin' as const });
  queue = new ReadingQueue(recognizer, new ReaderPreparation(recognizer), history, choices);
  caution = 'balanced';
  holdEach();
});

afterEach(() => vi.unstubAllGlobals());

let caution: Caution = 'balanced';

/** Makes every picture wait until the test lets it through. */
function holdEach(): void {
  let release: () => void = () => undefined;
  const next = () => {
    recognizer.hold = new Promise((resolve) => {
      release = resolve;
    });
  };
  next();
  letOneThrough = () => {
    const released = release;
    next();
    released();
  };
}

function files(count: number): File[] {
  return Array.from({ length: count }, (_, index) => {
    const name = `${index + 1}.png`;
    recognizer.answers.set(name, success(READING));
    return pngFile(name);
  });
}

function phases(ids: readonly string[]): (string | undefined)[] {
  return ids.map((id) => queue.state.get().jobs.get(id)?.state.phase);
}

async function reads(name: string): Promise<void> {
  await vi.waitFor(() => expect(recognizer.asked.at(-1)).toBe(name));
}

describe('a batch', () => {
  it('keeps the order in which its pictures came, with those that are added later', async () => {
    const [first, second] = [files(2), [pngFile('later.png')]];
    recognizer.answers.set('later.png', success(READING));
    const ids = [...queue.add(first, 'batch'), ...queue.add(second, 'batch')];
    await queue.settled(ids);
    const listed = await history.listBatch('batch');
    expect(listed.ok && listed.value.map(({ name }) => name)).toEqual(['1.png', '2.png', 'later.png']);
  });

  it('shows every picture at once and reads one at a time', async () => {
    const ids = queue.add(files(3), 'batch');
    expect(phases(ids)).toHaveLength(3);
    await reads('1.png');
    expect(phases(ids)).toEqual(['reading', 'waiting', 'waiting']);
    expect(queue.state.get().run).toMatchObject({ position: 1, total: 3, currentId: ids[0], isPaused: false });
    letOneThrough();
    await reads('2.png');
    expect(queue.state.get().run).toMatchObject({ position: 2, total: 3 });
    expect(queue.state.get().run?.remainingMs).toEqual(expect.any(Number));
  });

  it('pauses after the picture that is being read, and goes on', async () => {
    const ids = queue.add(files(3), 'batch');
    await reads('1.png');
    queue.pause();
    letOneThrough();
    await vi.waitFor(() => expect(phases(ids)).toEqual(['done', 'waiting', 'waiting']));
    expect(queue.state.get().run).toMatchObject({ position: 2, total: 3, currentId: null, isPaused: true });
    queue.resume();
    await reads('2.png');
    expect(queue.state.get().run).toMatchObject({ isPaused: false });
  });

  it('lets a single picture pass, even while it is paused', async () => {
    const [first] = queue.add(files(2), 'batch');
    await reads('1.png');
    queue.pause();
    recognizer.answers.set('urgent.png', success(READING));
    const [urgent = ''] = queue.add([pngFile('urgent.png')]);
    letOneThrough();
    await reads('urgent.png');
    expect(phases([first ?? '', urgent])).toEqual(['done', 'reading']);
    letOneThrough();
    await vi.waitFor(() => expect(queue.state.get().run).toMatchObject({ currentId: null, isPaused: true }));
    expect(recognizer.asked).toEqual(['1.png', 'urgent.png']);
  });

  it('cancel stops the current picture too; all can be read later', async () => {
    const ids = queue.add(files(3), 'batch');
    await reads('1.png');
    queue.cancel();
    await vi.waitFor(() => expect(phases(ids)).toEqual(['canceled', 'canceled', 'canceled']));
    expect(queue.state.get().run).toBeNull();
    recognizer.hold = Promise.resolve();
    queue.readAll([...queue.state.get().jobs.values()]);
    await vi.waitFor(() => expect(phases(ids)).toEqual(['done', 'done', 'done']));
    expect(queue.state.get().run).toBeNull();
  });

  it('goes on after a failure, and retries only what failed', async () => {
    recognizer.hold = Promise.resolve();
    const [good, bad] = files(2);
    recognizer.answers.set('2.png', failed({ kind: 'backend-lost' }));
    const ids = queue.add([good!, bad!], 'batch');
    await vi.waitFor(() => expect(phases(ids)).toEqual(['done', 'failed']));
    recognizer.answers.set('2.png', success(READING));
    queue.readAll([...queue.state.get().jobs.values()].filter((job) => job.state.phase === 'failed'));
    await vi.waitFor(() => expect(phases(ids)).toEqual(['done', 'done']));
    expect(recognizer.asked).toEqual(['1.png', '2.png', '2.png']);
  });
});

describe('memory', () => {
  it('lets files go once the history has them, and forgets jobs that are kept', async () => {
    recognizer.hold = Promise.resolve();
    const ids = queue.add(files(60), 'batch');
    await vi.waitFor(() => expect(queue.state.get().run).toBeNull(), 20_000);
    await queue.settled(ids);
    await vi.waitFor(() => expect(queue.state.get().jobs.size).toBeLessThanOrEqual(16));
    expect([...queue.state.get().jobs.values()].every((job) => job.incoming === null)).toBe(true);
    const stored = await history.listBatch('batch');
    expect(stored.ok && stored.value.filter((upload) => upload.reading?.text === '42')).toHaveLength(60);
  });

  it('keeps what the history could not take', async () => {
    recognizer.hold = Promise.resolve();
    history.addUpload = async () => failed({ kind: 'storage-full' });
    const ids = queue.add(files(20), 'batch');
    await vi.waitFor(() => expect(queue.state.get().run).toBeNull(), 20_000);
    expect(phases(ids).every((phase) => phase === 'done')).toBe(true);
    expect(queue.state.get().jobs.get(ids[0] ?? '')?.saveFailure).toMatchObject({ kind: 'storage-full' });
  });
});

it('reads a picture of the history again, from the history', async () => {
  recognizer.hold = Promise.resolve();
  await history.addUpload({
    id: 'old',
    name: 'old.png',
    mime: 'image/png',
    createdAt: 1,
    batchId: null,
    bytes: await pngFile('old.png').arrayBuffer(),
  });
  recognizer.answers.set('old.png', success(READING));
  queue.readAll([{ id: 'old', name: 'old.png', createdAt: 1, batchId: null }]);
  await vi.waitFor(async () => expect(await history.find('old')).toMatchObject({ value: { reading: { text: '42' } } }));
});

it('marks what is less sure than the person asks for', async () => {
  recognizer.hold = Promise.resolve();
  caution = 'cautious';
  const [id = ''] = queue.add(files(1));
  await vi.waitFor(async () =>
    expect(await history.find(id)).toMatchObject({ value: { reading: { text: '42', openChecks: 2 } } }),
  );
});

it('never waits for a history that cannot be opened yet', async () => {
  recognizer.hold = Promise.resolve();
  const closed = new UploadHistory(() => new Promise(() => undefined));
  queue = new ReadingQueue(recognizer, new ReaderPreparation(recognizer), closed);
  const [id = ''] = queue.add(files(1));
  await vi.waitFor(() => expect(phases([id])).toEqual(['done']));
  expect(queue.isSaving).toBe(true);
});

it('keeps why a picture could not be read', async () => {
  recognizer.hold = Promise.resolve();
  recognizer.answers.set('1.png', failed({ kind: 'undecodable' }));
  const [id = ''] = queue.add([pngFile('1.png')]);
  await vi.waitFor(async () =>
    expect(await history.find(id)).toMatchObject({ value: { failure: { kind: 'undecodable', fileName: '1.png' } } }),
  );
});
