import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CardManifest, LayersModelFile } from './card-files';
import { summarizeLayers } from './summarize-layers';

/** Weights are shipped as 16-bit floating-point numbers. */
const BYTES_PER_WEIGHT = 2;

function shipped<File>(path: string): File {
  return JSON.parse(readFileSync(new URL(`../../../../public/models/${path}`, import.meta.url), 'utf8')) as File;
}

describe.each(['latin', 'locator'])('summarizeLayers of the shipped %s', (id) => {
  const summary = summarizeLayers(shipped<LayersModelFile>(`${id}/model.json`));
  const manifest = shipped<CardManifest>(`${id}/manifest.json`);

  it('counts every number in the weight file', () => {
    const bytes = manifest.files.find(({ path }) => path.endsWith('.bin'))?.bytes ?? 0;
    expect(summary.parameters * BYTES_PER_WEIGHT).toBe(bytes);
  });

  it('knows what every layer gives', () => {
    for (const { output } of summary.layers) expect(output).not.toMatch(/NaN|undefined|\./);
  });
});

describe('summarizeLayers', () => {
  it('follows sizes through strides and pooling', () => {
    const classifier = summarizeLayers(shipped<LayersModelFile>('latin/model.json'));
    expect(classifier.layers[0]?.output).toBe('32×32×1');
    expect(classifier.layers.at(-1)).toMatchObject({ kind: 'Dense', output: '11' });
  });

  it('writes free sizes as fractions of the picture', () => {
    const { layers } = summarizeLayers(shipped<LayersModelFile>('locator/model.json'));
    expect(layers[0]?.output).toBe('H×W×1');
    expect(layers.find(({ kind }) => kind === 'ZeroPadding2D')?.output).toBe('(H+2)×(W+2)×1');
    expect(layers.at(-1)?.output).toBe('H/4×W/4×5');
  });
});
