import { decodeInBrowser } from '../decode/decode-in-browser';
import { BROWSER_WASM_FILES } from '../inference/browser-wasm-files';
import { fetchFromSite } from '../inference/fetch-from-site';
import { trustOwnScripts } from '../inference/trust-own-scripts';
import { LocalRecognizer } from './local-recognizer';
import type { PagePort } from './messages';
import { serveRecognizer } from './serve-recognizer';

trustOwnScripts();
serveRecognizer(
  self as unknown as PagePort,
  ({ modelsUrl, forcedBackend }, decodeSvg) =>
    new LocalRecognizer({
      location: 'worker',
      // Where a canvas cannot be had in a worker, nothing can be decoded here: the page has to do it all.
      candidates: typeof OffscreenCanvas === 'undefined' ? [] : ['webgl', 'wasm'],
      forcedBackend,
      wasmFiles: BROWSER_WASM_FILES,
      fetchFile: fetchFromSite(modelsUrl),
      decode: decodeInBrowser(decodeSvg),
    }),
);
