import { afterEach, describe, expect, it, vi } from 'vitest';
import type { AcceptedImage, DecodeImage } from '../contract/accepted-image';
import type { DigitReadings, Recognition } from '../contract/recognition';
import { type Result, success } from '../contract/result';
import type { JobAsks } from './job-table';
import type { FromWorker, PagePort, ToWorker } from './messages';
import type { JobOptions, Recognizer } from './recognizer';
import { serveRecognizer } from './serve-recognizer';
import { TEST_BACKEND, testRecognizer } from './test-recognizer';
import type { WorkerPort } from './worker-connection';
import { WorkerRecognizer } from './worker-recognizer';

const file = new File(['picture'], 'amount.png');
const recognition = { text: '407', lines: [] as unknown } as Recognition;
const backend = TEST_BACKEND;
const readings: DigitReadings = { digits: [], modelVersion: 'test', backend, elapsedMs: 1 };
const svg: AcceptedImage = { fileName: 'a.svg', format: 'svg', bytes: new Uint8Array([60]) };

type Listener<Event> = (event: Event) => void;

/** A worker without a thread: messages between its two ends arrive later, as with a real one. */
class FakeWorker implements WorkerPort {
  readonly heard: ToWorker[] = [];
  isEnded = false;
  readonly #toPage: Listener<{ data: FromWorker }>[] = [];
  readonly #toWorker: Listener<{ data: ToWorker }>[] = [];
  readonly #onError: Listener<{ message?: string }>[] = [];

  constructor(create: (decodeSvg: DecodeImage) => Recognizer) {
    const inside: PagePort = {
      postMessage: (data) => this.#deliver(this.#toPage, data),
      addEventListener: (_type, listener) => this.#toWorker.push(listener),
    };
    serveRecognizer(inside, (_settings, decodeSvg) => create(decodeSvg));
  }

  postMessage(data: ToWorker): void {
    this.heard.push(data);
    this.#deliver(this.#toWorker, data);
  }

  addEventListener(type: string, listener: Listener<never>): void {
    if (type === 'message') this.#toPage.push(listener as Listener<{ data: FromWorker }>);
    if (type === 'error') this.#onError.push(listener as Listener<{ message?: string }>);
  }

  crash(message: string): void {
    for (const listener of this.#onError) listener({ message });
  }

  terminate(): void {
    this.isEnded = true;
  }

  #deliver<Data>(listeners: readonly Listener<{ data: Data }>[], data: Data): void {
    setImmediate(() => {
      if (!this.isEnded) for (const listener of listeners) listener({ data });
    });
  }
}

const never = () => new Promise<never>(() => {});

/** Says what has arrived, and reads pictures as given. */
function fakeRecognizer(recognize: (file: File, options: JobOptions<'recognize'>) => Promise<unknown>) {
  return testRecognizer(
    { recognize: ({ file }, options) => recognize(file, options) as Promise<Result<Recognition>> },
    async ({ onProgress } = {}) => {
      onProgress?.(7, 9);
      return success(backend);
    },
  );
}

const reads = async () => success(recognition);

function create(behaviors: ((decodeSvg: DecodeImage) => Recognizer)[], decodeSvg: DecodeImage = never) {
  const workers: FakeWorker[] = [];
  const recognizer = new WorkerRecognizer({
    settings: { modelsUrl: 'https://site.example/models/' },
    decodeSvg,
    maxSilenceMs: 10_000,
    cancelGraceMs: 20,
    spawn: () => {
      const worker = new FakeWorker(behaviors[workers.length] ?? behaviors.at(-1)!);
      workers.push(worker);
      return worker;
    },
  });
  return { recognizer, workers };
}

afterEach(() => {
  vi.useRealTimers();
});

