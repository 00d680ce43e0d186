import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

const LENGTH = 16;

interface WeightFiles {
  readonly files: readonly { readonly path: string; readonly sha256: string }[];
}

/** A short name for the weights of all models in a folder, from their manifests: other weights have another one. */
export async function weightsId(models: string): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of (await readdir(models)).sort()) {
    const path = join(models, folder, 'manifest.json');
    if (!existsSync(path)) continue;
    const { files } = JSON.parse(await readFile(path, 'utf8')) as WeightFiles;
    for (const file of files) if (file.path.endsWith('.bin')) hash.update(`${folder}/${file.path} ${file.sha256}\n`);
  }
  return hash.digest('hex').slice(0, LENGTH);
}

/** The rooms whose code decides what is read. */
const READING_ROOMS = ['classify', 'imaging', 'layout', 'line', 'locate', 'numbers', 'reading', 'contract'];

/** A short name for the code that decides what is read: other code has another one. Tests do not count. */
export async function codeId(source = resolve(import.meta.dirname, '..')): Promise<string> {
  const hash = createHash('sha256');
  for (const room of READING_ROOMS.filter((name) => existsSync(join(source, name)))) {
    for (const file of (await readdir(join(source, room))).sort()) {
      if (/^test-|\.test\.ts$/.test(file) || !/\.(ts|json)$/.test(file)) continue;
      hash.update(`${room}/${file}\n`).update(await readFile(join(source, room, file)));
    }
  }
  return hash.digest('hex').slice(0, LENGTH);
}
