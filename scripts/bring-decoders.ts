import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Plugin } from 'vite';

const { resolve } = createRequire(import.meta.url);

/**
 * Writes into the scripts how many bytes the large files of decoders have: what is compressed on its way does not say. Adds
 * the text of the license that one of them has, as the LGPL asks.
 */
export function bringDecoders(): Plugin {
  const libheif = statSync(resolve('libheif-js/libheif-wasm/libheif.wasm')).size;
  return {
    name: 'bring-decoders',
    config: () => ({ define: { 'import.meta.env.LIBHEIF_WASM_BYTES': String(libheif) } }),
    generateBundle() {
      const source = readFileSync(resolve('libheif-js/libheif-wasm/LICENSE'));
      this.emitFile({ type: 'asset', fileName: 'licenses/libheif.txt', source });
    },
  };
}
