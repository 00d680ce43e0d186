import path from 'node:path';
import type { Plugin } from 'vite';
import { type VitePluginPWAAPI, VitePWA } from 'vite-plugin-pwa';
import { INTERFACE_LANGUAGES } from '../src/contract/interface-languages.ts';
import { listShippedFiles } from './list-shipped-files.ts';
import { WEB_MANIFEST, webManifest } from './web-manifest.ts';

/** Icons and screenshots are for the system that installs the app; Markdown is for who looks at the folder. */
const NOT_FOR_THE_PAGE = [
  'icons/**',
  'screenshots/**',
  'licenses/**',
  '**/*.md',
  '**/*.map',
  '**/*.{br,gz}',
  '_headers',
  '*.webmanifest',
  'service-worker.*',
];

/** Writes the web manifests, one a language, and the service worker with the list of all files of the site. */
export function installable(): Plugin[] {
  let folder = '';
  const pwa = VitePWA({
    strategies: 'injectManifest',
    registerType: 'prompt',
    // The page registers it by itself, after the first paint: src/app/work/offline/start-offline.ts.
    injectRegister: false,
    srcDir: 'src/service-worker',
    filename: 'service-worker.ts',
    manifest: WEB_MANIFEST,
    includeManifestIcons: false,
    injectManifest: {
      rollupFormat: 'iife',
      globPatterns: ['**/*'],
      globIgnores: NOT_FOR_THE_PAGE,
      maximumFileSizeToCacheInBytes: 64 * 1024 * 1024,
      manifestTransforms: [listShippedFiles(() => folder)],
    },
  });
  const { api }: { api?: VitePluginPWAAPI } = pwa.find(({ name }) => name === 'vite-plugin-pwa') ?? {};
  const settle: Plugin = {
    name: 'settle-shipped-files',
    configResolved: ({ build, root }) => {
      folder = path.resolve(root, build.outDir);
    },
    // The plugin adds the web manifest by itself, after every transform; only the system reads that one.
    buildStart: () => api?.extendManifestEntries(() => []),
    generateBundle() {
      for (const language of INTERFACE_LANGUAGES) {
        if (language.code === 'en') continue;
        const fileName = `manifest-${language.code}.webmanifest`;
        this.emitFile({ type: 'asset', fileName, source: JSON.stringify(webManifest(language)) });
      }
    },
  };
  return [...pwa, settle];
}
