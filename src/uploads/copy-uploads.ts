import type { WholeUpload } from './read-row';
import type { Uploads } from './uploads';

interface CopyOptions {
  readonly onProgress: (moved: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/** Names the work in `Uploads.stage`. */
const WORK = 'copy';

/**
 * Copies all uploads of one store into another and compares every byte of the copies; whoever asked may empty the first
 * store then. Nothing is taken away here, so that it may be interrupted at any time and begun again: what is there
 * already is compared only.
 *
 * @returns how many uploads both hold; rejects when a copy differs
 */
export async function copyUploads(from: Uploads, to: Uploads, { onProgress, signal }: CopyOptions): Promise<number> {
  const copied = new Set<string>();
  // Another tab may hand in pictures meanwhile.
  for (let missing = await idsBeside(from, copied); missing.length > 0; missing = await idsBeside(from, copied)) {
    const total = copied.size + missing.length;
    for (const id of missing) {
      signal?.throwIfAborted();
      await copyOne(from, to, id);
      copied.add(id);
      onProgress(copied.size, total);
    }
  }
  return copied.size;
}

async function idsBeside(store: Uploads, known: ReadonlySet<string>): Promise<readonly string[]> {
  return (await store.list()).map((upload) => upload.id).filter((id) => !known.has(id));
}

async function copyOne(from: Uploads, to: Uploads, id: string): Promise<void> {
  const original = await from.whole(id);
  if (!original) {
    // Deleted in another tab since it was listed.
    return;
  }
  if (!(await to.row(id))) {
    await to.stage(original, WORK);
    await to.commit([id], WORK, []);
  }
  const copy = await to.whole(id);
  if (!copy || !isSame(original, copy)) {
    throw new Error(`the copy of ${id} differs`);
  }
}

function isSame(a: WholeUpload, b: WholeUpload): boolean {
  return (
    inJson(a) === inJson(b) &&
    areSameBytes(a.picture, b.picture) &&
    areSameBytes(a.thumbnail?.bytes, b.thumbnail?.bytes)
  );
}

/** All but the files; typed arrays become objects with every value in them. */
function inJson({ upload, current, other }: WholeUpload): string {
  return JSON.stringify([upload, current, other]);
}

function areSameBytes(a: ArrayBuffer | undefined, b: ArrayBuffer | undefined): boolean {
  if (!a || !b || a.byteLength !== b.byteLength) {
    return a === b;
  }
  const [left, right] = [new Uint8Array(a), new Uint8Array(b)];
  return left.every((value, index) => value === right[index]);
}
