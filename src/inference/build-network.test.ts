import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { type Backend, openBackend } from './backend';
import { BackendLostError } from './backend-lost-error';
import type { BackendName } from './backend-name';
import { buildNetwork } from './build-network';
import { fetchModel } from './fetch-model';
import { readFolder, tinyModel } from './test-tiny-model';

const wasmFolder = `${dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm'))}/`;

async function open(name: BackendName): Promise<Backend> {
  const backend = await openBackend(name, wasmFolder);
  if (!backend.ok) throw new Error(backend.failure);
  return backend.value;
}

async function build(backend: Backend) {
  const model = await fetchModel({ fetchFile: readFolder('tiny', tinyModel()), folder: 'tiny', kind: 'classifier' });
  if (!model.ok) throw new Error(model.failure.kind);
  return buildNetwork(model.value, backend);
}

describe.each(['wasm', 'cpu'] as const)('buildNetwork on %s', (name) => {
  it('runs float16 weights on any input size, without leaving tensors behind', async () => {
    const network = await build(await open(name));
    const tensorsBefore = tf.memory().numTensors;
    for (const shape of [
      [1, 1, 1, 1],
      [40, 3, 5, 1],
      [1, 64, 96, 1],
    ]) {
      const input = Float32Array.from({ length: shape.reduce((a, b) => a * b) }, (_, index) => (index % 7) - 3);
      const output = await network.run(input, shape);
      expect(output.shape).toEqual(shape);
      expect(output.data).toEqual(input.map((value) => Math.max(0, 0.5 * value + 0.25)));
    }
    expect(tf.memory().numTensors).toBe(tensorsBefore);
    network.dispose();
  });

  it('lets events through after a run', async () => {
    const network = await build(await open(name));
    let isHeard = false;
    setImmediate(() => {
      isHeard = true;
    });
    await network.run(new Float32Array(4), [1, 2, 2, 1]);
    expect(isHeard).toBe(true);
    network.dispose();
  });
});

describe('a backend that is lost', () => {
  it('before the run: throws BackendLostError', async () => {
    const network = await build({ ...(await open('cpu')), isLost: () => true });
    await expect(network.run(new Float32Array(1), [1, 1, 1, 1])).rejects.toBeInstanceOf(BackendLostError);
  });

  it('while a result is being read: throws BackendLostError instead of waiting for ever', async () => {
    const network = await build({
      ...(await open('cpu')),
      onLost: (listener) => {
        queueMicrotask(listener);
        return () => {};
      },
    });
    await expect(network.run(new Float32Array(1), [1, 1, 1, 1])).rejects.toBeInstanceOf(BackendLostError);
  });

  it('is not blamed for a bug', async () => {
    const network = await build(await open('cpu'));
    await expect(network.run(new Float32Array(1), [1, 1, 1, 3])).rejects.not.toBeInstanceOf(BackendLostError);
  });
});
