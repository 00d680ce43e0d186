import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type CaseReading, expectedCase, isCaseRight, wrongButSure } from '../src/cli/compare-case';
import { endWithReader } from '../src/cli/end-with-reader';
import { nodeReaderOptions, SHIPPED_MODELS } from '../src/cli/node-reader-options';
import { pagesOf } from '../src/cli/pages-of';
import { keepStandardOutputClean } from '../src/cli/quiet-console';
import { limited } from '../src/cli/select-pictures';
import { weightsId } from '../src/cli/weights-id';
import type { Recognition } from '../src/contract/recognition';
import { success } from '../src/contract/result';
import { acceptFile } from '../src/intake/accept-file';
import type { Reader } from '../src/reading/reader';
import { openReader } from '../src/recognizer/open-reader';
import { recognizePicture } from '../src/recognizer/recognize';
import { type CaseRow, readCases } from './read-cases';

const ROOT = path.resolve(import.meta.dirname, '..');
const SUMMARY = path.join(ROOT, 'training/results/cases/summary.json');

const USAGE = `Reads pictures that people have trouble with and compares them with what a person reads.

usage: npm run -s measure:cases -- [--cases DIR] [--kind WORDS] [--limit N] [--write]

  --cases DIR   folder with cases.csv (file,kind,expected) and the pictures (default: ../shared/cases)
  --kind WORDS  only cases whose kind contains these words
  --limit N     only the first N
  --write       writes the figures, by kind, to training/results/cases/summary.json
`;

const COLUMNS = ['right', 'file', 'kind', 'expected', 'read', 'sure and wrong'];

interface MeasuredCase {
  readonly file: string;
  readonly kind: string;
  readonly expected: string;
  readonly read: string;
  readonly isRight: boolean;
  readonly wrongButSure: readonly string[];
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      cases: { type: 'string', default: path.join(ROOT, '../shared/cases') },
      kind: { type: 'string', default: '' },
      limit: { type: 'string' },
      write: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stderr.write(USAGE);
    return;
  }
  const cases = await readCases(values.cases);
  if (!cases) return;
  const all = cases.filter(({ kind = '' }) => kind.includes(values.kind));
  const summary = await measure(limited(all, values.limit), values.cases);
  for (const row of [...summary.kinds, { ...summary, kind: 'all' }]) process.stdout.write(`${kindWords(row)}\n`);
  if (!values.write) return;
  await mkdir(path.dirname(SUMMARY), { recursive: true });
  await writeFile(SUMMARY, `${JSON.stringify(summary, null, 2)}\n`);
}

/** Reads case after case, printing a row of the table each. */
async function measure(rows: readonly CaseRow[], folder: string) {
  const opened = await openReader(nodeReaderOptions({}));
  if (!opened.ok) throw new Error(opened.failure.detail ?? opened.failure.kind);
  process.stdout.write(`${COLUMNS.join('\t')}\n`);
  const measured: MeasuredCase[] = [];
  for (const row of rows) {
    const found = await measuredCase(row, folder, opened.value);
    measured.push(found);
    process.stdout.write(`${tableRow(found)}\n`);
  }
  const { modelVersion } = opened.value;
  opened.value.dispose();
  const names = [...new Set(measured.map(({ kind }) => kind))].sort();
  const kinds = names.map((kind) => ({ kind, ...counts(measured.filter((one) => one.kind === kind)) }));
  return { ...counts(measured), modelVersion, weights: await weightsId(SHIPPED_MODELS), kinds };
}

async function measuredCase(
  { file = '', kind = '', expected = '' }: CaseRow,
  folder: string,
  reader: Reader,
): Promise<MeasuredCase> {
  const picture = new File([new Uint8Array(await readFile(path.join(folder, file)))], path.basename(file));
  const reading = await caseReading(picture, reader);
  const wanted = expectedCase(expected);
  return {
    file,
    // What stands after a comma is about this picture alone.
    kind: kind.split(',')[0]!,
    expected,
    read: reading.failure ?? reading.text,
    isRight: isCaseRight(wanted, reading),
    wrongButSure: wrongButSure(wanted, reading),
  };
}

/** What is read on all pages; why not, where a page is refused. */
async function caseReading(picture: File, reader: Reader): Promise<CaseReading> {
  const accepted = await acceptFile(picture);
  if (!accepted.ok) return { text: '', numbers: [], failure: accepted.failure.kind };
  const readings: Recognition[] = [];
  for (const page of await pagesOf(accepted.value.image)) {
    const read = await recognizePicture(page, async () => success(reader));
    if (!read.ok) return { text: '', numbers: [], failure: read.failure.kind };
    readings.push(read.value);
  }
  return { text: readings.map(({ text }) => text).join('\n'), numbers: readings.flatMap(({ numbers }) => numbers) };
}

function counts(cases: readonly MeasuredCase[]) {
  return {
    pictures: cases.length,
    right: cases.filter(({ isRight }) => isRight).length,
    withWrongSure: cases.filter((one) => one.wrongButSure.length > 0).length,
  };
}

function tableRow({ file, kind, expected, read, isRight, wrongButSure: wrong }: MeasuredCase): string {
  const oneLine = (text: string) => text.replaceAll('\n', ' | ') || '-';
  const cells = [isRight ? 'yes' : 'NO', file, kind, oneLine(expected), oneLine(read), wrong.join(' ') || '-'];
  return cells.join('\t');
}

function kindWords({ kind, pictures, right, withWrongSure }: { readonly kind: string } & ReturnType<typeof counts>) {
  return `${`${right}/${pictures}`.padStart(6)}  ${kind}${withWrongSure > 0 ? `  (${withWrongSure} with a wrong 'sure')` : ''}`;
}

endWithReader();
keepStandardOutputClean();
await main();
