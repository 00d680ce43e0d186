import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { VitePWAOptions } from 'vite-plugin-pwa';
import type { ShippedFile } from '../src/contract/shipped-file.ts';

type ManifestTransform = NonNullable<VitePWAOptions['injectManifest']['manifestTransforms']>[number];

/**
 * Turns the list of files that the build made into the one that the service worker reads.
 *
 * @param folder of the built site
 */
export function listShippedFiles(folder: () => string): ManifestTransform {
  return async (entries) => {
    const manifest = await Promise.all(
      entries.map(async ({ url, size }) => {
        const bytes = await readFile(path.join(folder(), url));
        const file: ShippedFile = {
          // A host may answer for 'index.html' with a redirection to the folder.
          url: url === 'index.html' ? '' : url,
          integrity: `sha256-${createHash('sha256').update(bytes).digest('base64')}`,
          bytes: size,
        };
        return { ...file, size, revision: null };
      }),
    );
    // One order for one content, so that the service worker changes only when a file did.
    return { manifest: manifest.sort((one, other) => (one.url < other.url ? -1 : 1)) };
  };
}
