import type { BackendInfo } from '../../contract/network';

/** What people call the backends. */
export const BACKEND_WORDS: Readonly<Record<BackendInfo['name'], string>> = {
  webgl: 'WebGL',
  wasm: 'WebAssembly',
  cpu: 'plain JavaScript',
};
