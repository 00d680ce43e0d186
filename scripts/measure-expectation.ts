import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { endWithReader } from '../src/cli/end-with-reader';
import { openLabelledSet } from '../src/cli/labelled-set';
import { nodeReaderOptions } from '../src/cli/node-reader-options';
import { keepStandardOutputClean } from '../src/cli/quiet-console';
import { acceptFile } from '../src/intake/accept-file';
import { LocalRecognizer } from '../src/recognizer/local-recognizer';

endWithReader();

const USAGE = `Measures what a known number of digits is worth: each picture is read freely, then with the length of its label.

usage: tsx scripts/measure-expectation.ts --set DIR [--only FILE] [--limit N]
`;

/** Pictures of one number each. All counts are of pictures. */
interface Figures {
  pictures: number;
  exactFreely: number;
  exactWithCount: number;
  /** Of the pictures whose free reading has another length: how many got the right length, and how many came out right. */
  wrongLength: number;
  fitted: number;
  fittedRight: number;
  /** Digits chosen to fit that are all marked to be checked, and those that are not; the second must stay 0. */
  marked: number;
  unmarked: number;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { set: { type: 'string' }, only: { type: 'string' }, limit: { type: 'string' } },
  });
  if (values.set === undefined) throw new Error(USAGE);
  const only = values.only === undefined ? null : new Set(readFileSync(values.only, 'utf8').split('\n'));
  const { pictures } = await openLabelledSet(values.set);
  const chosen = pictures
    .filter(({ name }) => only?.has(name) ?? true)
    .slice(0, Number(values.limit ?? pictures.length));
  const recognizer = new LocalRecognizer(nodeReaderOptions({}));
  const figures: Figures = {
    pictures: 0,
    exactFreely: 0,
    exactWithCount: 0,
    wrongLength: 0,
    fitted: 0,
    fittedRight: 0,
    marked: 0,
    unmarked: 0,
  };
  for (const { label, open } of chosen) {
    const accepted = await acceptFile(await open());
    if (!accepted.ok) continue;
    const { image } = accepted.value;
    const free = await recognizer.run('recognize', { image });
    const expectation = { id: 'digits', count: label.length } as const;
    const expected = await recognizer.run('recognize', { image, expectation });
    if (!free.ok || !expected.ok) continue;
    const isMet = expected.value.fit?.isMet === true;
    const isOtherLength = free.value.text.length !== label.length;
    figures.pictures += 1;
    figures.exactFreely += Number(free.value.text === label);
    figures.exactWithCount += Number(expected.value.text === label);
    figures.wrongLength += Number(isOtherLength);
    figures.fitted += Number(isOtherLength && isMet);
    figures.fittedRight += Number(isOtherLength && isMet && expected.value.text === label);
    const changed = expected.value.digits.filter(({ chosenToFit }) => chosenToFit !== undefined);
    figures.marked += changed.filter(({ prediction }) => prediction.verdict === 'check').length;
    figures.unmarked += changed.filter(({ prediction }) => prediction.verdict !== 'check').length;
  }
  recognizer.dispose();
  process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
}

keepStandardOutputClean();
await main();
