import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { BackendInfo } from '../contract/network';
import type { Recognition } from '../contract/recognition';
import { BackendLostError } from '../inference/backend-lost-error';
import type { Reader } from '../reading/reader';
import { LocalRecognizer, type LocalRecognizerOptions } from './local-recognizer';
import { openReader } from './open-reader';
import { recognizePicture } from './recognize';
import { testImage } from './test-recognizer';

vi.mock('./open-reader', () => ({ openReader: vi.fn() }));
vi.mock('./recognize', () => ({ recognizePicture: vi.fn() }));

const image = testImage('amount.png');
const recognition = { text: '407' } as Recognition;
const disposed: string[] = [];

function readerOn(name: BackendInfo['name']): Reader {
  const backend: BackendInfo = { name, location: 'worker', reason: 'test' };
  return { backend, dispose: () => disposed.push(name) } as unknown as Reader;
}

function create(): LocalRecognizer {
  return new LocalRecognizer({ candidates: ['webgl', 'wasm'] } as unknown as LocalRecognizerOptions);
}

beforeEach(() => {
  disposed.length = 0;
  vi.mocked(openReader).mockReset();
  vi.mocked(openReader).mockImplementation(async ({ candidates, lostBackends }) => {
    const name = candidates.find((candidate) => !lostBackends?.has(candidate));
    return name ? { ok: true, value: readerOn(name) } : { ok: false, failure: { kind: 'backend-unavailable' } };
  });
  vi.mocked(recognizePicture).mockReset();
  vi.mocked(recognizePicture).mockImplementation(async (_image, open) => {
    await open();
    return { ok: true, value: recognition };
  });
});

describe('LocalRecognizer', () => {
  it('opens its reader once, whoever asks first', async () => {
    const recognizer = create();
    const [prepared, read] = await Promise.all([recognizer.prepare(), recognizer.run('recognize', { image })]);
    expect(prepared).toMatchObject({ ok: true, value: { name: 'webgl' } });
    expect(read).toEqual({ ok: true, value: recognition });
    expect(openReader).toHaveBeenCalledTimes(1);
  });

  it('tells everybody who waits how much has arrived', async () => {
    vi.mocked(openReader).mockImplementation(async ({ onProgress }) => {
      await Promise.resolve();
      onProgress?.(5, 10);
      return { ok: true, value: readerOn('wasm') };
    });
    const recognizer = create();
    const [first, second] = [vi.fn(), vi.fn()];
    await Promise.all([recognizer.prepare({ onProgress: first }), recognizer.prepare({ onProgress: second })]);
    expect(first).toHaveBeenCalledWith(5, 10);
    expect(second).toHaveBeenCalledWith(5, 10);
  });

  it('tries again after the models did not arrive', async () => {
    vi.mocked(openReader).mockResolvedValueOnce({ ok: false, failure: { kind: 'model-unavailable' } });
    const recognizer = create();
    expect(await recognizer.prepare()).toMatchObject({ ok: false, failure: { kind: 'model-unavailable' } });
    expect(await recognizer.prepare()).toMatchObject({ ok: true });
  });

  it('reads the picture once more on the next backend when the first is lost, and tells which', async () => {
    vi.mocked(recognizePicture).mockRejectedValueOnce(new BackendLostError('webgl'));
    const recognizer = create();
    const backends: string[] = [];
    recognizer.backend.follow(({ name }) => backends.push(name));
    await recognizer.prepare();
    expect(await recognizer.run('recognize', { image })).toEqual({ ok: true, value: recognition });
    expect(await recognizer.prepare()).toMatchObject({ ok: true, value: { name: 'wasm' } });
    expect(disposed).toEqual(['webgl']);
    expect(backends).toEqual(['webgl', 'wasm']);
  });

  it('reports a backend that is lost twice, and names the file', async () => {
    vi.mocked(recognizePicture)
      .mockRejectedValueOnce(new BackendLostError('webgl'))
      .mockRejectedValueOnce(new BackendLostError('wasm'));
    expect(await create().run('recognize', { image })).toMatchObject({
      ok: false,
      failure: { kind: 'backend-lost', fileName: 'amount.png' },
    });
  });

  it('turns a bug into a failure with detail, and goes on with the next picture', async () => {
    vi.mocked(recognizePicture).mockRejectedValueOnce(new TypeError('bug'));
    const recognizer = create();
    const [first, second] = await Promise.all([
      recognizer.run('recognize', { image }),
      recognizer.run('recognize', { image }),
    ]);
    expect(first).toMatchObject({ ok: false, failure: { kind: 'unexpected', detail: expect.stringContaining('bug') } });
    expect(second).toEqual({ ok: true, value: recognition });
  });

  it('reads one picture at a time, in order', async () => {
    const events: string[] = [];
    vi.mocked(recognizePicture).mockImplementation(async ({ file: { name } }) => {
      events.push(`start ${name}`);
      await new Promise((resolve) => setTimeout(resolve, 2));
      events.push(`end ${name}`);
      return { ok: true, value: recognition };
    });
    const recognizer = create();
    await Promise.all(['a', 'b', 'c'].map((name) => recognizer.run('recognize', { image: testImage(name) })));
    expect(events).toEqual(['start a', 'end a', 'start b', 'end b', 'start c', 'end c']);
  });

  it('stops the running picture with the reason of its signal, and not the next', async () => {
    vi.mocked(recognizePicture).mockImplementationOnce(async (_image, _open, options) => {
      for (;;) {
        await new Promise((resolve) => setImmediate(resolve));
        options?.signal?.throwIfAborted();
      }
    });
    const recognizer = create();
    const controller = new AbortController();
    const first = recognizer.run('recognize', { image }, { signal: controller.signal });
    const second = recognizer.run('recognize', { image });
    const reason = new Error('enough');
    setTimeout(() => controller.abort(reason), 5);
    await expect(first).rejects.toBe(reason);
    expect(await second).toEqual({ ok: true, value: recognition });
  });

  it('never starts a picture that was cancelled while it waited', async () => {
    const recognizer = create();
    const controller = new AbortController();
    const first = recognizer.run('recognize', { image });
    const second = recognizer.run('recognize', { image }, { signal: controller.signal });
    controller.abort();
    await expect(second).rejects.toMatchObject({ name: 'AbortError' });
    await first;
    await recognizer.run('recognize', { image });
    expect(recognizePicture).toHaveBeenCalledTimes(2);
  });
});
