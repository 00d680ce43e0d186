import type { DatasetFile, DatasetPart } from './card-files';

/** How many of each digit 0..9 all training parts hold together. */
export function trainingClasses(dataset: DatasetFile): number[] {
  const parts = dataset.sets.flatMap((set) => set.parts).filter((part) => part.use === 'trains');
  return addClasses(parts.map((part) => part.classes));
}

/** How many pictures of a set are used for something; 0 without any. */
export function picturesFor(parts: readonly DatasetPart[], use: string): number {
  return parts.filter((part) => part.use === use).reduce((sum, part) => sum + part.pictures, 0);
}

function addClasses(rows: readonly (readonly number[])[]): number[] {
  return Array.from({ length: 10 }, (_, label) => rows.reduce((sum, row) => sum + (row[label] ?? 0), 0));
}
