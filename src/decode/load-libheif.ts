import makeLibheif from 'libheif-js/libheif-wasm/libheif.js';
import { fetchDecoder } from './decoder-files';
import type { Libheif } from './libheif';

/** Fetches and starts libheif. */
export async function loadLibheif(): Promise<Libheif> {
  const wasm = await fetchDecoder('heic');
  if (!wasm.ok) throw new Error(wasm.failure.detail);
  return makeLibheif({ wasmBinary: wasm.value });
}
