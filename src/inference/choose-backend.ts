import type { BackendInfo } from '../contract/network';
import { failed, type Result, success } from '../contract/result';
import { type Backend, openBackend, type WasmFiles } from './backend';
import type { BackendName } from './backend-name';
import { inspectWebgl } from './webgl-renderer';

export interface ChooseBackendOptions {
  readonly location: BackendInfo['location'];
  /** Tried in this order. */
  readonly candidates: readonly BackendName[];
  /** The person or a test insists on the only candidate: software rendering is no reason against it. */
  readonly isForced: boolean;
  readonly wasmFiles: WasmFiles;
}

export interface ChosenBackend {
  readonly backend: Backend;
  readonly info: BackendInfo;
}

const REASONS: Readonly<Record<BackendName, string>> = {
  webgl: 'the graphics processor is the fastest here',
  wasm: 'WebAssembly is the fastest that runs here',
  cpu: 'neither WebGL nor WebAssembly runs here',
};

/** Starts the first candidate that really runs; the reason says why the earlier ones were passed over. */
export async function chooseBackend(options: ChooseBackendOptions): Promise<Result<ChosenBackend>> {
  const passedOver: string[] = [];
  for (const name of options.candidates) {
    const objection = name === 'webgl' && !options.isForced ? objectionToWebgl() : undefined;
    const opened = objection === undefined ? await openBackend(name, options.wasmFiles) : failed(objection);
    if (opened.ok) {
      const reason = options.isForced ? 'chosen by hand' : [...passedOver, REASONS[name]].join('; ');
      return success({ backend: opened.value, info: { name, location: options.location, reason } });
    }
    passedOver.push(opened.failure);
  }
  return failed({ kind: 'backend-unavailable', detail: passedOver.join('; ') });
}

function objectionToWebgl(): string | undefined {
  const renderer = inspectWebgl();
  if (renderer.kind === 'hardware') return undefined;
  return renderer.kind === 'none' ? 'WebGL is not there' : 'WebGL is emulated in software here';
}
