import type { BackendInfo } from '../contract/network';
import { failed, type Result, success } from '../contract/result';
import { type Backend, openBackend, type WasmFiles } from './backend';
import type { BackendName } from './backend-name';
import { inspectWebgl } from './webgl-renderer';

export interface ChooseBackendOptions {
  readonly location: BackendInfo['location'];
  /** Tried in this order. */
  readonly candidates: readonly BackendName[];
  /** A person or a test insists on this one: it or none, and software rendering is no reason against it. */
  readonly forced?: BackendName | undefined;
  /** Those that died here: never tried again, and no longer insisted on. */
  readonly lost: ReadonlySet<BackendName>;
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
  const { location, lost, wasmFiles } = options;
  const forced = options.forced && !lost.has(options.forced) ? options.forced : undefined;
  const passedOver: string[] = [];
  for (const name of forced ? [forced] : options.candidates) {
    const objection = forced ? undefined : objectionTo(name, lost);
    const opened = objection === undefined ? await openBackend(name, wasmFiles) : failed(objection);
    if (opened.ok) {
      const reason = forced ? 'chosen by hand' : [...passedOver, REASONS[name]].join('; ');
      return success({ backend: opened.value, info: { name, location, reason } });
    }
    passedOver.push(opened.failure);
  }
  return failed({ kind: 'backend-unavailable', detail: passedOver.join('; ') });
}

function objectionTo(name: BackendName, lost: ReadonlySet<BackendName>): string | undefined {
  if (lost.has(name)) return `${name} stopped while it was in use`;
  return name === 'webgl' ? objectionToWebgl() : undefined;
}

function objectionToWebgl(): string | undefined {
  const renderer = inspectWebgl();
  if (renderer.kind === 'hardware') return undefined;
  return renderer.kind === 'none' ? 'WebGL is not there' : 'WebGL is emulated in software here';
}
