import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { CardManifest } from '../src/app/pages/model/card-files';

/** SHA-256 of the shipped classifier's weights, from its manifest. */
export function classifierWeights(root: string): string {
  const manifest = readFileSync(path.join(root, 'public/models/latin/manifest.json'), 'utf8');
  const { files } = JSON.parse(manifest) as CardManifest;
  return files.find((file) => file.path.endsWith('.bin'))?.sha256 ?? '';
}
