import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
    const options = { cache: [results], results, limit: '2', weights: 'w1' };
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
});
