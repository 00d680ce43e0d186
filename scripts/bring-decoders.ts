import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Plugin } from 'vite';

const { resolve } = createRequire(import.meta.url);

const LIBHEIF = resolve('libheif-js/libheif-wasm/libheif.wasm');
const PDF = path.dirname(resolve('pdfjs-dist/package.json'));
/** For pictures in JPEG 2000 and JBIG2, and for color profiles. pdf.js asks for them by these names. */
const PDF_BINARIES = ['openjpeg.wasm', 'jbig2.wasm', 'qcms_bg.wasm'] as const;

/**
 * Writes into the scripts how many bytes the large files of decoders have: what is compressed on its way does not say. Adds
 * the binaries that pdf.js asks for, and the text of libheif's license, as the LGPL asks.
 */
export function bringDecoders(): Plugin {
  return {
    name: 'bring-decoders',
    config: () => ({
      define: {
        'import.meta.env.LIBHEIF_WASM_BYTES': String(statSync(LIBHEIF).size),
        'import.meta.env.PDF_WORKER_BYTES': String(statSync(path.join(PDF, 'build/pdf.worker.min.mjs')).size),
      },
    }),
    generateBundle() {
      const license = readFileSync(path.join(path.dirname(LIBHEIF), 'LICENSE'));
      this.emitFile({ type: 'asset', fileName: 'licenses/libheif.txt', source: license });
      for (const name of PDF_BINARIES) {
        const source = readFileSync(path.join(PDF, 'wasm', name));
        this.emitFile({ type: 'asset', fileName: `decoders/${name}`, source });
      }
    },
  };
}
