import { describe, expect, it } from 'vitest';
import { alignLabel } from './align-label';
import { searchLabels } from './search-labels';

/** Log probabilities of columns, each over 'a', 'b' and the blank. */
const logsOf = (...columns: readonly (readonly [number, number, number])[]) =>
  Float32Array.from(columns.flat().map(Math.log));

/** Every way to spell a label, summed up one by one. */
function probabilityOf(logs: Float32Array, label: string): number {
  const columns = logs.length / 3;
  let sum = 0;
  for (let path = 0; path < 3 ** columns; path++) {
    const outputs = Array.from({ length: columns }, (_, column) => Math.floor(path / 3 ** column) % 3);
    const spelled = outputs.filter((output, at) => output !== 2 && output !== outputs[at - 1]).join('');
    if (spelled === label) sum += Math.exp(outputs.reduce((log, output, at) => log + logs[at * 3 + output]!, 0));
  }
  return sum;
}

describe('searchLabels', () => {
  const logs = logsOf([0.6, 0.3, 0.1], [0.2, 0.5, 0.3], [0.4, 0.2, 0.4], [0.1, 0.1, 0.8]);

  it('sums the probability of a label over all the ways to spell it', () => {
    for (const { indexes, probability } of searchLabels(logs, 3, 4)) {
      expect(probability).toBeCloseTo(probabilityOf(logs, indexes.join('')), 5);
    }
  });

  it('gives the most probable labels first', () => {
    const found = searchLabels(logs, 3, 5).map(({ probability }) => probability);
    expect(found).toEqual([...found].sort((a, b) => b - a));
    const all = ['', '0', '1', '01', '10', '010', '101', '00', '11'].map((label) => probabilityOf(logs, label));
    expect(found[0]).toBeCloseTo(Math.max(...all), 5);
  });

  it('tells a repeated character from a long one by the blank between', () => {
    const repeated = logsOf([0.98, 0.01, 0.01], [0.01, 0.01, 0.98], [0.98, 0.01, 0.01]);
    expect(searchLabels(repeated, 3, 1)[0]?.indexes).toEqual([0, 0]);
    expect(searchLabels(logsOf([0.98, 0.01, 0.01], [0.98, 0.01, 0.01]), 3, 1)[0]?.indexes).toEqual([0]);
  });
});

describe('alignLabel', () => {
  it('gives each character the columns where it stands', () => {
    const logs = logsOf(
      [0.01, 0.01, 0.98],
      [0.98, 0.01, 0.01],
      [0.9, 0.01, 0.09],
      [0.01, 0.01, 0.98],
      [0.01, 0.98, 0.01],
    );
    expect(alignLabel(logs, 3, [0, 1])).toEqual([
      { first: 1, last: 2 },
      { first: 4, last: 4 },
    ]);
  });

  it('gives none when there are too few columns', () => {
    expect(alignLabel(logsOf([0.5, 0.3, 0.2]), 3, [0, 1, 0])).toEqual([]);
  });
});
