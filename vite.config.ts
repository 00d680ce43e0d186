import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** Everything a visitor downloads is named here by kind, so that the size gate can tell the shell from the rest. */
export default defineConfig({
  // Relative, so that one build works under any path of any static host.
  base: './',
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    // WASM and model files must stay files: inlining them would put them in the shell.
    assetsInlineLimit: 0,
    sourcemap: false,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2000,
  },
  test: {
    environment: 'node',
    include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
    maxWorkers: 2,
    testTimeout: 30_000,
    restoreMocks: true,
    reporters: ['default', ['json', { outputFile: '.cache/reports/vitest.json' }]],
  },
});
