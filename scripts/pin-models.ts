import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';

/**
 * Writes into the scripts which models they are built with: the SHA-256 of each model's manifest, by folder. The
 * manifest in turn holds the checksums of the model's files.
 */
export function pinModels(): Plugin {
  return {
    name: 'pin-models',
    // While developing, models may be trained anew under an open page.
    apply: 'build',
    config: ({ root = '.', publicDir }) => {
      const models = path.resolve(root, publicDir || 'public', 'models');
      return { define: { 'import.meta.env.MODEL_PINS': JSON.stringify(readPins(models)) } };
    },
  };
}

function readPins(models: string): Readonly<Record<string, string>> {
  const folders = readdirSync(models).filter((folder) => existsSync(path.join(models, folder, 'manifest.json')));
  return Object.fromEntries(
    folders.map((folder) => {
      const manifest = readFileSync(path.join(models, folder, 'manifest.json'));
      return [folder, createHash('sha256').update(manifest).digest('hex')];
    }),
  );
}
