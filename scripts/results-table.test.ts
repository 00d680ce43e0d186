import { describe, expect, it } from 'vitest';
import type { CheckFigures } from '../src/app/pages/model/card-files';
import type { NumberFigures } from '../src/cli/score-numbers';
import {
  casesWords,
  insertBetweenMarkers,
  MARKERS,
  resultsWords,
  type SetReport,
  type SuiteReport,
  summaryWords,
} from './results-table';

const MNIST: SetReport = {
  group: 'sets',
  name: 'MNIST, classifier',
  split: 'test part',
  kind: 'singles',
  stage: 'classifier',
  count: 10_000,
  exact: 0.9957,
  digitAccuracy: 0.9957,
  wilson95: [0.9942, 0.9968],
  blank: 0,
  medianMs: 3.21,
  calibrationError: 0.004,
  sureShare: 0.98,
  checkShare: 0.02,
  sureAccuracy: 0.999,
  reliability: [],
};

const TOGETHER: SuiteReport = {
  group: 'together',
  name: 'all sets',
  split: 'every digit',
  count: 20_000,
  calibrationError: 0.0061,
  sureShare: 0.95,
  checkShare: 0.05,
  sureAccuracy: 0.9981,
  reliability: [],
};

const PAGES: CheckFigures = {
  group: 'empty',
  name: 'pages',
  split: 'drawn',
  count: 200,
  exact: 0.95,
  wilson95: [0.91, 0.973],
  withSureDigit: 0.005,
  parts: [
    { name: 'paper', count: 100, exact: 1, wilson95: [0.963, 1], withSureDigit: 0 },
    { name: 'words', count: 100, exact: 0.9, wilson95: [0.826, 0.945], withSureDigit: 0.01 },
  ],
};

describe('resultsWords', () => {
  it('says so when nothing has been measured', () => {
    expect(resultsWords([])).toMatch(/^No figures/);
  });

  it('writes rates as percentages with the interval', () => {
    expect(resultsWords([MNIST]).split('\n').at(-1)).toBe(
      '| MNIST, classifier | test part | 10,000 | 99.57 % (99.42 %-99.68 %) | 99.57 % | 0.0 % | 3.2 ms |',
    );
  });

  it('has a row for each suite whose numbers were judged, and says where none was sure', () => {
    const counts = { pictures: 100, right: 90, sure: 80, sureAndRight: 79 };
    const numbers: NumberFigures = {
      sureShare: 0.8,
      sureRight: 0.9875,
      sureRightWilson95: [0.932, 0.998],
      rightButChecked: 0.122,
      counts,
    };
    const none: NumberFigures = { ...numbers, sureShare: 0, sureRight: null, sureRightWilson95: null };
    const words = resultsWords([{ ...MNIST, numbers }, TOGETHER, { ...PAGES, numbers: none }]);
    expect(words).toContain('| MNIST, classifier | 80.0 % | 98.75 % (93.2 %-99.8 %) | 12.2 % |');
    expect(words).toContain('| pages | 0.0 % | - | 12.2 % |');
    expect(resultsWords([MNIST, TOGETHER, PAGES])).not.toContain('whole numbers');
  });

  it('says how the cases came out, kind by kind', () => {
    const counts = { pictures: 3, right: 2, withWrongSure: 1 };
    expect(casesWords({ ...counts, kinds: [{ kind: 'percent', ...counts }] })).toBe(
      "Pictures that people have trouble with: 2 of 3 right; a wrong number marked 'sure' in 1. By kind: percent 2 of 3.",
    );
  });

  it('writes what the confidence is worth as a sentence', () => {
    expect(resultsWords([MNIST, TOGETHER]).split('\n').at(-1)).toBe(
      "Confidence, all sets (every digit): expected calibration error 0.61 %; 95.0 % of the digits are marked 'sure', of which 99.81 % are right; 5.0 % are marked 'check'.",
    );
  });

  it('writes a check with its parts, and where a digit was sure that should not be there', () => {
    expect(resultsWords([MNIST, PAGES]).split('\n').at(-1)).toBe(
      "| pages; drawn | 200 | 95.0 % (91.0 %-97.3 %) nothing read, 0.5 % with a 'sure' digit | paper 100.0 %; words 90.0 %, 1.0 % with a 'sure' digit |",
    );
  });
});

describe('summaryWords', () => {
  it('has a short row for each report, and says what is right where nothing is to be read', () => {
    expect(summaryWords([MNIST, PAGES]).split('\n').slice(2)).toEqual([
      '| MNIST, classifier | 10,000 | 99.57 % (99.42 %-99.68 %) |',
      '| pages | 200 | 95.0 % (91.0 %-97.3 %) nothing read |',
    ]);
    expect(summaryWords([])).toMatch(/^No figures/);
  });
});

describe('insertBetweenMarkers', () => {
  it('replaces what stood there and changes nothing the second time', () => {
    const readme = `# Title\n${MARKERS.begin}\nold\n${MARKERS.end}\nrest\n`;
    const once = insertBetweenMarkers(readme, 'new');
    expect(once).toContain(`${MARKERS.begin}\n\nnew\n\n${MARKERS.end}\nrest`);
    expect(insertBetweenMarkers(once ?? '', 'new')).toBe(once);
  });

  it('refuses a document without markers', () => {
    expect(insertBetweenMarkers('# Title\n', 'new')).toBeUndefined();
  });
});
