import { readFileSync } from 'node:fs';
import path from 'node:path';

const IMAGES = path.resolve(import.meta.dirname, 'images');

export interface Sample {
  readonly file: string;
  readonly path: string;
  /** What is written there, one entry a line of writing; empty for blank paper. */
  readonly lines: readonly string[];
}

/** Small, clearly written and read right: batches are made of copies of them. */
export const CLEAR_SAMPLES = [
  'mnist-2.png',
  'mnist-4.png',
  'mnist-7.png',
  'amount-in-blue-ink.jpg',
  'postal-code.webp',
  'chalk-on-board.png',
] as const;

/** The sample pictures with what is written in them, from `labels.csv`. */
export function readSamples(): Sample[] {
  const [, ...rows] = readFileSync(path.resolve(import.meta.dirname, 'labels.csv'), 'utf8')
    .trim()
    .split('\n');
  return rows.map((row) => {
    const [file = '', label = ''] = row.split(',');
    return { file, path: path.join(IMAGES, file), lines: label ? label.split('/') : [] };
  });
}

/** The samples that are one picture each, under their own name; documents are taken apart. */
export function readPictureSamples(): Sample[] {
  return readSamples().filter(({ file }) => !file.endsWith('.pdf'));
}

export function sample(file: string): Sample {
  const found = readSamples().find((candidate) => candidate.file === file);
  if (!found) throw new Error(`labels.csv has no ${file}.`);
  return found;
}
