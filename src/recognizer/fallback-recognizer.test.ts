import { describe, expect, it, vi } from 'vitest';
import type { DigitReadings } from '../contract/digit-readings';
import type { RecognitionFailure } from '../contract/failure';
import type { BackendInfo } from '../contract/network';
import type { Recognition } from '../contract/recognition';
import { failed, success } from '../contract/result';
import { FallbackRecognizer } from './fallback-recognizer';
import type { JobAsks } from './job-table';
import type { Recognizer } from './recognizer';
import { testImage, testRecognizer } from './test-recognizer';

const image = testImage('amount.png');

function recognizerThat(prepared: BackendInfo['name'] | RecognitionFailure['kind'], text: string) {
  const isBackend = prepared === 'webgl' || prepared === 'wasm' || prepared === 'cpu';
  const jobs = {
    recognize: vi.fn(async () => success({ text } as Recognition)),
    classify: vi.fn(async () => success({ modelVersion: text } as DigitReadings)),
    'read-regions': vi.fn(async () => success([])),
    explain: vi.fn(async ({ label }: JobAsks<'explain'>) => {
      return success({ label, probability: 1, side: 0, drop: new Float32Array() });
    }),
  };
  const recognizer = testRecognizer(jobs, async () => {
    if (!isBackend) return failed({ kind: prepared });
    const backend: BackendInfo = { name: prepared, location: 'page', reason: '' };
    recognizer.backend.set(backend);
    return success(backend);
  });
  return { ...recognizer, jobs };
}

describe('FallbackRecognizer', () => {
  it('stays with the first recognizer that runs', async () => {
    const second = vi.fn();
    const recognizer = new FallbackRecognizer(recognizerThat('wasm', 'first'), second);
    expect(await recognizer.run('recognize', { image })).toMatchObject({ ok: true, value: { text: 'first' } });
    expect(second).not.toHaveBeenCalled();
  });

  it('goes over to the second, once, when the first has no backend', async () => {
    const first = recognizerThat('backend-unavailable', 'first');
    const second = vi.fn(async () => recognizerThat('cpu', 'second'));
    const recognizer = new FallbackRecognizer(first, second);
    const readings = await Promise.all([
      recognizer.run('recognize', { image }),
      recognizer.run('recognize', { image }),
    ]);
    expect(readings).toMatchObject([{ value: { text: 'second' } }, { value: { text: 'second' } }]);
    expect(await recognizer.prepare()).toMatchObject({ ok: true, value: { name: 'cpu' } });
    expect(second).toHaveBeenCalledTimes(1);
    expect(first.dispose).toHaveBeenCalledTimes(1);
  });

  it('tells the backend of the one that runs', async () => {
    const second = recognizerThat('cpu', 'second');
    const recognizer = new FallbackRecognizer(recognizerThat('backend-unavailable', 'first'), async () => second);
    const backends: string[] = [];
    recognizer.backend.follow(({ name }) => backends.push(name));
    await recognizer.prepare();
    second.backend.set({ name: 'wasm', location: 'page', reason: '' });
    expect(backends).toEqual(['cpu', 'wasm']);
  });

  it('classifies raw digits with the second as well', async () => {
    const second = async () => recognizerThat('cpu', 'second');
    const recognizer = new FallbackRecognizer(recognizerThat('backend-unavailable', 'first'), second);
    const pictures = { pixels: new Uint8Array(4), side: 2 };
    expect(await recognizer.run('classify', pictures)).toMatchObject({ value: { modelVersion: 'second' } });
  });

  it('explains and reads places with the one that runs', async () => {
    const second = recognizerThat('cpu', 'second');
    const recognizer = new FallbackRecognizer(recognizerThat('backend-unavailable', 'first'), async () => second);
    const glyph = { side: 0, data: new Uint8Array() };
    expect(await recognizer.run('explain', { glyph, label: 4 })).toMatchObject({ ok: true, value: { label: 4 } });
    expect(await recognizer.run('read-regions', { image, boxes: [] })).toEqual({ ok: true, value: [] });
    expect(second.jobs.explain).toHaveBeenCalledTimes(1);
    expect(second.jobs['read-regions']).toHaveBeenCalledTimes(1);
  });

  it('does not go over for any other failure', async () => {
    const second = vi.fn();
    const recognizer = new FallbackRecognizer(recognizerThat('model-mismatch', 'first'), second);
    expect(await recognizer.run('recognize', { image })).toEqual({
      ok: false,
      failure: { kind: 'model-mismatch', fileName: 'amount.png' },
    });
    expect(second).not.toHaveBeenCalled();
  });

  it('reports when neither runs, and tries to fetch the second again when it did not arrive', async () => {
    const second = vi
      .fn<() => Promise<Recognizer>>()
      .mockRejectedValueOnce(new TypeError('failed to fetch'))
      .mockResolvedValueOnce(recognizerThat('backend-unavailable', 'second'));
    const recognizer = new FallbackRecognizer(recognizerThat('backend-unavailable', 'first'), second);
    expect(await recognizer.prepare()).toMatchObject({ ok: false, failure: { kind: 'model-unavailable' } });
    expect(await recognizer.prepare()).toMatchObject({ ok: false, failure: { kind: 'backend-unavailable' } });
    expect(await recognizer.prepare()).toMatchObject({ ok: false, failure: { kind: 'backend-unavailable' } });
    expect(second).toHaveBeenCalledTimes(2);
  });
});
