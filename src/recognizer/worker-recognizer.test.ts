import { afterEach, describe, expect, it, vi } from 'vitest';
import type { AcceptedImage, DecodeImage } from '../contract/accepted-image';
import type { BackendInfo } from '../contract/network';
import type { DigitReadings, Recognition } from '../contract/recognition';
import type { FromWorker, PagePort, ToWorker } from './messages';
import type { RecognizeOptions, Recognizer } from './recognizer';
import { serveRecognizer } from './serve-recognizer';
import type { WorkerPort } from './worker-connection';
import { WorkerRecognizer } from './worker-recognizer';

const file = new File(['picture'], 'amount.png');
const recognition = { text: '407', lines: [] as unknown } as Recognition;
const backend: BackendInfo = { name: 'wasm', location: 'worker', reason: 'test' };
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

function fakeRecognizer(recognize: (file: File, options: RecognizeOptions) => Promise<unknown>): Recognizer {
  return {
    prepare: async ({ onProgress } = {}) => {
      onProgress?.(7, 9);
      return { ok: true, value: backend };
    },
    recognize: (given, options = {}) => recognize(given, options) as ReturnType<Recognizer['recognize']>,
    classifyDigits: async () => ({ ok: true, value: readings }),
    readRegions: async () => ({ ok: true, value: [] }),
    explain: never,
    dispose: () => {},
  };
}

const reads = async () => ({ ok: true, value: recognition });

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
        fakeRecognizer(async (given, { onStage }) => {
          onStage?.('decode');
          onStage?.('locate');
          expect(given.name).toBe('amount.png');
          return reads();
        }),
    ]);
    const [onProgress, onStage] = [vi.fn(), vi.fn()];
    expect(await recognizer.prepare({ onProgress })).toEqual({ ok: true, value: backend });
    expect(await recognizer.recognize(file, { onStage })).toEqual({ ok: true, value: recognition });
    expect(onProgress).toHaveBeenCalledWith(7, 9);
    expect(onStage.mock.calls).toEqual([['decode'], ['locate']]);
    expect(workers).toHaveLength(1);
    expect(workers[0]!.heard.filter(({ type }) => type === 'prepare')).toHaveLength(1);
  });

  it('keeps the kind of a failure', async () => {
    const failure = { kind: 'unsupported-format', fileName: 'amount.png', foundFormat: 'pdf-document' };
    const { recognizer } = create([() => fakeRecognizer(async () => ({ ok: false, failure }))]);
    expect(await recognizer.recognize(file)).toEqual({ ok: false, failure });
  });

  it('answers a failed preparation once, and asks again the next time', async () => {
    const prepare = vi
      .fn<Recognizer['prepare']>()
      .mockResolvedValueOnce({ ok: false, failure: { kind: 'model-mismatch' } })
      .mockResolvedValue({ ok: true, value: backend });
    const { recognizer } = create([() => ({ ...fakeRecognizer(reads), prepare })]);
    expect(await recognizer.recognize(file)).toEqual({
      ok: false,
      failure: { kind: 'model-mismatch', fileName: 'amount.png' },
    });
    expect(await recognizer.recognize(file)).toMatchObject({ ok: true });
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
    const cancelled = recognizer.recognize(new File(['x'], 'endless'), { signal: controller.signal });
    const next = recognizer.recognize(file);
    setTimeout(() => controller.abort(), 5);
    await expect(cancelled).rejects.toMatchObject({ name: 'AbortError' });
    expect(await next).toMatchObject({ ok: true });
    expect(workers).toHaveLength(1);
  });

  it('ends a worker that does not stop, and starts another one', async () => {
    const { recognizer, workers } = create([() => fakeRecognizer(never), () => fakeRecognizer(reads)]);
    const controller = new AbortController();
    const cancelled = recognizer.recognize(file, { signal: controller.signal });
    const next = recognizer.recognize(file);
    setTimeout(() => controller.abort(), 5);
    await expect(cancelled).rejects.toMatchObject({ name: 'AbortError' });
    expect(await next).toMatchObject({ ok: true });
    expect(workers.map((worker) => worker.isEnded)).toEqual([true, false]);
  });

  it('answers when the worker crashes, and starts another one for the next picture', async () => {
    const { recognizer, workers } = create([() => fakeRecognizer(never), () => fakeRecognizer(reads)]);
    const crashed = recognizer.recognize(file);
    setTimeout(() => workers[0]!.crash('out of memory'), 5);
    expect(await crashed).toEqual({
      ok: false,
      failure: { kind: 'backend-lost', fileName: 'amount.png', detail: 'out of memory' },
    });
    expect(await recognizer.recognize(file)).toMatchObject({ ok: true });
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
    const reading = recognizer.recognize(file);
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
    expect(await recognizer.recognize(file)).toMatchObject({ ok: true });
    expect(decodeSvg).toHaveBeenCalledWith(svg);
  });

  it('classifies raw digits, telling how many are done', async () => {
    const classifyDigits: Recognizer['classifyDigits'] = async (pictures, { onProgress } = {}) => {
      expect(pictures).toEqual({ pixels: new Uint8Array([1, 2, 3, 4]), side: 2 });
      onProgress?.(1, 1);
      return { ok: true, value: readings };
    };
    const { recognizer } = create([() => ({ ...fakeRecognizer(never), classifyDigits })]);
    const onProgress = vi.fn();
    const pictures = { pixels: new Uint8Array([1, 2, 3, 4]), side: 2 };
    expect(await recognizer.classifyDigits(pictures, { onProgress })).toEqual({ ok: true, value: readings });
    expect(onProgress.mock.calls).toEqual([[1, 1]]);
  });

  it('reads places of a picture, and names the file when that fails', async () => {
    const readRegions = vi
      .fn<Recognizer['readRegions']>()
      .mockResolvedValueOnce({ ok: true, value: [] })
      .mockResolvedValueOnce({ ok: false, failure: { kind: 'undecodable' } });
    const { recognizer } = create([() => ({ ...fakeRecognizer(never), readRegions })]);
    const boxes = [{ x: 1, y: 2, width: 3, height: 4 }];
    expect(await recognizer.readRegions(file, boxes)).toEqual({ ok: true, value: [] });
    expect(readRegions.mock.calls[0]?.[1]).toEqual(boxes);
    expect(await recognizer.readRegions(file, boxes)).toMatchObject({ failure: { fileName: 'amount.png' } });
  });

  it('explains a digit, and stops explaining', async () => {
    const map = { label: 7, probability: 0.9, side: 1, drop: new Float32Array([0.5]) };
    const explain = vi
      .fn<Recognizer['explain']>()
      .mockResolvedValueOnce({ ok: true, value: map })
      .mockImplementation(
        (_glyph, _label, { signal } = {}) =>
          new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason))),
      );
    const { recognizer, workers } = create([() => ({ ...fakeRecognizer(never), explain })]);
    const glyph = { side: 1, data: new Uint8Array([9]) };
    expect(await recognizer.explain(glyph, 7)).toEqual({ ok: true, value: map });
    const controller = new AbortController();
    const stopped = recognizer.explain(glyph, 7, { signal: controller.signal });
    setTimeout(() => controller.abort(), 5);
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
    expect(workers).toHaveLength(1);
  });

  it('stops waiting when it is disposed of', async () => {
    const { recognizer, workers } = create([() => fakeRecognizer(never)]);
    const reading = recognizer.recognize(file);
    setTimeout(() => recognizer.dispose(), 5);
    expect(await reading).toMatchObject({ ok: false, failure: { kind: 'backend-lost' } });
    expect(workers[0]!.isEnded).toBe(true);
  });
});
