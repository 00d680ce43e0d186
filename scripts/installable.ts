import type { Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { listShippedFiles } from './list-shipped-files.ts';
import { WEB_MANIFEST } from './web-manifest.ts';

/** Icons and screenshots are for the system that installs the app; Markdown is for who looks at the folder. */
const NOT_FOR_THE_PAGE = [
  'icons/**',
  'screenshots/**',
  '**/*.md',
  '**/*.map',
  '**/*.{br,gz}',
  '_headers',
  'service-worker.*',
];

/** Writes the web manifest and the service worker with the list of all files of the site. */
export function installable(): Plugin[] {
  let folder = '';
  return [
    {
      name: 'note-output-folder',
      configResolved: ({ build, root }) => {
        folder = new URL(`${build.outDir}/`, `file://${root}/`).pathname;
      },
    },
    ...VitePWA({
      strategies: 'injectManifest',
      registerType: 'prompt',
      // The page registers it by itself, after the first paint: src/app/offline/start-offline.ts.
      injectRegister: false,
      srcDir: 'src/service-worker',
      filename: 'service-worker.ts',
      manifest: WEB_MANIFEST,
      includeManifestIcons: false,
      injectManifest: {
        rollupFormat: 'iife',
        globPatterns: ['**/*'],
        globIgnores: [...NOT_FOR_THE_PAGE, 'manifest.webmanifest'],
        maximumFileSizeToCacheInBytes: 64 * 1024 * 1024,
        manifestTransforms: [listShippedFiles(() => folder)],
      },
    }),
  ];
}
