import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LabelledPicture, LabelledSet } from './labelled-set';

/** Lists of names that training holds back, one a line: `<set>-<split>.txt`. */
const SPLIT_FOLDER = 'training/splits';

export interface PictureSelection {
  /** File with the names to take, one a line. */
  readonly only?: string | undefined;
  /** Name of a split: the names in its list under `training/splits/`, or else the rows with it in the column `split`. */
  readonly split?: string | undefined;
  /** Values that columns of `labels.csv` must have. */
  readonly where?: Readonly<Record<string, string>> | undefined;
  /** Only pictures whose names begin so. */
  readonly prefix?: string | undefined;
  /** At most so many of those, evenly spread over the set. */
  readonly atMost?: number | undefined;
  /** Only the first so many, as a person wrote it. */
  readonly limit?: string | undefined;
}

/** @throws with words for the user when a column or a split is unknown, and when nothing is left */
export async function selectPictures(set: LabelledSet, selection: PictureSelection): Promise<LabelledPicture[]> {
  const { only, split, where = {}, prefix = '', atMost, limit } = selection;
  let pictures = set.pictures.filter(({ name }) => name.startsWith(prefix));
  if (only !== undefined) pictures = await named(pictures, only);
  if (split !== undefined) {
    const list = join(SPLIT_FOLDER, `${set.name}-${split}.txt`);
    if (!existsSync(list) && set.pictures.every(({ row }) => row?.split === undefined))
      throw new Error(`there is no split ${split}: no list ${list}, and ${set.name} has no column split`);
    pictures = existsSync(list) ? await named(pictures, list) : having(set, pictures, 'split', split);
  }
  for (const [column, value] of Object.entries(where)) pictures = having(set, pictures, column, value);
  pictures = limited(atMost === undefined ? pictures : spread(pictures, atMost), limit);
  if (pictures.length === 0) throw new Error('no picture is left to evaluate');
  return pictures;
}

async function named(pictures: readonly LabelledPicture[], list: string): Promise<LabelledPicture[]> {
  const names = new Set((await readFile(list, 'utf8')).split(/\r?\n/).filter((name) => name !== ''));
  const found = pictures.filter(({ name }) => names.has(name));
  if (found.length !== names.size)
    process.stderr.write(`${names.size - found.length} names of ${list} are not among the pictures\n`);
  return found;
}

function having(
  set: LabelledSet,
  pictures: readonly LabelledPicture[],
  column: string,
  value: string,
): LabelledPicture[] {
  const values = new Set(set.pictures.flatMap(({ row }) => row?.[column] ?? []));
  if (values.size === 0) throw new Error(`${set.name} has no column ${column}`);
  if (!values.has(value))
    throw new Error(`${set.name} has no ${column} ${value}, only ${[...values].sort().join(', ')}`);
  return pictures.filter(({ row }) => row?.[column] === value);
}

function spread<Item>(items: readonly Item[], atMost: number): Item[] {
  const stride = Math.max(1, items.length / atMost);
  return Array.from({ length: Math.min(items.length, atMost) }, (_, place) => items[Math.floor(place * stride)]!);
}

export function limited<Item>(items: readonly Item[], limit: string | undefined): Item[] {
  if (limit === undefined) return [...items];
  const count = Number(limit);
  if (!Number.isInteger(count) || count <= 0) throw new Error(`--limit ${limit}: use a whole number above 0`);
  return items.slice(0, count);
}
