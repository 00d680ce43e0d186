import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Folder of data sets that may not be part of this repository; DATA_SETS names another. */
const DATA_SETS = process.env.DATA_SETS ?? path.resolve(import.meta.dirname, '../../shared/data');

export interface LabelledPicture {
  readonly path: string;
  readonly label: string;
}

/** The labels of these sets name the digits alone, though many numbers have points and dashes. */
export function digitsOf(text: string): string {
  return text.replaceAll(/\D/g, '');
}

/** One picture of a local data set with its label; undefined where the set is not at hand. */
export function localPicture(set: string, file: string): LabelledPicture | undefined {
  const labels = path.join(DATA_SETS, set, 'labels.csv');
  if (!existsSync(labels)) return undefined;
  const row = readFileSync(labels, 'utf8')
    .split('\n')
    .find((line) => line.startsWith(`${file},`));
  return row ? { path: path.join(DATA_SETS, set, 'images', file), label: row.split(',')[1] ?? '' } : undefined;
}

/** Names of a set's pictures that only measure and never trained anything; null when the whole set only measures. */
function measuredNames(set: string): ReadonlySet<string> | null {
  const split = path.resolve(import.meta.dirname, `../training/splits/${set}-test.txt`);
  return existsSync(split) ? new Set(readFileSync(split, 'utf8').trim().split('\n')) : null;
}

/** The first pictures of a local data set that never trained anything, with labels; none where the set is not at hand. */
export function localPictures(set: string, count: number): readonly LabelledPicture[] {
  const labels = path.join(DATA_SETS, set, 'labels.csv');
  if (!existsSync(labels)) return [];
  const measured = measuredNames(set);
  const [, ...rows] = readFileSync(labels, 'utf8').trim().split('\n');
  return rows
    .map((row) => row.split(','))
    .filter(([file = '']) => measured?.has(file) ?? true)
    .slice(0, count)
    .map(([file = '', label = '']) => ({ path: path.join(DATA_SETS, set, 'images', file), label }));
}
