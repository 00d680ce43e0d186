import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from './fixtures';
import { readPictureSamples } from './samples';

const PICTURES = 20;

function recognizeInNode(files: readonly string[]): string[][] {
  const output = execFileSync(process.execPath, ['--import', 'tsx', 'src/cli/recognize.ts', ...files], {
    cwd: path.resolve(import.meta.dirname, '..'),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return output
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { lines: string[] }).lines);
}

test(`the page and the command line read ${PICTURES} pictures in the same words`, async ({ reader }) => {
  test.setTimeout(240_000);
  const samples = readPictureSamples();
  expect(samples.length).toBeGreaterThanOrEqual(PICTURES);
  const inNode = recognizeInNode(samples.map((picture) => picture.path));
  await reader.open();
  for (const [index, { file, path: picture }] of samples.entries()) {
    expect.soft(await reader.read(picture), file).toEqual(inNode[index]);
  }
});
