import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import * as tf from '@tensorflow/tfjs-core';
import { failed, type Result, success } from '../contract/result';
import type { BackendName } from './backend-name';

/** Where the WASM binaries of tfjs are: a folder, or the place of each by its original name. */
export type WasmFiles = string | Readonly<Record<string, string>>;

/** The one running backend of this thread. */
export interface Backend {
  readonly name: BackendName;
  isLost(): boolean;
  /** Calls back once when the backend is lost; returns how to stop listening. */
  onLost(listener: () => void): () => void;
}

/** Textures in reserve beyond this are freed; by default tfjs keeps every size it ever used. */
const WEBGL_TEXTURE_RESERVE_BYTES = 256 * 1024 * 1024;

const MAX_TRIAL_MS = 30_000;

/** Its files are fetched in this time as well. Threads that a host's headers forbid never say that they failed. */
const MAX_START_MS = 120_000;

/**
 * Fetches and starts a backend and really runs a small convolution on it, since a backend that starts may still fail
 * or compute wrongly.
 *
 * @returns a failure with the reason in words when it cannot be used here
 */
export async function openBackend(name: BackendName, wasmFiles: WasmFiles): Promise<Result<Backend, string>> {
  try {
    await importBackend(name, wasmFiles);
    if (!(await withinTime(tf.setBackend(name), MAX_START_MS, 'it does not answer')))
      return failed(`${name} does not start`);
    await tf.ready();
    if (!(await computesRightly())) return failed(`${name} computes wrong values`);
    return success(name === 'webgl' ? watchedWebgl() : unwatched(name));
  } catch (error) {
    return failed(`${name} does not start: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Only the chosen backend is fetched. */
async function importBackend(name: BackendName, wasmFiles: WasmFiles): Promise<void> {
  switch (name) {
    case 'webgl':
      await import('@tensorflow/tfjs-backend-webgl');
      tf.env().set('WEBGL_DELETE_TEXTURE_THRESHOLD', WEBGL_TEXTURE_RESERVE_BYTES);
      // Shaders that take sizes as values: otherwise every new page size compiles all of them again, for seconds.
      tf.env().set('WEBGL_USE_SHAPES_UNIFORMS', true);
      return;
    case 'wasm': {
      const { setWasmPaths } = await import('@tensorflow/tfjs-backend-wasm');
      setWasmPaths(wasmFiles);
      // Firefox 153: a worker that starts eight more at once stops now and then, and never answers again.
      if (isFirefox()) tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
      return;
    }
    case 'cpu':
      await import('@tensorflow/tfjs-backend-cpu');
  }
}

/** Node 20 has no navigator. */
function isFirefox(): boolean {
  return 'navigator' in globalThis && /\bFirefox\//.test(navigator.userAgent);
}

/** Values that half precision cannot hold: a device that only has that would blur the probabilities. */
async function computesRightly(): Promise<boolean> {
  const output = tf.tidy(() => {
    const input = tf.fill([1, 8, 8, 2], 1.0009765625 + 2 ** -14) as tf.Tensor4D;
    const filter = tf.fill([3, 3, 2, 4], 0.5) as tf.Tensor4D;
    return tf.conv2d(input, filter, 1, 'valid');
  });
  const values = await withinTime(output.data(), MAX_TRIAL_MS, 'the first result does not come');
  output.dispose();
  const expected = 9 * (1.0009765625 + 2 ** -14);
  return values.length === 6 * 6 * 4 && values.every((value) => Math.abs(value - expected) < 1e-4);
}

/** Some drivers never come back with a result. */
function withinTime<Value>(result: Promise<Value>, maxMs: number, complaint: string): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(complaint)), maxMs);
    result.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

function unwatched(name: BackendName): Backend {
  return { name, isLost: () => false, onLost: () => () => {} };
}

function watchedWebgl(): Backend {
  const { gl } = (tf.backend() as MathBackendWebGL).getGPGPUContext();
  const canvas: EventTarget = gl.canvas;
  return {
    name: 'webgl',
    isLost: () => gl.isContextLost(),
    onLost: (listener) => {
      canvas.addEventListener('webglcontextlost', listener, { once: true });
      return () => canvas.removeEventListener('webglcontextlost', listener);
    },
  };
}
