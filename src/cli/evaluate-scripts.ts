import {
  DEFAULT_SCRIPT,
  type NumeralScriptId,
  type ScriptChoice,
  SHARED_FORMS,
  scriptRow,
} from '../contract/numeral-scripts';
import type { RecognizedNumber } from '../contract/recognition';
import type { Reader } from '../reading/reader';
import { inScript } from '../recognizer/in-script';
import { evaluateClassifier, evaluatePipeline } from './evaluate-stages';
import type { ScriptSuite } from './evaluation-suite';
import type { LabelledPicture } from './labelled-set';
import { scriptNumbers } from './made-sets/script-numbers';
import { readAll } from './read-all';
import { recognizeFile } from './recognize-file';
import { SCRIPT_SETS } from './script-suites';
import { limited } from './select-pictures';
import { type CountedPart, countedReport, partedReport, type ScoredPart } from './suite-report';
import { openSource, type SourceOptions } from './suite-sources';

type OtherScript = keyof typeof SCRIPT_SETS;

const OTHER_SCRIPTS = Object.keys(SCRIPT_SETS) as OtherScript[];

/** One part a script. */
export async function evaluateScripts(row: ScriptSuite, reader: Reader, options: SourceOptions): Promise<object> {
  if (row.asks === 'choice') return { ...countedReport(await toldScripts(reader, options)), stage: row.stage };
  const scored: ScoredPart[] = [];
  for (const script of OTHER_SCRIPTS) {
    const { name } = scriptRow(script);
    process.stderr.write(`${name}: `);
    const pictures = await picturesOf(row, script, options);
    const own = await opened(reader, script);
    const read = row.stage === 'classifier' ? evaluateClassifier(pictures, own) : evaluatePipeline(pictures, own);
    scored.push({ name, pictures: await readAll(read, pictures.length) });
  }
  return { ...partedReport(row.group, scored), stage: row.stage };
}

async function picturesOf(
  { asks }: Pick<ScriptSuite, 'asks'>,
  script: OtherScript,
  options: SourceOptions,
): Promise<LabelledPicture[]> {
  const heldBack = (folder: string) =>
    openSource({ folder, only: `training/splits/${folder}-test.txt` }, { ...options, limit: undefined });
  const sets = await Promise.all(SCRIPT_SETS[script].map(heldBack));
  return limited(asks === 'digits' ? sets.flat() : scriptNumbers(script, sets), options.limit);
}

async function toldScripts(reader: Reader, options: SourceOptions): Promise<CountedPart[]> {
  const choosing = await opened(reader, 'auto');
  const parts: CountedPart[] = [];
  for (const script of OTHER_SCRIPTS) {
    const pictures = await picturesOf({ asks: 'choice' }, script, options);
    let [right, wrongSure] = [0, 0];
    for (const picture of pictures) {
      const read = await recognizeFile(await picture.open(), choosing);
      const numbers = read.ok ? read.value.numbers : [];
      const wrong = numbers.filter((number) => !isToldRightly(number, script, picture.label));
      if (numbers.length > 0 && wrong.length === 0) right += 1;
      if (wrong.some(({ verdict }) => verdict === 'sure')) wrongSure += 1;
    }
    const { name } = scriptRow(script);
    process.stderr.write(`${name}: ${right} of ${pictures.length}, ${wrongSure} of another script and sure\n`);
    parts.push({ name, count: pictures.length, right, wrongSure });
  }
  return parts;
}

/** A number all of whose digits two scripts write alike is told rightly as either. */
export function isToldRightly(
  number: Pick<RecognizedNumber, 'scripts'>,
  script: NumeralScriptId,
  label: string,
): boolean {
  const told = number.scripts?.[0] ?? DEFAULT_SCRIPT;
  const isShared = [...label].every((digit) => SHARED_FORMS.labels.includes(Number(digit)));
  return told === script || (isShared && [told, script].every((id) => SHARED_FORMS.scripts.includes(id)));
}

async function opened(reader: Reader, script: ScriptChoice) {
  const own = await inScript(reader, script);
  if (!own.ok) throw new Error(`the model of ${script} is missing: ${own.failure.kind}`);
  return own.value;
}
