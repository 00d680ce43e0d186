import { expect, test } from '@playwright/test';
import { MOST_MS, runFuzz } from '../scripts/fuzz/run-fuzz';
import { IMAGE_FORMATS } from '../src/contract/image-formats';

const FILES = 250;

test('of damaged files of every format none hangs, throws or takes the page with it', async () => {
  test.setTimeout(180_000);
  const report = await runFuzz({ count: FILES, seed: 'a few of them' });
  expect(report.uncaught, 'errors that nothing caught').toEqual([]);
  expect(report.files).toBe(FILES);
  const extensions = IMAGE_FORMATS.map((format) => format.extensions[0].slice(1));
  expect(Object.keys(report.outcomes).sort(), 'each format was damaged').toEqual(extensions.sort());
  expect(report.findings, `threw, or took more than ${MOST_MS} ms`).toEqual([]);
});
