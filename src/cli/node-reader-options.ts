import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BACKEND_NAMES, type BackendName } from '../inference/backend-name';
import type { FetchFile } from '../inference/fetch-model';
import type { LocalRecognizerOptions } from '../recognizer/local-recognizer';
import { decodeInNode } from './decode-in-node';

export interface NodeReaderChoices {
  /** Name of a backend, or `undefined` for the best that runs. */
  readonly backend?: string | undefined;
  /** Folder with the models; the shipped ones by default. */
  readonly models?: string | undefined;
}

/** Folder with the models that the app ships. */
export const SHIPPED_MODELS = fileURLToPath(new URL('../../public/models', import.meta.url));

/** The shipped recognizer's parts for Node: models from disk, WASM from the package, pictures through sharp. */
export function nodeReaderOptions(choices: NodeReaderChoices): LocalRecognizerOptions {
  const wasmPackage = createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm');
  return {
    location: 'node',
    candidates: ['wasm', 'cpu'],
    forcedBackend: readBackendName(choices.backend),
    wasmFiles: `${dirname(wasmPackage)}/`,
    fetchFile: fetchFromFolder(choices.models ?? SHIPPED_MODELS),
    decode: decodeInNode,
  };
}

function readBackendName(name: string | undefined): BackendName | undefined {
  if (name === undefined) return undefined;
  const backend = BACKEND_NAMES.find((known) => known === name && known !== 'webgl');
  if (!backend) throw new Error(`--backend ${name}: use wasm or cpu`);
  return backend;
}

function fetchFromFolder(folder: string): FetchFile {
  return async (path, onBytes) => {
    try {
      const bytes = new Uint8Array(await readFile(join(folder, path)));
      onBytes?.(bytes.length);
      return bytes;
    } catch {
      return undefined;
    }
  };
}
