import type { BackendInfo, BackendReason } from '../contract/network';
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

const REASONS = {
  webgl: 'webgl-fastest',
  wasm: 'wasm-fastest',
  cpu: 'cpu-last',
} as const satisfies Readonly<Record<BackendName, BackendReason>>;

const CHOSEN_BY_HAND: BackendReason = 'chosen-by-hand';

/** Starts the first candidate that really runs; the reason says why the earlier ones were passed over. */
export async function chooseBackend(options: ChooseBackendOptions): Promise<Result<ChosenBackend>> {
  const { location, lost, wasmFiles } = options;
  const forced = options.forced && !lost.has(options.forced) ? options.forced : undefined;
  const passedOver: string[] = [];
  for (const name of forced ? [forced] : options.candidates) {
    const objection = forced ? undefined : objectionTo(name, lost);
    const opened = objection === undefined ? await openBackend(name, wasmFiles) : failed(objection);
    if (opened.ok) {
      const reason = forced ? CHOSEN_BY_HAND : [...passedOver, REASONS[name]].join('; ');
      return success({ backend: opened.value, info: { name, location, reason } });
    }
    passedOver.push(opened.failure);
  }
  return failed({ kind: 'backend-unavailable', detail: passedOver.join('; ') });
}

function objectionTo(name: BackendName, lost: ReadonlySet<BackendName>): BackendReason | undefined {
  if (lost.has(name)) return `${name}-lost`;
  return name === 'webgl' ? objectionToWebgl() : undefined;
}

function objectionToWebgl(): BackendReason | undefined {
  const renderer = inspectWebgl();
  if (renderer.kind === 'hardware') return undefined;
  return renderer.kind === 'none' ? 'webgl-missing' : 'webgl-emulated';
}
