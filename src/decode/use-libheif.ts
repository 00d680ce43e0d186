import makeLibheif from 'libheif-js/libheif-wasm/libheif.js';
import { fetchDecoder } from './decoder-files';
import type { Libheif } from './libheif';

/** A decoder whose memory has grown beyond this is not kept: WebAssembly never gives memory back. */
const MOST_KEPT_BYTES = 32 * 1024 * 1024;

let kept: Promise<Libheif> | undefined;

/**
 * Fetches and starts libheif for the first photo, and keeps it for the next ones, except after a large photo and after one
 * that made it stumble.
 */
export async function useLibheif<Made>(work: (libheif: Libheif) => Promise<Made>): Promise<Made> {
  kept ??= startLibheif();
  try {
    const libheif = await kept;
    const made = await work(libheif);
    if (libheif.HEAPU8.byteLength > MOST_KEPT_BYTES) kept = undefined;
    return made;
  } catch (error) {
    kept = undefined;
    throw error;
  }
}

async function startLibheif(): Promise<Libheif> {
  const wasm = await fetchDecoder('heic');
  if (!wasm.ok) throw new Error(wasm.failure.detail);
  return makeLibheif({ wasmBinary: wasm.value });
}
