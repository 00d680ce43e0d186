import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { makeCorpus } from './fuzz/corpus';
import { mutant } from './fuzz/mutant';
import { runFuzz } from './fuzz/run-fuzz';
import { writeReport } from './write-report';

const USAGE = `Damages pictures of every format and hands them to the app's intake and decoders, in a real Chromium.

usage: npm run -s fuzz -- [--files N] [--minutes N] [--seed WORDS] [--write FILE] [--show N]

  --files N     how many (default: 20000)
  --minutes N   ends after so many minutes, however many files are done
  --seed WORDS  the same words give the same files (default: numbers)
  --write FILE  writes the figures as JSON
  --show N      only writes file number N of this seed to the working folder

Fails when a file throws or takes longer than 5 seconds.
`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      files: { type: 'string', default: '20000' },
      minutes: { type: 'string', default: 'Infinity' },
      seed: { type: 'string', default: 'numbers' },
      write: { type: 'string' },
      show: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stderr.write(USAGE);
    return;
  }
  if (values.show !== undefined) {
    const { name, bytes } = mutant(await makeCorpus(), values.seed, Number(values.show));
    writeFileSync(path.resolve(`${values.show}-${name}`), bytes);
    return;
  }
  const onProgress = (done: number) => done % 1000 === 0 && process.stderr.write(`${done} files\n`);
  const report = await runFuzz({
    count: Number(values.files),
    mostMinutes: Number(values.minutes),
    seed: values.seed,
    onProgress,
  });
  writeReport(report, values.write);
  if (report.findings.length + report.uncaught.length > 0) process.exitCode = 1;
}

await main();
