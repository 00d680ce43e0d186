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

  it('does a job once more, in a new worker, when its worker crashes', async () => {
    const { recognizer, workers } = recognizerInFakeWorkers([() => fakeRecognizer(never), () => fakeRecognizer(reads)]);
    const reading = recognizer.run('recognize', { image: IMAGE });
    setTimeout(() => workers[0]!.crash('out of memory'), 5);
    expect(await reading).toMatchObject({ ok: true });
    expect(workers.map((worker) => worker.isEnded)).toEqual([true, false]);
  });

  it('fails a picture that kills its worker every time after two, and goes on with the next', async () => {
    const poison = 'poison.png';
    const { recognizer, workers } = recognizerInFakeWorkers([
      () => fakeRecognizer(({ name }) => (name === poison ? crashLast() : reads())),
    ]);
    const crashLast = () => {
      setTimeout(() => workers.at(-1)!.crash('out of memory'), 1);
      return never();
    };
    const [first, next] = await Promise.all([
      recognizer.run('recognize', { image: testImage(poison) }),
      recognizer.run('recognize', { image: IMAGE }),
    ]);
    expect(first).toEqual({
      ok: false,
      failure: { kind: 'backend-lost', fileName: poison, detail: 'out of memory' },
    });
    expect(next).toMatchObject({ ok: true });
    expect(workers).toHaveLength(3);
  });

  it('starts no new worker for a picture that was cancelled when its worker crashed', async () => {
    const { recognizer, workers } = recognizerInFakeWorkers([() => fakeRecognizer(never)]);
    const controller = new AbortController();
    const reading = recognizer.run('recognize', { image: IMAGE }, { signal: controller.signal });
    await vi.waitFor(() => expect(workers[0]?.heard.some(({ type }) => type === 'start')).toBe(true));
    controller.abort();
    workers[0]!.crash('out of memory');
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
    expect(workers).toHaveLength(1);
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

  it('gives up a worker that does not answer pings any more, and reads in a new one', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const { recognizer, workers } = recognizerInFakeWorkers([() => fakeRecognizer(never), () => fakeRecognizer(reads)]);
    await recognizer.prepare();
    const reading = recognizer.run('recognize', { image: IMAGE });
    await vi.waitFor(() => expect(workers[0]!.heard.some(({ type }) => type === 'start')).toBe(true));
    // As a killed process: it hears nothing and says nothing.
    vi.spyOn(workers[0]!, 'postMessage').mockImplementation(() => {});
    vi.advanceTimersByTime(30_000);
    expect(await reading).toMatchObject({ ok: true });
    expect(workers.map((worker) => worker.isEnded)).toEqual([true, false]);
  });

  it('takes no worker for dead because the device slept for hours', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date', 'performance'] });
    const { recognizer, workers } = recognizerInFakeWorkers([
      () => fakeRecognizer(() => new Promise((resolve) => setTimeout(() => resolve(reads()), 20))),
    ]);
    const reading = recognizer.run('recognize', { image: IMAGE });
    await vi.waitFor(() => expect(workers[0]!.heard.some(({ type }) => type === 'start')).toBe(true));
    // The clocks jump; timers that were due meanwhile fire once.
    vi.setSystemTime(Date.now() + 8 * 60 * 60 * 1000);
    vi.advanceTimersToNextTimer();
    expect(await reading).toMatchObject({ ok: true });
    expect(workers).toHaveLength(1);
  });

  it('stops waiting when it is disposed of', async () => {
    const { recognizer, workers } = recognizerInFakeWorkers([() => fakeRecognizer(never)]);
    const reading = recognizer.run('recognize', { image: IMAGE });
    await vi.waitFor(() => expect(workers[0]?.heard.some(({ type }) => type === 'start')).toBe(true));
    recognizer.dispose();
    expect(await reading).toMatchObject({ ok: false, failure: { kind: 'backend-lost' } });
    expect(workers[0]!.isEnded).toBe(true);
  });
});
