import { sha256 as digest } from '@noble/hashes/sha2.js';
import { MODEL_CONTRACT } from '../contract/model-contract';
import type { FetchFile } from './fetch-model';

const sha256 = (bytes: Uint8Array) => Array.from(digest(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
const json = (value: unknown): Uint8Array<ArrayBuffer> => new TextEncoder().encode(JSON.stringify(value));

/** Any padding: a 3 x 3 kernel that only passes its center on, times 0.5, plus 0.25; as half-precision bits. */
const HALF = { zero: 0x0000, quarter: 0x3400, half: 0x3800 };

/** The files of a model folder for tests: one 3 x 3 convolution, x -> relu(0.5 x + 0.25), any size, float16 weights. */
export function tinyModel(change: Readonly<Record<string, unknown>> = {}): Record<string, Uint8Array<ArrayBuffer>> {
  const kernel = new Array(9).fill(HALF.zero);
  kernel[4] = HALF.half;
  const weights = new Uint8Array(Uint16Array.from([...kernel, HALF.quarter]).buffer);
  const quantization = { dtype: 'float16', original_dtype: 'float32' };
  const model = json({
    format: 'layers-model',
    modelTopology: {
      class_name: 'Sequential',
      config: {
        name: 'tiny',
        layers: [
          {
            class_name: 'Conv2D',
            config: {
              name: 'conv',
              batch_input_shape: [null, null, null, 1],
              dtype: 'float32',
              filters: 1,
              kernel_size: [3, 3],
              strides: [1, 1],
              padding: 'same',
              data_format: 'channels_last',
              activation: 'relu',
              use_bias: true,
            },
          },
        ],
      },
    },
    weightsManifest: [
      {
        paths: ['weights.bin'],
        weights: [
          { name: 'conv/kernel', shape: [3, 3, 1, 1], dtype: 'float32', quantization },
          { name: 'conv/bias', shape: [1], dtype: 'float32', quantization },
        ],
      },
    ],
  });
  const manifest = json({
    id: 'tiny',
    kind: 'classifier',
    version: '1.2.3',
    contractVersion: MODEL_CONTRACT.version,
    contract: MODEL_CONTRACT.classifier,
    files: [
      { path: 'model.json', bytes: model.length, sha256: sha256(model) },
      { path: 'weights.bin', bytes: weights.length, sha256: sha256(weights) },
    ],
    calibration: { temperature: 1, sureThreshold: 0.9, notDigitThreshold: 0.5 },
    ...change,
  });
  return { 'manifest.json': manifest, 'model.json': model, 'weights.bin': weights };
}

/** Serves the files as if they lay in one model folder. */
export function readFolder(folder: string, files: Readonly<Record<string, Uint8Array<ArrayBuffer>>>): FetchFile {
  return async (path, onBytes) => {
    const bytes = path.startsWith(`${folder}/`) ? files[path.slice(folder.length + 1)] : undefined;
    if (bytes) onBytes?.(bytes.length);
    return bytes;
  };
}
