import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { isDigitCode, isMarkCode } from '../contract/characters';
import type { Box, GrayImage } from '../contract/image';
import { pngFile } from './png-file';
import { readCsv } from './read-csv';
import { readIdx } from './read-idx';
import { readTar } from './read-tar';

/** One labelled picture of a set. */
export interface LabelledPicture {
  /** The file's name in the set; for an IDX file the place in it. */
  readonly name: string;
  /** The digits in it, with marks where the set's labels have them; everything else of the label is dropped. */
  readonly label: string;
  /** The label has the marks as well, if there are any: the text as written is compared, and not the digits alone. */
  readonly hasMarks?: boolean;
  /** The picture's row in `labels.csv`. */
  readonly row?: Readonly<Record<string, string>>;
  /** The picture as a person would upload it. */
  readonly open: () => Promise<File>;
  /** The raw gray levels, where the set has them. */
  readonly gray?: GrayImage;
  /** Where the digit of `gray` stands, where its ink does not tell. */
  readonly box?: Box;
  /** Only digits found with their center in here count. */
  readonly onlyIn?: Box;
}

export interface LabelledSet {
  /** The folder's name. */
  readonly name: string;
  /** Sets of one digit a picture are singles. */
  readonly kind: 'strings' | 'singles';
  readonly pictures: readonly LabelledPicture[];
}

export interface LabelChoice {
  /** Picks one pair of IDX files by its prefix, e.g. 'train' or 't10k'; '' for a pair without one. */
  readonly part?: string | undefined;
  /** Column of `labels.csv` that is compared; 'label' unless told. */
  readonly label?: string | undefined;
}

/**
 * Opens a labelled folder: `labels.csv` (file,label) with `images/` or `images.tar`, or a pair of IDX files.
 *
 * @throws with words for the user when the folder is neither, or has no such part or column
 */
export async function openLabelledSet(folder: string, { part, label }: LabelChoice = {}): Promise<LabelledSet> {
  const isFolder = existsSync(join(folder, 'labels.csv'));
  if (!isFolder && label !== undefined) throw new Error(`${folder} has no labels.csv to take the column ${label} from`);
  const pictures = isFolder ? await openFolder(folder, label) : await openIdx(folder, part);
  if (pictures.length === 0) throw new Error(`${folder} has no labelled picture`);
  const kind = pictures.every((picture) => /^\d$/.test(picture.label)) ? 'singles' : 'strings';
  return { name: basename(resolve(folder)), kind, pictures };
}

async function openFolder(folder: string, column = 'label'): Promise<LabelledPicture[]> {
  const path = join(folder, 'labels.csv');
  const rows = readCsv(await readFile(path, 'utf8'));
  const columns = Object.keys(rows[0] ?? { file: '', [column]: '' });
  for (const needed of ['file', column])
    if (!columns.includes(needed)) throw new Error(`${path} has no column ${needed}, only ${columns.join(', ')}`);
  const labels = rows.map((row) => writtenCharacters(row[column]!));
  const hasMarks = labels.some((label) => /\D/.test(label));
  const readPicture = await pictureReader(folder);
  return rows.map((row, index) => {
    const name = row.file!;
    const open = async () => new File([new Uint8Array(await readPicture(name))], basename(name));
    return { name, label: labels[index]!, ...(hasMarks && { hasMarks }), row, open };
  });
}

/** What a label says stands in the number: without spaces, letters and the X of an empty box. */
function writtenCharacters(label: string): string {
  return [...label].filter((code) => isDigitCode(code) || isMarkCode(code)).join('');
}

async function pictureReader(folder: string): Promise<(name: string) => Promise<Uint8Array>> {
  const archive = join(folder, 'images.tar');
  if (!existsSync(archive)) {
    const images = existsSync(join(folder, 'images')) ? join(folder, 'images') : folder;
    return (name) => readFile(join(images, name));
  }
  const files = readTar(await readFile(archive));
  return async (name) => {
    const bytes = files.get(name) ?? files.get(`images/${name}`);
    if (!bytes) throw new Error(`${archive} has no ${name}`);
    return bytes;
  };
}

const IDX_IMAGES = /^(?:(.+)-)?images[-.]idx3-ubyte(?:\.gz)?$/;

async function openIdx(folder: string, part: string | undefined): Promise<LabelledPicture[]> {
  const matches = (await readdir(folder)).sort().flatMap((name) => {
    const match = IDX_IMAGES.exec(name);
    return match ? [{ name, part: match[1] ?? '' }] : [];
  });
  const wanted = part === undefined ? matches : matches.filter((match) => match.part === part);
  const parts = new Set(wanted.map((match) => match.part));
  if (parts.size !== 1) {
    const found = matches.map((match) => match.part || '(none)').join(', ') || 'no IDX file and no labels.csv';
    throw new Error(`${folder}: choose one --part; found: ${found}`);
  }
  const imagesName = wanted[0]!.name;
  const labelsName = imagesName.replace('images', 'labels').replace('idx3', 'idx1');
  const images = readIdx(await readFile(join(folder, imagesName)));
  const labels = readIdx(await readFile(join(folder, labelsName)));
  const [count = 0, height = 0, width = 0] = images.dimensions;
  if (labels.dimensions[0] !== count) throw new Error(`${folder}: ${count} images, ${labels.dimensions[0]} labels`);
  return Array.from({ length: count }, (_, index): LabelledPicture => {
    const data = images.data.subarray(index * width * height, (index + 1) * width * height);
    const gray = { width, height, data };
    return { name: String(index), label: String(labels.data[index]), gray, open: () => pngFile(gray, `${index}.png`) };
  });
}
