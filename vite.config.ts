import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { metaPolicy } from './hosting/meta-policy.ts';
import { bringDecoders } from './scripts/bring-decoders.ts';
import { compileCatalogs } from './scripts/compile-catalogs.ts';
import { installable } from './scripts/installable.ts';
import { pinModels } from './scripts/pin-models.ts';
import { wasmThreadsFromSite } from './scripts/wasm-threads-from-site.ts';

/**
 * A chunk is named for the TensorFlow.js package in it, so that a list of requests can be read, or for the language whose
 * words it holds, so that the service worker can tell (`src/contract/shipped-file.ts`).
 */
const output = {
  chunkFileNames: (chunk: { readonly name: string; readonly moduleIds: readonly string[] }): string => {
    const [, language] = chunk.moduleIds.at(-1)?.match(/\/i18n\/catalogs\/([\w-]+)\.json$/) ?? [];
    if (language) return `assets/words-${language}.[hash].js`;
    const [, library] = chunk.moduleIds.at(-1)?.match(/@tensorflow\/(tfjs-[\w-]+)/) ?? [];
    return `assets/${library ?? chunk.name}-[hash].js`;
  },
};

export default defineConfig({
  // Relative, so that one build works under any path of any static host.
  base: './',
  plugins: [
    compileCatalogs(),
    wasmThreadsFromSite(),
    metaPolicy(),
    react(),
    pinModels(),
    bringDecoders(),
    installable(),
  ],
  worker: { format: 'es', plugins: () => [wasmThreadsFromSite()], rolldownOptions: { output } },
  build: {
    target: 'es2022',
    // WASM and model files must stay files: inlining them would put them in the shell.
    assetsInlineLimit: 0,
    sourcemap: false,
    license: { fileName: 'licenses/third-party.md' },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2000,
    rolldownOptions: { output },
  },
  test: {
    environment: 'node',
    include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts', 'hosting/**/*.test.ts'],
    maxWorkers: 2,
    testTimeout: 30_000,
    restoreMocks: true,
    reporters: ['default', ['json', { outputFile: '.cache/reports/vitest.json' }]],
  },
});
