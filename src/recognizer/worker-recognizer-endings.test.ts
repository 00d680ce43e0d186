import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeRecognizer, IMAGE, never, reads, recognizerInFakeWorkers } from './test-fake-worker';
import { testImage } from './test-recognizer';
import { WorkerRecognizer } from './worker-recognizer';

afterEach(() => {
  vi.useRealTimers();
});

describe('WorkerRecognizer, when a job or its worker ends early', () => {
  it('cancels the running job in the worker, and the next one still runs there', async () => {
    const { recognizer, workers } = recognizerInFakeWorkers([
      () =>
        fakeRecognizer(({ name }, { signal }) =>
          name === 'endless'
            ? new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))
            : reads(),
        ),
    ]);
    const controller = new AbortController();
    const cancelled = recognizer.run('recognize', { image: testImage('endless') }, { signal: controller.signal });
    const next = recognizer.run('recognize', { image: IMAGE });
    setTimeout(() => controller.abort(), 5);
    await expect(cancelled).rejects.toMatchObject({ name: 'AbortError' });
    expect(await next).toMatchObject({ ok: true });
    expect(workers).toHaveLength(1);
  });

  it('ends a worker that does not stop, and starts another one', async () => {
    const { recognizer, workers } = recognizerInFakeWorkers([() => fakeRecognizer(never), () => fakeRecognizer(reads)]);
    const controller = new AbortController();
    const cancelled = recognizer.run('recognize', { image: IMAGE }, { signal: controller.signal });
    const next = recognizer.run('recognize', { image: IMAGE });
    await vi.waitFor(() => expect(workers[0]?.heard.some(({ type }) => type === 'start')).toBe(true));
    controller.abort();
    await expect(cancelled).rejects.toMatchObject({ name: 'AbortError' });
    expect(await next).toMatchObject({ ok: true });
    expect(workers.map((worker) => worker.isEnded)).toEqual([true, false]);
  });

  it('answers when the worker crashes, and starts another one for the next picture', async () => {
    const { recognizer, workers } = recognizerInFakeWorkers([() => fakeRecognizer(never), () => fakeRecognizer(reads)]);
    const crashed = recognizer.run('recognize', { image: IMAGE });
    setTimeout(() => workers[0]!.crash('out of memory'), 5);
    expect(await crashed).toEqual({
      ok: false,
      failure: { kind: 'backend-lost', fileName: 'amount.png', detail: 'out of memory' },
    });
    expect(await recognizer.run('recognize', { image: IMAGE })).toMatchObject({ ok: true });
  });

  it('finds the backend unavailable when the worker cannot be loaded', async () => {
    const { recognizer, workers } = recognizerInFakeWorkers([() => ({ ...fakeRecognizer(reads), prepare: never })]);
    const prepared = recognizer.prepare();
    setTimeout(() => workers[0]!.crash(''), 5);
    expect(await prepared).toMatchObject({ ok: false, failure: { kind: 'backend-unavailable' } });
  });

  it('finds the backend unavailable where workers are forbidden', async () => {
    const recognizer = new WorkerRecognizer({
      settings: { modelsUrl: 'https://site.example/models/' },
      decodeSvg: never,
      maxSilenceMs: 1,
      cancelGraceMs: 1,
      spawn: () => {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
    expect(await recognizer.prepare()).toMatchObject({ ok: false, failure: { kind: 'backend-unavailable' } });
  });

  it('gives up a worker that does not answer pings any more', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const { recognizer, workers } = recognizerInFakeWorkers([() => fakeRecognizer(never)]);
    await recognizer.prepare();
    const reading = recognizer.run('recognize', { image: IMAGE });
    await vi.waitFor(() => expect(workers[0]!.heard.some(({ type }) => type === 'start')).toBe(true));
    // As a killed process: it hears nothing and says nothing.
    vi.spyOn(workers[0]!, 'postMessage').mockImplementation(() => {});
    vi.advanceTimersByTime(30_000);
    expect(await reading).toMatchObject({ ok: false, failure: { kind: 'backend-lost' } });
  });

  it('stops waiting when it is disposed of', async () => {
    const { recognizer, workers } = recognizerInFakeWorkers([() => fakeRecognizer(never)]);
    const reading = recognizer.run('recognize', { image: IMAGE });
    setTimeout(() => recognizer.dispose(), 5);
    expect(await reading).toMatchObject({ ok: false, failure: { kind: 'backend-lost' } });
    expect(workers[0]!.isEnded).toBe(true);
  });
});
