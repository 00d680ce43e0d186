import { decodeInBrowser } from '../decode/decode-in-browser';
import { decodeSvgInPage } from '../decode/decode-svg-in-page';
import { BROWSER_WASM_FILES } from '../inference/browser-wasm-files';
import { fetchFromSite } from '../inference/fetch-from-site';
import { LocalRecognizer } from './local-recognizer';
import type { WorkerSettings } from './messages';
import type { Recognizer } from './recognizer';

/** A recognizer that runs in the page itself, for browsers where the worker cannot. */
export function createPageRecognizer({ modelsUrl, forcedBackend }: WorkerSettings): Recognizer {
  return new LocalRecognizer({
    location: 'page',
    candidates: ['webgl', 'wasm', 'cpu'],
    forcedBackend,
    wasmFiles: BROWSER_WASM_FILES,
    fetchFile: fetchFromSite(modelsUrl),
    decode: decodeInBrowser(decodeSvgInPage),
  });
}
