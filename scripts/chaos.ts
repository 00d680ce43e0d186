import { parseArgs } from 'node:util';
import { runChaos } from './chaos/run-chaos';
import { withBuiltSite } from './with-built-site';
import { writeReport } from './write-report';

const USAGE = `Reads a batch in a real Chromium while workers are killed, WebGL is lost, the disk is full, pages are reloaded,
files are no pictures, and reading is paused and canceled.

usage: npm run -s chaos -- [--pictures N] [--seed WORDS] [--write FILE]

  --pictures N  how many (default: 300)
  --seed WORDS  the same words give the same files and the same order of faults (default: numbers)
  --write FILE  writes the figures as JSON

Fails when a picture is neither read nor failed with a reason, is lost, is there twice or has the number of another one.
`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      pictures: { type: 'string', default: '300' },
      seed: { type: 'string', default: 'numbers' },
      write: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stderr.write(USAGE);
    return;
  }
  const report = await withBuiltSite(async ({ browser, page, url }) => ({
    ...(await runChaos(page, {
      url,
      pictures: Number(values.pictures),
      seed: values.seed,
      mostBetween: 12,
      withSeldom: true,
      onFault: (after, words) => process.stderr.write(`after ${after} pictures: ${words}\n`),
    })),
    browser: `Chromium ${browser.version()}, WebGL emulated by the processor`,
  }));
  writeReport(report, values.write);
  if (report.findings.length > 0) process.exitCode = 1;
}

await main();
