import { describe, expect, it, vi } from 'vitest';
import type { AcceptedImage, DecodeImage } from '../contract/accepted-image';
import type { DigitReadings } from '../contract/digit-readings';
import { type Result, success } from '../contract/result';
import type { JobAsks } from './job-table';
import type { JobOptions, Recognizer } from './recognizer';
import { fakeRecognizer, IMAGE, RECOGNITION, reads, recognizerInFakeWorkers } from './test-fake-worker';
import { TEST_BACKEND, testRecognizer } from './test-recognizer';

const readings: DigitReadings = { digits: [], modelVersion: 'test', backend: TEST_BACKEND, elapsedMs: 1 };
const svg: AcceptedImage = { file: new File(['<'], 'a.svg'), format: 'svg' };

describe('WorkerRecognizer', () => {
  it('passes progress, stages and the result on', async () => {
    const { recognizer, workers } = recognizerInFakeWorkers([
      () =>
        fakeRecognizer(async (given, { onProgress }) => {
          onProgress?.('decode');
          onProgress?.('locate');
          expect(given.name).toBe('amount.png');
          return reads();
        }),
    ]);
    const [onProgress, onStage] = [vi.fn(), vi.fn()];
    expect(await recognizer.prepare({ onProgress })).toEqual({ ok: true, value: TEST_BACKEND });
    expect(await recognizer.run('recognize', { image: IMAGE }, { onProgress: onStage })).toEqual({
      ok: true,
      value: RECOGNITION,
    });
    expect(onProgress).toHaveBeenCalledWith(7, 9);
    expect(onStage.mock.calls).toEqual([['decode'], ['locate']]);
    expect(workers).toHaveLength(1);
    expect(workers[0]!.heard.filter(({ type }) => type === 'prepare')).toHaveLength(1);
  });

  it('keeps the kind of a failure', async () => {
    const failure = { kind: 'unsupported-format', fileName: 'amount.png', foundFormat: 'pdf-document' };
    const { recognizer } = recognizerInFakeWorkers([() => fakeRecognizer(async () => ({ ok: false, failure }))]);
    expect(await recognizer.run('recognize', { image: IMAGE })).toEqual({ ok: false, failure });
  });

  it('answers a failed preparation once, and asks again the next time', async () => {
    const prepare = vi
      .fn<Recognizer['prepare']>()
      .mockResolvedValueOnce({ ok: false, failure: { kind: 'model-mismatch' } })
      .mockResolvedValue({ ok: true, value: TEST_BACKEND });
    const { recognizer } = recognizerInFakeWorkers([() => ({ ...fakeRecognizer(reads), prepare })]);
    expect(await recognizer.run('recognize', { image: IMAGE })).toEqual({
      ok: false,
      failure: { kind: 'model-mismatch', fileName: 'amount.png' },
    });
    expect(await recognizer.run('recognize', { image: IMAGE })).toMatchObject({ ok: true });
  });

  it('lets the page draw what the worker cannot', async () => {
    const pixels = { width: 1, height: 1, data: new Uint8ClampedArray(4), originalWidth: 1, originalHeight: 1 };
    const decodeSvg = vi.fn<DecodeImage>().mockResolvedValue({ ok: true, value: pixels });
    const { recognizer } = recognizerInFakeWorkers(
      [
        (decode) =>
          fakeRecognizer(async () => {
            expect(await decode(svg)).toEqual({ ok: true, value: pixels });
            return reads();
          }),
      ],
      decodeSvg,
    );
    expect(await recognizer.run('recognize', { image: IMAGE })).toMatchObject({ ok: true });
    expect(decodeSvg).toHaveBeenCalledWith(svg);
  });

  it('answers the worker when drawing for it throws', async () => {
    const decoded = vi.fn();
    const { recognizer } = recognizerInFakeWorkers(
      [(decode) => fakeRecognizer(async () => decoded(await decode(svg)) ?? reads())],
      () => Promise.reject(new TypeError('no canvas')),
    );
    expect(await recognizer.run('recognize', { image: IMAGE })).toMatchObject({ ok: true });
    const failure = { kind: 'undecodable', fileName: 'a.svg', detail: 'TypeError: no canvas' };
    expect(decoded).toHaveBeenCalledWith({ ok: false, failure });
  });

  it('classifies raw digits, telling how many are done', async () => {
    const pictures = { pixels: new Uint8Array([1, 2, 3, 4]), side: 2 };
    const classify = async (asks: JobAsks<'classify'>, { onProgress }: JobOptions<'classify'>) => {
      expect(asks).toEqual(pictures);
      onProgress?.({ done: 1, total: 1 });
      return success(readings);
    };
    const { recognizer } = recognizerInFakeWorkers([() => testRecognizer({ classify })]);
    const onProgress = vi.fn();
    expect(await recognizer.run('classify', pictures, { onProgress })).toEqual({ ok: true, value: readings });
    expect(onProgress.mock.calls).toEqual([[{ done: 1, total: 1 }]]);
  });

  it('reads places of a picture, and names the file when that fails', async () => {
    const readRegions = vi
      .fn<(asks: JobAsks<'read-regions'>) => Promise<Result<never[]>>>()
      .mockResolvedValueOnce({ ok: true, value: [] })
      .mockResolvedValueOnce({ ok: false, failure: { kind: 'undecodable' } });
    const { recognizer } = recognizerInFakeWorkers([() => testRecognizer({ 'read-regions': readRegions })]);
    const asks = { image: IMAGE, boxes: [{ x: 1, y: 2, width: 3, height: 4 }] };
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
    const { recognizer, workers } = recognizerInFakeWorkers([() => testRecognizer({ explain })]);
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
    const { recognizer } = recognizerInFakeWorkers([() => inside]);
    const backends: string[] = [];
    recognizer.backend.follow(({ name }) => backends.push(name));
    await recognizer.prepare();
    inside.backend.set({ name: 'cpu', location: 'worker', reason: 'test' });
    await vi.waitFor(() => expect(backends).toEqual(['cpu']));
  });
});
