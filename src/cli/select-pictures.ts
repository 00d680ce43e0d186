import { readFile } from 'node:fs/promises';
import type { LabelledPicture, LabelledSet } from './labelled-set';

export interface PictureSelection {
  /** File with the names to take, one a line. */
  readonly only?: string | undefined;
  /** Only pictures whose names begin so. */
  readonly prefix?: string | undefined;
  /** Only the first so many, as a person wrote it. */
  readonly limit?: string | undefined;
}

/** @throws with words for the user when nothing is left */
export async function selectPictures(set: LabelledSet, selection: PictureSelection): Promise<LabelledPicture[]> {
  const { only, prefix = '', limit } = selection;
  let pictures = set.pictures.filter(({ name }) => name.startsWith(prefix));
  if (only !== undefined) {
    const names = new Set((await readFile(only, 'utf8')).split(/\r?\n/).filter((name) => name !== ''));
    pictures = pictures.filter(({ name }) => names.has(name));
    if (pictures.length !== names.size)
      process.stderr.write(`${names.size - pictures.length} names of ${only} are not in the set\n`);
  }
  pictures = limited(pictures, limit);
  if (pictures.length === 0) throw new Error('no picture is left to evaluate');
  return pictures;
}

export function limited<Item>(items: readonly Item[], limit: string | undefined): Item[] {
  if (limit === undefined) return [...items];
  const count = Number(limit);
  if (!Number.isInteger(count) || count <= 0) throw new Error(`--limit ${limit}: use a whole number above 0`);
  return items.slice(0, count);
}
