import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Plugin } from 'vite';
import { trustOwnScripts } from '../src/inference/trust-own-scripts.ts';

const BACKEND = /tfjs-backend-wasm\/dist\/backend_wasm\.js$/;
const THREAD_URL = 'virtual:wasm-thread?url';
const THREAD_SCRIPT = '@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm-threaded-simd.worker.js';

/** What tfjs 4.22 says, and what is said instead. */
const REPLACEMENTS = [
  [/return URL\.createObjectURL\(blob\);/, "return wasmFileMap['tfjs-backend-wasm-threaded-simd.worker.js'];"],
  [
    /factoryConfig\.mainScriptUrlOrBlob = new Blob\([^;]+;/,
    "factoryConfig.mainScriptUrlOrBlob = wasmFileMap['tfjs-backend-wasm-threaded-simd.js'];",
  ],
] as const;

/**
 * TensorFlow.js starts the threads of its WebAssembly from blob: URLs, which a strict Content Security Policy forbids.
 * Here they start from files of the site, whose addresses `setWasmPaths` is told beside those of the binaries.
 *
 * @throws when the library no longer has the places that are changed
 */
export function wasmThreadsFromSite(): Plugin {
  let isBuild = true;
  return {
    name: 'wasm-threads-from-site',
    enforce: 'pre',
    configResolved: ({ command }) => {
      isBuild = command === 'build';
    },
    resolveId: (id) => (id === THREAD_URL ? `\0${THREAD_URL}` : undefined),
    load(id) {
      if (id !== `\0${THREAD_URL}`) return undefined;
      // The development server sends no isolating headers, so no browser has threads there.
      if (!isBuild) return "export default '/wasm-thread.js'";
      const file = this.emitFile({ type: 'asset', name: 'wasm-thread.js', source: threadScript() });
      return `export default import.meta.ROLLUP_FILE_URL_${file}`;
    },
    transform: {
      filter: { id: BACKEND },
      handler: (code) =>
        REPLACEMENTS.reduce((changed, [place, replacement]) => {
          if (!place.test(changed)) throw new Error(`tfjs-backend-wasm has changed: no ${place} in it`);
          return changed.replace(place, replacement);
        }, code),
    },
  };
}

/** The library carries the script of a thread as a string in a CommonJS module. */
function threadScript(): string {
  const file = createRequire(import.meta.url).resolve(THREAD_SCRIPT);
  const literal = /^module\.exports\.wasmWorkerContents = `([\s\S]*)`;\s*$/.exec(readFileSync(file, 'utf8'))?.[1];
  if (literal === undefined) throw new Error(`${THREAD_SCRIPT} is no longer a string`);
  return `(${trustOwnScripts})();\n${literal}`;
}