describe('WorkerRecognizer', () => {
  it('passes progress, stages and the result on', async () => {
    const { recognizer, workers } = create([
      () =>
        fakeRecognizer(async (given, { onProgress }) => {
          onProgress?.('decode');
          onProgress?.('locate');
          expect(given.name).toBe('amount.png');
          return reads();
        }),
    ]);
    const [onProgress, onStage] = [vi.fn(), vi.fn()];
    expect(await recognizer.prepare({ onProgress })).toEqual({ ok: true, value: backend });
    expect(await recognizer.run('recognize', { file }, { onProgress: onStage })).toEqual({
      ok: true,
      value: recognition,
    });
    expect(onProgress).toHaveBeenCalledWith(7, 9);
    expect(onStage.mock.calls).toEqual([['decode'], ['locate']]);
    expect(workers).toHaveLength(1);
    expect(workers[0]!.heard.filter(({ type }) => type === 'prepare')).toHaveLength(1);
  });

  it('keeps the kind of a failure', async () => {
    const failure = { kind: 'unsupported-format', fileName: 'amount.png', foundFormat: 'pdf-document' };
    const { recognizer } = create([() => fakeRecognizer(async () => ({ ok: false, failure }))]);
    expect(await recognizer.run('recognize', { file })).toEqual({ ok: false, failure });
  });

  it('answers a failed preparation once, and asks again the next time', async () => {
    const prepare = vi
      .fn<Recognizer['prepare']>()
      .mockResolvedValueOnce({ ok: false, failure: { kind: 'model-mismatch' } })
      .mockResolvedValue({ ok: true, value: backend });
    const { recognizer } = create([() => ({ ...fakeRecognizer(reads), prepare })]);
    expect(await recognizer.run('recognize', { file })).toEqual({
      ok: false,
      failure: { kind: 'model-mismatch', fileName: 'amount.png' },
    });
    expect(await recognizer.run('recognize', { file })).toMatchObject({ ok: true });
  });

  it('cancels the running job in the worker, and the next one still runs there', async () => {
    const { recognizer, workers } = create([
      () =>
        fakeRecognizer(({ name }, { signal }) =>
          name === 'endless'
            ? new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))
            : reads(),
        ),
    ]);
    const controller = new AbortController();
    const cancelled = recognizer.run('recognize', { file: new File(['x'], 'endless') }, { signal: controller.signal });
    const next = recognizer.run('recognize', { file });
    setTimeout(() => controller.abort(), 5);
    await expect(cancelled).rejects.toMatchObject({ name: 'AbortError' });
    expect(await next).toMatchObject({ ok: true });
    expect(workers).toHaveLength(1);
  });

  it('ends a worker that does not stop, and starts another one', async () => {
    const { recognizer, workers } = create([() => fakeRecognizer(never), () => fakeRecognizer(reads)]);
    const controller = new AbortController();
    const cancelled = recognizer.run('recognize', { file }, { signal: controller.signal });
    const next = recognizer.run('recognize', { file });
    await vi.waitFor(() => expect(workers[0]?.heard.some(({ type }) => type === 'start')).toBe(true));
    controller.abort();
    await expect(cancelled).rejects.toMatchObject({ name: 'AbortError' });
    expect(await next).toMatchObject({ ok: true });
    expect(workers.map((worker) => worker.isEnded)).toEqual([true, false]);
  });

  it('answers when the worker crashes, and starts another one for the next picture', async () => {
    const { recognizer, workers } = create([() => fakeRecognizer(never), () => fakeRecognizer(reads)]);
    const crashed = recognizer.run('recognize', { file });
    setTimeout(() => workers[0]!.crash('out of memory'), 5);
    expect(await crashed).toEqual({
      ok: false,
      failure: { kind: 'backend-lost', fileName: 'amount.png', detail: 'out of memory' },
    });
    expect(await recognizer.run('recognize', { file })).toMatchObject({ ok: true });
  });

  it('finds the backend unavailable when the worker cannot be loaded', async () => {
    const { recognizer, workers } = create([() => ({ ...fakeRecognizer(reads), prepare: never })]);
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
    const { recognizer, workers } = create([() => fakeRecognizer(never)]);
    await recognizer.prepare();
    const reading = recognizer.run('recognize', { file });
    await vi.waitFor(() => expect(workers[0]!.heard.some(({ type }) => type === 'start')).toBe(true));
    // As a killed process: it hears nothing and says nothing.
    vi.spyOn(workers[0]!, 'postMessage').mockImplementation(() => {});
    vi.advanceTimersByTime(30_000);
    expect(await reading).toMatchObject({ ok: false, failure: { kind: 'backend-lost' } });
  });

  it('lets the page draw what the worker cannot', async () => {
    const pixels = { width: 1, height: 1, data: new Uint8ClampedArray(4), originalWidth: 1, originalHeight: 1 };
    const decodeSvg = vi.fn<DecodeImage>().mockResolvedValue({ ok: true, value: pixels });
    const { recognizer } = create(
      [
        (decode) =>
          fakeRecognizer(async () => {
            expect(await decode(svg)).toEqual({ ok: true, value: pixels });
            return reads();
          }),
      ],
      decodeSvg,
    );
    expect(await recognizer.run('recognize', { file })).toMatchObject({ ok: true });
    expect(decodeSvg).toHaveBeenCalledWith(svg);
  });

  it('classifies raw digits, telling how many are done', async () => {
    const pictures = { pixels: new Uint8Array([1, 2, 3, 4]), side: 2 };
    const classify = async (asks: JobAsks<'classify'>, { onProgress }: JobOptions<'classify'>) => {
      expect(asks).toEqual(pictures);
      onProgress?.({ done: 1, total: 1 });
      return success(readings);
    };
    const { recognizer } = create([() => testRecognizer({ classify })]);
    const onProgress = vi.fn();
    expect(await recognizer.run('classify', pictures, { onProgress })).toEqual({ ok: true, value: readings });
    expect(onProgress.mock.calls).toEqual([[{ done: 1, total: 1 }]]);
  });

  it('reads places of a picture, and names the file when that fails', async () => {
    const readRegions = vi
      .fn<(asks: JobAsks<'read-regions'>) => Promise<Result<never[]>>>()
      .mockResolvedValueOnce({ ok: true, value: [] })
      .mockResolvedValueOnce({ ok: false, failure: { kind: 'undecodable' } });
    const { recognizer } = create([() => testRecognizer({ 'read-regions': readRegions })]);
    const asks = { file, boxes: [{ x: 1, y: 2, width: 3, height: 4 }] };
    expect(await recognizer.run('read-regions', asks)).toEqual({ ok: true, value: [] });
    expect(readRegions.mock.calls[0]?.[0].boxes).toEqual(asks.boxes);
    expect(await recognizer.run('read-regions', asks)).toMatchObject({ failure: { fileName: 'amount.png' } });
  });

  it('explains a digit, and stops explaining', async () => {
    const map = { label: 7, probability: 0.9, side: 1, drop: new Float32Array([0.5]) };
    let isFirst = true;
    const explain = async (_asks: unknown, { signal }: JobOptions<'explain'>) => {
      if (!isFirst) await new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
      isFirst = false;
      return success(map);
    };
    const { recognizer, workers } = create([() => testRecognizer({ explain })]);
    const asks = { glyph: { side: 1, data: new Uint8Array([9]) }, label: 7 };
    expect(await recognizer.run('explain', asks)).toEqual({ ok: true, value: map });
    const controller = new AbortController();
    const stopped = recognizer.run('explain', asks, { signal: controller.signal });
    setTimeout(() => controller.abort(), 5);
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
    expect(workers).toHaveLength(1);
  });

  it('tells when another backend has taken over in the worker', async () => {
    const inside = fakeRecognizer(reads);
    const { recognizer } = create([() => inside]);
    const backends: string[] = [];
    recognizer.backend.follow(({ name }) => backends.push(name));
    await recognizer.prepare();
    inside.backend.set({ name: 'cpu', location: 'worker', reason: 'test' });
    await vi.waitFor(() => expect(backends).toEqual(['cpu']));
  });

  it('stops waiting when it is disposed of', async () => {
    const { recognizer, workers } = create([() => fakeRecognizer(never)]);
    const reading = recognizer.run('recognize', { file });
    setTimeout(() => recognizer.dispose(), 5);
    expect(await reading).toMatchObject({ ok: false, failure: { kind: 'backend-lost' } });
    expect(workers[0]!.isEnded).toBe(true);
  });
});
