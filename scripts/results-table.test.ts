import { describe, expect, it } from 'vitest';
import { insertBetweenMarkers, MARKERS, resultsTable } from './results-table';

const MNIST = {
  name: 'MNIST, classifier',
  split: 'test part',
  count: 10_000,
  exact: 0.9957,
  digitAccuracy: 0.9957,
  wilson95: [0.9942, 0.9968],
  blank: 0,
  medianMs: 3.21,
} as const;

describe('resultsTable', () => {
  it('says so when nothing has been measured', () => {
    expect(resultsTable([])).toMatch(/^No figures/);
  });

  it('writes rates as percentages with the interval', () => {
    expect(resultsTable([MNIST]).split('\n').at(-1)).toBe(
      '| MNIST, classifier | test part | 10,000 | 99.57 % (99.42 %-99.68 %) | 99.57 % | 0.0 % | 3.2 ms |',
    );
  });
});

describe('insertBetweenMarkers', () => {
  it('replaces what stood there and changes nothing the second time', () => {
    const readme = `# Title\n${MARKERS.begin}\nold\n${MARKERS.end}\nrest\n`;
    const once = insertBetweenMarkers(readme, 'new');
    expect(once).toContain(`${MARKERS.begin}\n\nnew\n\n${MARKERS.end}\nrest`);
    expect(insertBetweenMarkers(once ?? '', 'new')).toBe(once);
  });

  it('refuses a README without markers', () => {
    expect(insertBetweenMarkers('# Title\n', 'new')).toBeUndefined();
  });
});
