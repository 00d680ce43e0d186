import { parseArgs } from 'node:util';
import { runSoak } from './soak/run-soak';
import { withBuiltSite } from './with-built-site';
import { writeReport } from './write-report';

const USAGE = `Has one page in a real Chromium read batch after batch, and measures its memory after each.

usage: npm run -s soak -- [--pictures N] [--batch N] [--minutes N] [--seed WORDS] [--write FILE]

  --pictures N  how many (default: 2000)
  --batch N     how many at a time (default: 100)
  --minutes N   ends after so many minutes, however many pictures are read
  --seed WORDS  the same words give the same pictures (default: numbers)
  --write FILE  writes the figures as JSON

Fails when a picture is not read, or when memory grows by more than 10 % from the first tenth to the last.
`;

const MOST_GROWTH = 0.1;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      pictures: { type: 'string', default: '2000' },
      batch: { type: 'string', default: '100' },
      minutes: { type: 'string', default: 'Infinity' },
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
    ...(await runSoak({
      browser,
      page,
      url,
      pictures: Number(values.pictures),
      batchSize: Number(values.batch),
      mostMinutes: Number(values.minutes),
      seed: values.seed,
      onBatch: (count, memory) => process.stderr.write(`${count} pictures: ${JSON.stringify(memory)}\n`),
    })),
    browser: `Chromium ${browser.version()}`,
  }));
  writeReport(report, values.write);
  if (Object.values(report.growth).some((share) => share > MOST_GROWTH)) process.exitCode = 1;
}

await main();
