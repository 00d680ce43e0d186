import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { CODE_PATTERNS } from '../contract/code-patterns';
import { type Expectation, NUMBER_CONVENTION_IDS } from '../contract/expectation';
import { SCRIPT_CHOICES, type ScriptChoice } from '../contract/numeral-scripts';
import { DIGIT_COUNTS, EXPECTATIONS } from '../corrections/expectations';
import { JSON_VERSION, recognitionJson } from '../export/recognition-json';
import { acceptFile } from '../intake/accept-file';
import { LocalRecognizer } from '../recognizer/local-recognizer';
import type { ReadingWishes } from '../recognizer/recognize';
import { endWithReader } from './end-with-reader';
import { nodeReaderOptions } from './node-reader-options';
import { pagesOf } from './pages-of';
import { keepStandardOutputClean } from './quiet-console';

/** What can be asked for by name; a number of digits is asked for by the number. */
const CHOICES = EXPECTATIONS.map(({ id }) => id).filter((id) => id !== 'digits');

const USAGE = `Reads handwritten numbers in pictures: one JSON object per line, for each picture or page.

usage: npm run -s recognize -- [--expect WHAT] [--country ID] [--numbers HOW] [--script ID] [--backend wasm|cpu] [--models DIR] FILE...

  --expect WHAT   the expected format of every number: a number of digits, or one of
                  ${CHOICES.join('\n                  ')};
                  chooses among plausible readings and reports in the JSON what it changed;
                  digits-only leaves out points, commas and other marks
  --country ID    whose number plates are expected, which settles O and 0: ${CODE_PATTERNS.map(({ id }) => id).join(', ')}
  --numbers HOW   the separators, which decide what 1,234 means: ${NUMBER_CONVENTION_IDS.join(', ')}
  --script ID     the numeral script: ${SCRIPT_CHOICES.join('|')}
                  (default: latin; auto tells the script of each number)
`;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      backend: { type: 'string' },
      expect: { type: 'string' },
      models: { type: 'string' },
      numbers: { type: 'string' },
      country: { type: 'string' },
      script: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help || positionals.length === 0) {
    process.stderr.write(USAGE);
    return values.help ? 0 : 2;
  }
  const expectation = {
    ...readExpectation(values.expect),
    ...readConvention(values.numbers),
    ...readCountry(values.country),
  };
  const script = readScript(values.script);
  const recognizer = new LocalRecognizer(nodeReaderOptions(values));
  let exitCode = 0;
  for (const path of positionals) {
    for await (const line of recognizeFile(recognizer, path, { expectation, script })) {
      if ('error' in line) exitCode = 1;
      process.stdout.write(`${JSON.stringify(line)}\n`);
    }
  }
  recognizer.dispose();
  return exitCode;
}

/** @throws with words for the user when nothing of that kind can be expected */
function readExpectation(text = 'anything'): Expectation {
  if (/^\d+$/.test(text)) {
    const count = Number(text);
    if (count >= DIGIT_COUNTS.fewest && count <= DIGIT_COUNTS.most) return { id: 'digits', count };
  }
  const id = CHOICES.find((choice) => choice === text);
  if (id) return { id };
  throw new Error(
    `--expect ${text}: use a number of digits (${DIGIT_COUNTS.fewest} to ${DIGIT_COUNTS.most}) or one of ${CHOICES.join(', ')}`,
  );
}

/** @throws with words for the user when numbers are written in no such way */
function readConvention(text?: string): Pick<Expectation, 'convention'> {
  if (text === undefined) return {};
  const convention = NUMBER_CONVENTION_IDS.find((id) => id === text);
  if (convention) return { convention };
  throw new Error(`--numbers ${text}: use one of ${NUMBER_CONVENTION_IDS.join(', ')}`);
}

/** @throws with words for the user when no plates of such a country are known */
function readCountry(text?: string): Pick<Expectation, 'pattern'> {
  if (text === undefined) return {};
  const row = CODE_PATTERNS.find(({ id }) => id.toLowerCase() === text.toLowerCase());
  if (row) return { pattern: row.id };
  throw new Error(`--country ${text}: use one of ${CODE_PATTERNS.map(({ id }) => id).join(', ')}`);
}

/** @throws with words for the user when no such script is read */
function readScript(text?: string): ScriptChoice | undefined {
  const script = SCRIPT_CHOICES.find((id) => id === text);
  if (text === undefined || script) return script;
  throw new Error(`--script ${text}: use one of ${SCRIPT_CHOICES.join(', ')}`);
}

/** An object for each page of the file. */
async function* recognizeFile(
  recognizer: LocalRecognizer,
  path: string,
  wishes: ReadingWishes,
): AsyncGenerator<object> {
  try {
    const file = new File([new Uint8Array(await readFile(path))], basename(path));
    const accepted = await acceptFile(file);
    if (!accepted.ok) {
      yield recognitionJson(path, accepted);
      return;
    }
    for (const image of await pagesOf(accepted.value.image)) {
      const read = recognitionJson(path, await recognizer.run('recognize', { image, ...wishes }));
      yield image.page === undefined ? read : { page: image.page + 1, ...read };
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    // The one failure that the recognizer never sees: there is no such file, or it may not be read.
    yield {
      version: JSON_VERSION,
      file: path,
      error: { kind: 'undecodable', message: `“${path}” could not be opened: ${error.message}` },
    };
  }
}

endWithReader();
keepStandardOutputClean();
try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
