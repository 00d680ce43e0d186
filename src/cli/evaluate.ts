import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { failureMessage } from '../contract/failure-words';
import { DEFAULT_SCRIPT, SCRIPT_CHOICES, type ScriptChoice } from '../contract/numeral-scripts';
import type { Reader } from '../reading/reader';
import { inScript } from '../recognizer/in-script';
import { openReader } from '../recognizer/open-reader';
import { endWithReader } from './end-with-reader';
import { evaluateSuites, STAGES } from './evaluate-suites';
import { openLabelledSet } from './labelled-set';
import { type NodeReaderChoices, nodeReaderOptions, SHIPPED_MODELS } from './node-reader-options';
import { keepStandardOutputClean } from './quiet-console';
import { readAll } from './read-all';
import { score } from './score';
import { selectPictures } from './select-pictures';
import { codeId, weightsId } from './weights-id';

const USAGE = `Measures the shipped recognizer on a labelled set: one JSON object on standard output.

usage: npm run -s evaluate -- --set DIR [options]

  --set DIR            labels.csv (file,label) with images/ or images.tar; or IDX pairs as MNIST's
  --part NAME          which IDX pair, by its prefix: train, t10k, test ...
  --script ID          ${SCRIPT_CHOICES.join(', ')} (default: ${DEFAULT_SCRIPT})
  --stage STAGE        pipeline (default): as if uploaded; classifier: the location of the one digit is given
  --label COLUMN       the column to compare with (default: label), including marks if it has any
  --split NAME         only this split: training/splits/SET-NAME.txt, or else the rows with it in the column split
  --where COLUMN=VALUE only rows with this value, can be repeated
  --only FILE          only the pictures named in this file, one name per line
  --limit N            only the first N pictures
  --predictions FILE   writes the digits and numbers read in each picture, with boxes and verdicts, as JSON lines
  --backend NAME       wasm (default) or cpu
  --models DIR         models to use instead of the shipped ones
  --json               on one line

   or: npm run -s evaluate -- --all [--cache DIR] [--suite ID]... [--limit N] [--results DIR] [--resume]

  --all                measures every suite (evaluation-suites.ts) and writes a report of each
  --cache DIR          folder with one folder per data set, can be repeated (default: .cache/data)
  --results DIR        where the reports go (default: training/results)
  --suite ID           only suites whose id contains this, can be repeated
  --resume             skips suites with a report of these weights and this code
`;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      set: { type: 'string' },
      part: { type: 'string' },
      script: { type: 'string', default: DEFAULT_SCRIPT },
      stage: { type: 'string', default: 'pipeline' },
      label: { type: 'string' },
      split: { type: 'string' },
      where: { type: 'string', multiple: true, default: [] },
      only: { type: 'string' },
      limit: { type: 'string' },
      predictions: { type: 'string' },
      backend: { type: 'string' },
      models: { type: 'string' },
      json: { type: 'boolean', default: false },
      all: { type: 'boolean', default: false },
      cache: { type: 'string', multiple: true, default: ['.cache/data'] },
      results: { type: 'string', default: 'training/results' },
      suite: { type: 'string', multiple: true, default: [''] },
      resume: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.all) {
    const { backend, models } = values;
    const options = { ...values, weights: await weightsId(models ?? SHIPPED_MODELS), code: await codeId() };
    return (await evaluateSuites(await openedReader({ backend, models }), options)) === 0 ? 0 : 1;
  }
  if (values.help || !values.set) {
    process.stderr.write(USAGE);
    return values.help ? 0 : 2;
  }
  const script = choose('--script', values.script, SCRIPT_CHOICES);
  const stage = choose('--stage', values.stage, Object.keys(STAGES) as (keyof typeof STAGES)[]);
  const set = await openLabelledSet(values.set, values);
  if (stage === 'classifier' && set.kind !== 'singles')
    throw new Error('--stage classifier needs a set of single digits');
  const pictures = await selectPictures(set, { ...values, where: columnValues(values.where) });

  const reader = await openedReader({ backend: values.backend, models: values.models }, script);
  const scored = await readAll(STAGES[stage](pictures, reader), pictures.length, values.predictions);
  const report = {
    set: set.name,
    kind: set.kind,
    ...score(scored, set.kind),
    ...(values.part !== undefined && { part: values.part }),
    ...(values.label !== undefined && { label: values.label }),
    ...(values.split !== undefined && { split: values.split }),
    ...(values.where.length > 0 && { where: values.where }),
    ...(values.only !== undefined && { only: basename(values.only) }),
    script,
    stage,
    backend: reader.backend.name,
    modelVersion: reader.modelVersion,
  };
  process.stdout.write(`${JSON.stringify(report, null, values.json ? 0 : 2)}\n`);
  return 0;
}

function columnValues(pairs: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const [column = '', ...value] = pair.split('=');
      if (column === '' || value.length === 0) throw new Error(`--where ${pair}: use COLUMN=VALUE`);
      return [column, value.join('=')];
    }),
  );
}

function choose<Choice extends string>(option: string, value: string, choices: readonly Choice[]): Choice {
  const choice = choices.find((known) => known === value);
  if (!choice) throw new Error(`${option} ${value}: use ${choices.join(' or ')}`);
  return choice;
}

async function openedReader(choices: NodeReaderChoices, script: ScriptChoice = DEFAULT_SCRIPT): Promise<Reader> {
  const latin = await openReader(nodeReaderOptions(choices));
  const opened = latin.ok ? await inScript(latin.value, script) : latin;
  if (!opened.ok) throw new Error(`${failureMessage(opened.failure)} (${opened.failure.detail ?? ''})`);
  return opened.value;
}

endWithReader();
keepStandardOutputClean();
try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
