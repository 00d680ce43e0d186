import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { SIZE_CHANGES } from '../src/cli/changed-picture';
import { endWithReader } from '../src/cli/end-with-reader';
import { evaluateChanges } from '../src/cli/evaluate-changes';
import type { LabelledPicture } from '../src/cli/labelled-set';
import { nodeReaderOptions, SHIPPED_MODELS } from '../src/cli/node-reader-options';
import { keepStandardOutputClean } from '../src/cli/quiet-console';
import { isRight } from '../src/cli/score';
import { limited } from '../src/cli/select-pictures';
import { weightsId } from '../src/cli/weights-id';
import { openReader } from '../src/recognizer/open-reader';
import { readCases } from './read-cases';

const ROOT = path.resolve(import.meta.dirname, '..');
const SUMMARY = path.join(ROOT, 'training/results/cases/scales.json');
/** Larger pictures are shrunk before they are read, so that other sizes of them say nothing. */
const LARGEST_BYTES = 20_000_000;

const USAGE = `Reads pictures at other sizes and with more paper around them; each must give the text that it gives as it is.

usage: npm run -s measure:scales -- [--cases DIR] [--limit N] [--write]

  --cases DIR  folder with cases.csv (file,kind,expected) and the pictures (default: ../shared/cases)
  --limit N    only the first N
  --write      writes the figures to training/results/cases/scales.json
`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      cases: { type: 'string', default: path.join(ROOT, '../shared/cases') },
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
  const rows = limited(cases, values.limit);
  const summary = await measure(rows.map(({ file = '' }) => caseOf(values.cases, file)));
  for (const { change, pictures, same } of summary.changes) process.stdout.write(`${same}/${pictures}\t${change}\n`);
  if (!values.write) return;
  await mkdir(path.dirname(SUMMARY), { recursive: true });
  await writeFile(SUMMARY, `${JSON.stringify(summary, null, 2)}\n`);
}

function caseOf(folder: string, file: string): LabelledPicture {
  const open = async () => new File([new Uint8Array(await readFile(path.join(folder, file)))], path.basename(file));
  return { name: file, label: '', open };
}

/** Reads every picture in every size, printing where the text changes. */
async function measure(cases: readonly LabelledPicture[]) {
  const opened = await openReader(nodeReaderOptions({}));
  if (!opened.ok) throw new Error(opened.failure.detail ?? opened.failure.kind);
  const sizes = await Promise.all(cases.map(async (one) => ({ one, bytes: (await one.open()).size })));
  const small = sizes.filter(({ bytes }) => bytes <= LARGEST_BYTES).map(({ one }) => one);
  const counts = new Map(SIZE_CHANGES.map(({ name }) => [name, { pictures: 0, same: 0 }]));
  for await (const { change, picture } of evaluateChanges(small, opened.value, SIZE_CHANGES)) {
    const count = counts.get(change)!;
    count.pictures += 1;
    if (isRight(picture)) count.same += 1;
    else process.stdout.write(`${picture.name}\t${oneLine(picture.label)} -> ${oneLine(picture.text)}\n`);
  }
  const { modelVersion } = opened.value;
  opened.value.dispose();
  const changes = [...counts].map(([change, count]) => ({ change, ...count }));
  return { modelVersion, weights: await weightsId(SHIPPED_MODELS), changes };
}

function oneLine(text: string | undefined): string {
  return (text ?? '').replaceAll('\n', ' | ') || '-';
}

endWithReader();
keepStandardOutputClean();
await main();
