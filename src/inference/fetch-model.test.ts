import { describe, expect, it } from 'vitest';
import { fetchModel } from './fetch-model';
import { sha256 } from './sha256';
import { readFolder, tinyModel } from './test-tiny-model';

const load = (files: ReturnType<typeof tinyModel>, onProgress?: (loaded: number, total: number) => void) =>
  fetchModel({
    fetchFile: readFolder('latin', files),
    folder: 'latin',
    kind: 'classifier',
    ...(onProgress && { onProgress }),
  });

describe('fetchModel', () => {
  it('brings a model whose files are what the manifest says, and counts its bytes', async () => {
    const files = tinyModel();
    const progress: [number, number][] = [];
    const model = await load(files, (loaded, total) => progress.push([loaded, total]));
    expect(model).toMatchObject({ ok: true, value: { manifest: { id: 'tiny', version: '1.2.3' } } });
    const total = files['model.json']!.length + files['weights.bin']!.length;
    expect(progress.at(-1)).toEqual([total, total]);
  });

  it.each([
    ['no manifest', 'manifest.json', undefined, 'model-unavailable'],
    ['no weights', 'weights.bin', undefined, 'model-unavailable'],
    [
      'a web page in place of the manifest',
      'manifest.json',
      new TextEncoder().encode('<!doctype html>'),
      'model-mismatch',
    ],
    ['a manifest that is no manifest', 'manifest.json', new TextEncoder().encode('{"id":"tiny"}'), 'model-mismatch'],
    ['weights cut off', 'weights.bin', new Uint8Array(3), 'model-mismatch'],
  ])('refuses a folder with %s', async (_name, path, bytes, kind) => {
    const { [path]: _replaced, ...others } = tinyModel();
    const files = bytes ? { ...others, [path]: bytes } : others;
    expect(await load(files)).toMatchObject({ ok: false, failure: { kind } });
  });

  it('refuses weights with one changed bit', async () => {
    const files = tinyModel();
    files['weights.bin']![1]! ^= 1;
    expect(await load(files)).toEqual({
      ok: false,
      failure: { kind: 'model-mismatch', detail: 'latin: weights.bin is not the file that the manifest describes' },
    });
  });

  it('refuses a model of another version of the program, although its contract fits', async () => {
    const fetchFile = readFolder('latin', tinyModel());
    const manifest = (await fetchFile('latin/manifest.json'))!;
    const fetchPinned = (manifestSha256: string) =>
      fetchModel({ fetchFile, folder: 'latin', kind: 'classifier', manifestSha256 });
    expect(await fetchPinned(await sha256(manifest))).toMatchObject({ ok: true });
    expect(await fetchPinned('0'.repeat(64))).toMatchObject({ ok: false, failure: { kind: 'model-mismatch' } });
  });

  it.each([
    ['of another kind', { kind: 'locator' }],
    ['of another contract version', { contractVersion: 999 }],
    ['trained for another input', { contract: { side: 28, cropFactor: 1.4, labelCount: 10 } }],
    ['with a calibration that is not a number', { calibration: { temperature: null } }],
    ['with files outside its folder', { files: [{ path: '../secret', bytes: 1, sha256: '' }] }],
    ['without its topology', { files: [] }],
  ])('refuses a model %s', async (_name, change) => {
    expect(await load(tinyModel(change))).toMatchObject({ ok: false, failure: { kind: 'model-mismatch' } });
  });
});
