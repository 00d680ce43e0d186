import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const ENCODINGS = {
  br: (bytes: Buffer) =>
    promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
  gz: (bytes: Buffer) => promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION }),
} as const;

/** A file that stays larger than this share of itself is sent as it is. */
const MAX_SHARE = 0.95;
/** What fits into one packet anyway. */
const MIN_BYTES = 1000;

/**
 * Writes `FILE.br` and `FILE.gz` beside every file of a folder that they make smaller (RFC 7932, RFC 1952).
 *
 * @param cache folder that keeps what was compressed before, by the hash of the content: most files of a build are
 * those of the last build, and the best compression is slow
 * @returns how many files were written
 */
export async function compressFiles(folder: string, cache: string): Promise<number> {
  await mkdir(cache, { recursive: true });
  const found = (await readdir(folder, { recursive: true })).filter((name) => !/\.(br|gz)$/.test(name));
  const written = await Promise.all(found.map((name) => compressFile(path.join(folder, name), cache)));
  return written.reduce((sum, count) => sum + count, 0);
}

async function compressFile(name: string, cache: string): Promise<number> {
  const found = await stat(name);
  if (!found.isFile() || found.size < MIN_BYTES) return 0;
  const bytes = await readFile(name);
  const hash = createHash('sha256').update(bytes).digest('hex');
  let written = 0;
  for (const [extension, compress] of Object.entries(ENCODINGS)) {
    const kept = path.join(cache, `${hash}.${extension}`);
    if (!existsSync(kept)) await writeWhole(kept, await compress(bytes));
    if ((await stat(kept)).size > bytes.length * MAX_SHARE) continue;
    await copyFile(kept, `${name}.${extension}`);
    written += 1;
  }
  return written;
}

/** Under its name only when all of it is there: a build that is stopped leaves no half file for the next one. */
async function writeWhole(name: string, bytes: Buffer): Promise<void> {
  const part = `${name}.${process.pid}-${Math.random().toString(36).slice(2)}`;
  await writeFile(part, bytes);
  await rename(part, name);
}
