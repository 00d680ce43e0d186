import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { ANYTHING, type Expectation } from '../contract/expectation';
import type { Box } from '../contract/image';
import type { RecognizedNumber } from '../contract/recognition';
import { intersectionOverUnion } from '../imaging/box';
import type { Reader } from '../reading/reader';
import type { PlateSuite } from './evaluation-suite';
import { penCodes } from './made-sets/pen-codes';
import { readPenDigits } from './made-sets/pen-digits';
import { readCsv } from './read-csv';
import { recognizeFile } from './recognize-file';
import { limited } from './select-pictures';
import { type CountedPart, countedReport } from './suite-report';
import { folderOf, openPenDigits, type SourceOptions } from './suite-sources';

const PLATES = { folder: 'number-plates' };
const LETTERS = { folder: 'chars74k-letters' };
/** Writers of letters that train nothing: `HELD_BACK_WRITERS` of `training/plates/codes.py`. */
const FIRST_HELD_BACK = 46;
const DIGITS = {
  folder: 'unipen-strings',
  strokes: 'single-digit-words.strokes.jsonl.gz',
  only: 'training/splits/unipen-strings-test.txt',
};
const COUNTRIES = { br: 'Brazil', eu: 'Europe', us: 'United States' } as const;
/** Overlap from which on a plate counts as found. */
const FOUND = 0.5;

/** A picture with one code that is asked about. */
interface CodePicture {
  readonly part: string;
  readonly label: string;
  /** Where it stands, in pixels of the picture; absent: nowhere else is anything. */
  readonly box?: Box;
  readonly open: () => Promise<File>;
}

type Numbers = readonly RecognizedNumber[];

/** What is expected, and what counts as right, for each question. */
const QUESTIONS: Readonly<
  Record<
    PlateSuite['asks'],
    { readonly expectation: Expectation; isRight(numbers: Numbers, picture: CodePicture): boolean }
  >
> = {
  crops: {
    expectation: { id: 'number-plate' },
    isRight: (numbers, { label }) => textOf(numbers) === label,
  },
  'crop-digits': {
    expectation: { id: 'number-plate' },
    isRight: (numbers, { label }) => digitsOf(textOf(numbers)) === digitsOf(label),
  },
  'digits-mode': {
    expectation: ANYTHING,
    isRight: (numbers, { label }) => digitsOf(textOf(numbers)) === digitsOf(label),
  },
  found: {
    expectation: { id: 'number-plate' },
    isRight: (numbers, { box }) => numbers.some((number) => isAt(number, box)),
  },
  photos: {
    expectation: { id: 'number-plate' },
    isRight: (numbers, { box, label }) => numbers.some((number) => number.text === label && isAt(number, box)),
  },
  codes: {
    expectation: { id: 'code' },
    isRight: (numbers, { label }) => textOf(numbers) === label,
  },
};

/** One part a country; wrong and sure is a plate whose text is not the label, where all of the text is marked sure. */
export async function evaluatePlates(row: PlateSuite, reader: Reader, options: SourceOptions): Promise<object> {
  const { expectation, isRight } = QUESTIONS[row.asks];
  const parts = new Map<string, { count: number; right: number; wrongSure: number }>();
  const times: number[] = [];
  for (const picture of limited(await picturesOf(row, options), options.limit)) {
    const read = await recognizeFile(await picture.open(), reader, { expectation });
    const numbers = read.ok ? read.value.numbers : [];
    if (read.ok) times.push(read.value.elapsedMs);
    const part = parts.get(picture.part) ?? { count: 0, right: 0, wrongSure: 0 };
    const isWrong = !isRight(numbers, picture);
    const isSure = numbers.some(({ verdict, text }) => verdict === 'sure' && text !== picture.label);
    parts.set(picture.part, {
      count: part.count + 1,
      right: part.right + (isWrong ? 0 : 1),
      wrongSure: part.wrongSure + (isWrong && isSure ? 1 : 0),
    });
  }
  const counted = [...parts].map(([name, part]): CountedPart => ({ name, ...part }));
  for (const { name, right, count, wrongSure } of counted)
    process.stderr.write(`${name}: ${right} of ${count}, ${wrongSure} wrong and sure\n`);
  const medianMs = times.sort((a, b) => a - b)[times.length >> 1] ?? 0;
  return { ...countedReport(counted), medianMs: Math.round(medianMs), stage: row.stage };
}

async function picturesOf({ asks }: PlateSuite, options: SourceOptions): Promise<readonly CodePicture[]> {
  if (asks === 'codes') return written(options);
  const folder = folderOf(PLATES, options.cache);
  const isPhoto = asks === 'found' || asks === 'photos';
  const rows = readCsv(await readFile(join(folder, isPhoto ? 'photos.csv' : 'labels.csv'), 'utf8'));
  return rows.map(({ file = '', label = '', country = '', x, y, width, height }): CodePicture => {
    const path = join(folder, isPhoto ? 'photos' : 'images', file);
    return {
      part: COUNTRIES[country as keyof typeof COUNTRIES] ?? country,
      label,
      ...(isPhoto && { box: { x: Number(x), y: Number(y), width: Number(width), height: Number(height) } }),
      open: async () => new File([new Uint8Array(await readFile(path))], basename(path)),
    };
  });
}

async function written(options: SourceOptions): Promise<readonly CodePicture[]> {
  const strokes = join(folderOf(LETTERS, options.cache), 'letters-strokes.jsonl.gz');
  const letters = await readPenDigits(strokes, (writer) => Number(writer.slice(1)) >= FIRST_HELD_BACK, /^[A-Z]$/);
  const codes = penCodes(letters, await openPenDigits(DIGITS, options));
  return codes.map(({ label, open }) => ({ part: 'codes', label, open }));
}

function textOf(numbers: Numbers): string {
  return numbers.map(({ text }) => text).join('');
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}

function isAt({ box }: RecognizedNumber, wanted: Box | undefined): boolean {
  return wanted !== undefined && intersectionOverUnion(box, wanted) >= FOUND;
}
