import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CardManifest, LayersModelFile } from './card-files';
import { summarizeLayers } from './summarize-layers';

/** Kernels are shipped at 8 bits a weight, biases at 16. */
const BYTES = { uint8: 1, float16: 2 } as const;

interface WeightsOf {
  readonly weightsManifest: readonly {
    readonly weights: readonly {
      readonly name: string;
      readonly shape: readonly number[];
      readonly quantization: { readonly dtype: keyof typeof BYTES };
    }[];
  }[];
}

function shipped<File>(path: string): File {
  return JSON.parse(readFileSync(new URL(`../../../../public/models/${path}`, import.meta.url), 'utf8')) as File;
}

describe.each(['latin', 'locator', 'line'])('summarizeLayers of the shipped %s', (id) => {
  const model = shipped<Omit<LayersModelFile, keyof WeightsOf> & WeightsOf>(`${id}/model.json`);
  const summary = summarizeLayers(model);
  const manifest = shipped<CardManifest>(`${id}/manifest.json`);

  it('counts every number in the weight file', () => {
    const bytes = manifest.files.find(({ path }) => path.endsWith('.bin'))?.bytes ?? 0;
    const weights = model.weightsManifest.flatMap((group) => group.weights);
    const counts = weights.map(({ shape }) => shape.reduce((product, length) => product * length, 1));
    expect(summary.parameters).toBe(counts.reduce((sum, count) => sum + count, 0));
    const sizes = weights.map(({ quantization }, index) => counts[index]! * BYTES[quantization.dtype]);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(bytes);
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

  it('keeps a fixed height as it is where only the width is free', () => {
    const { layers } = summarizeLayers(shipped<LayersModelFile>('line/model.json'));
    expect(layers[0]?.output).toBe('32×W×1');
    expect(layers.at(-1)?.output).toBe('1×W/4×31');
  });
});
