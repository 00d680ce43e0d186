import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';

/**
 * Writes into the scripts which models they are built with: the SHA-256 of each model's manifest and the bytes of its files,
 * by folder. The manifest in turn holds the checksums of the model's files.
 */
export function pinModels(): Plugin {
  return {
    name: 'pin-models',
    config: ({ root = '.', publicDir }, { command }) => {
      const manifests = readManifests(path.resolve(root, publicDir || 'public', 'models'));
      const bytes = mapped(manifests, bytesOf);
      // While developing, models may be trained anew under an open page.
      const pins = command === 'build' ? mapped(manifests, sha256) : {};
      return {
        define: {
          'import.meta.env.MODEL_PINS': JSON.stringify(pins),
          'import.meta.env.MODEL_BYTES': JSON.stringify(bytes),
        },
      };
    },
  };
}

type Manifests = Readonly<Record<string, Buffer>>;

function readManifests(models: string): Manifests {
  const folders = readdirSync(models).filter((folder) => existsSync(path.join(models, folder, 'manifest.json')));
  return Object.fromEntries(
    folders.map((folder) => [folder, readFileSync(path.join(models, folder, 'manifest.json'))]),
  );
}

function mapped<Value>(manifests: Manifests, of: (manifest: Buffer) => Value): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(manifests).map(([folder, manifest]) => [folder, of(manifest)]));
}

function sha256(manifest: Buffer): string {
  return createHash('sha256').update(manifest).digest('hex');
}

function bytesOf(manifest: Buffer): number {
  const { files }: { readonly files: readonly { readonly bytes: number }[] } = JSON.parse(manifest.toString());
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}
