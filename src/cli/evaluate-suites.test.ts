import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import { openReader } from '../recognizer/open-reader';
import { RESULT_GROUPS } from '../scoring/result-group';
import { evaluateSuites } from './evaluate-suites';
import { EVALUATION_SUITES } from './evaluation-suites';
import { nodeReaderOptions } from './node-reader-options';

async function reader() {
  const opened = await openReader(nodeReaderOptions({}));
  if (!opened.ok) throw new Error(opened.failure.kind);
  return opened.value;
}

async function reportOf(results: string, id: string) {
  return JSON.parse(await readFile(join(results, `${id}.json`), 'utf8')) as Record<string, unknown>;
}

describe('EVALUATION_SUITES', () => {
  it('have ids in the order of the tables, and add up only what stands before them', () => {
    const ids = EVALUATION_SUITES.map(({ id }) => id);
    expect(ids).toEqual([...ids].sort());
    expect(new Set(EVALUATION_SUITES.map(({ group }) => group))).toEqual(new Set(RESULT_GROUPS));
    for (const [place, suite] of EVALUATION_SUITES.entries())
      if ('of' in suite) for (const id of suite.of) expect(ids.slice(0, place)).toContain(id);
  });
});

describe('evaluateSuites', () => {
  it('measures made pictures part by part, adds reports up, and names what is not there', async () => {
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const results = await mkdtemp(join(tmpdir(), 'suites-'));
    const options = { cache: [results], results, limit: '2', weights: 'w1', code: 'c1' };
    const opened = await reader();

    expect(await evaluateSuites(opened, { ...options, suite: ['14-'] })).toBe(0);
    const digits = await reportOf(results, '14-european-digits');
    expect(digits).toMatchObject({ group: 'hard', count: 6, stage: 'pipeline', backend: opened.backend.name });
    expect(digits.parts).toMatchObject([{ count: 2 }, { count: 2 }, { count: 2 }]);

    const path = join(results, '14-european-digits.json');
    await writeFile(path, JSON.stringify({ ...digits, name: 'kept' }));
    const resumed = { ...options, suite: ['14-'], resume: true };
    await evaluateSuites(opened, resumed);
    expect(await reportOf(results, '14-european-digits')).toMatchObject({ name: 'kept' });
    await evaluateSuites(opened, { ...resumed, weights: 'w2' });
    expect(await reportOf(results, '14-european-digits')).toMatchObject({ name: digits.name, weights: 'w2' });
    await evaluateSuites(opened, { ...resumed, weights: 'w2', code: 'c2' });
    expect(await reportOf(results, '14-european-digits')).toMatchObject({ weights: 'w2', code: 'c2' });

    expect(await evaluateSuites(opened, { ...options, suite: ['09-dida', '15-look-alikes'] })).toBe(2);
    expect(said.mock.calls.flat().join('')).toMatch(
      /dida is in none of .*01-mnist-classifier\.json has to be measured/s,
    );

    const confusion = Array.from({ length: 10 }, (_, truth) =>
      Array.from({ length: 10 }, (_cell, read) => (truth === read ? 5 : 0)),
    );
    for (const suite of EVALUATION_SUITES)
      if (suite.how === 'set') await writeFile(join(results, `${suite.id}.json`), JSON.stringify({ confusion }));
    expect(await evaluateSuites(opened, { ...options, suite: ['15-look-alikes'] })).toBe(0);
    expect(await reportOf(results, '15-look-alikes')).toMatchObject({ group: 'hard', exact: 1, count: 5 * 40 });
    opened.dispose();
  }, 120_000);

  it('makes numbers of the pen strokes of writers that are held back', async () => {
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const results = await mkdtemp(join(tmpdir(), 'suites-'));
    const folder = join(results, 'unipen-strings');
    await mkdir(folder);
    const [name] = (await readFile('training/splits/unipen-strings-test.txt', 'utf8')).split('\n');
    await writeFile(join(folder, 'labels.csv'), `file,label,writer\n${name},46,held back\nother.png,46,trains\n`);
    const strokes = [
      { label: '1', writer: 'held back', strokes: [[5, 0, 5, 300]] },
      { label: '7', writer: 'held back', strokes: [[0, 0, 150, 0, 60, 300]] },
      { label: '3', writer: 'trains', strokes: [[0, 0, 150, 0, 60, 300]] },
    ];
    const lines = strokes.map((row) => `${JSON.stringify(row)}\n`).join('');
    await writeFile(join(folder, 'single-digit-words.strokes.jsonl.gz'), gzipSync(lines));
    const opened = await reader();
    const options = { cache: [results], results, limit: '2', weights: 'w1', code: 'c1', suite: ['35-'] };
    expect(await evaluateSuites(opened, options)).toBe(0);
    const report = await reportOf(results, '35-upright-ones');
    expect(report).toMatchObject({ group: 'hard', count: 10, numbers: { counts: { pictures: 10 } } });
    opened.dispose();
    said.mockRestore();
  }, 120_000);
});
