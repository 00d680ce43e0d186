import path from 'node:path';
import { build } from 'vite';
import { bringDecoders } from '../bring-decoders';

/** Builds the page that hands damaged files to the app's own intake and decoders, into a folder that may be empty. */
export async function buildFuzzPage(outDir: string): Promise<void> {
  await build({
    configFile: false,
    root: path.join(import.meta.dirname, 'page'),
    base: './',
    logLevel: 'error',
    publicDir: false,
    plugins: [bringDecoders()],
    worker: { format: 'es' },
    build: { outDir, emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0, reportCompressedSize: false },
  });
}
