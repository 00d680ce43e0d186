import thread from 'virtual:wasm-thread?url';
import plain from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import threadedSimd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url';
import threadModule from '@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm-threaded-simd.js?url';
import type { WasmFiles } from './backend';

/**
 * The WASM binaries, and the scripts of their threads, as the build places them beside the page's other files: never
 * fetched from another origin.
 */
export const BROWSER_WASM_FILES: WasmFiles = {
  'tfjs-backend-wasm.wasm': absolute(plain),
  'tfjs-backend-wasm-simd.wasm': absolute(simd),
  'tfjs-backend-wasm-threaded-simd.wasm': absolute(threadedSimd),
  'tfjs-backend-wasm-threaded-simd.js': absolute(threadModule),
  'tfjs-backend-wasm-threaded-simd.worker.js': absolute(thread),
};

function absolute(url: string): string {
  return new URL(url, import.meta.url).href;
}
