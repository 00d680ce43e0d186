import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { recognitionJson } from '../export/recognition-json';
import { LocalRecognizer } from '../recognize/local-recognizer';
import { nodeReaderOptions } from './node-reader-options';
import { keepStandardOutputClean } from './quiet-console';

const USAGE = `Reads handwritten digits in pictures: one JSON object per line and file.

usage: npm run -s recognize -- [--backend wasm|cpu] [--models DIR] FILE...
`;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { backend: { type: 'string' }, models: { type: 'string' }, help: { type: 'boolean' } },
  });
  if (values.help || positionals.length === 0) {
    process.stderr.write(USAGE);
    return values.help ? 0 : 2;
  }
  const recognizer = new LocalRecognizer(nodeReaderOptions(values));
  let exitCode = 0;
  for (const path of positionals) {
    const line = await recognizeFile(recognizer, path);
    if ('error' in line) exitCode = 1;
    process.stdout.write(`${JSON.stringify(line)}\n`);
  }
  recognizer.dispose();
  return exitCode;
}

async function recognizeFile(recognizer: LocalRecognizer, path: string): Promise<object> {
  try {
    const file = new File([new Uint8Array(await readFile(path))], basename(path));
    return recognitionJson(path, await recognizer.recognize(file));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    // The one failure that the recognizer never sees: there is no such file, or it may not be read.
    return { file: path, error: { kind: 'undecodable', message: `“${path}” could not be opened: ${error.message}` } };
  }
}

keepStandardOutputClean();
try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
