import * as tf from '@tensorflow/tfjs-core';
import { type LayersModel, loadLayersModel } from '@tensorflow/tfjs-layers';
import type { Network } from '../contract/network';
import type { Backend } from './backend';
import { BackendLostError } from './backend-lost-error';
import type { VerifiedModel } from './fetch-model';
import { yieldToEvents } from './yield-to-events';

/**
 * Builds a runnable network from a verified model on the running backend. `run` throws `BackendLostError` when the
 * backend has died, and lets events through after every run, so that a cancel message is heard.
 */
export async function buildNetwork(model: VerifiedModel, backend: Backend): Promise<Network> {
  const layers = await loadLayersModel(tf.io.fromMemory(model.artifacts));
  return {
    async run(input, shape) {
      const output = predict(layers, backend, input, shape);
      try {
        const data = await unlessLost(backend, output.data());
        if (backend.name !== 'webgl') await yieldToEvents();
        return { data: data as Float32Array, shape: output.shape };
      } finally {
        output.dispose();
      }
    },
    dispose: () => {
      layers.dispose();
    },
  };
}

function predict(layers: LayersModel, backend: Backend, input: Float32Array, shape: readonly number[]): tf.Tensor {
  if (backend.isLost()) throw new BackendLostError(backend.name);
  try {
    return tf.tidy(() => {
      const output = layers.predictOnBatch(tf.tensor(input, [...shape]));
      if (Array.isArray(output)) throw new Error('the network has more than one output');
      return output;
    });
  } catch (error) {
    // WebGL tells a lost context or a full memory by any of many errors; a real bug shows again on the next backend.
    const isLost = backend.name === 'webgl' || error instanceof WebAssembly.RuntimeError;
    throw isLost ? new BackendLostError(backend.name, error) : error;
  }
}

/** Reading from a lost WebGL context never ends by itself. */
async function unlessLost<Value>(backend: Backend, reading: Promise<Value>): Promise<Value> {
  let stopListening = () => {};
  const lost = new Promise<never>((_resolve, reject) => {
    stopListening = backend.onLost(() => reject(new BackendLostError(backend.name)));
  });
  try {
    const value = await Promise.race([reading, lost]);
    if (backend.isLost()) throw new BackendLostError(backend.name);
    return value;
  } finally {
    stopListening();
  }
}
