import { expect, it, vi } from 'vitest';
import type { Glyph, Recognition } from '../contract/recognition';
import { sampleTable } from '../corrections/test-reading';
import { withLabels } from './tell-labels';

/** Here the first pixel of a glyph says what the network would. */
vi.mock('../classify/print-voice', () => ({ printLogOdds: ({ data }: Glyph) => data[0]! - 100 }));

const [PRINTED, WRITTEN] = [104, 97];

/** A table in which the numbers with these indexes are printed. */
function tableWith(rows: readonly string[], printed: readonly number[], isForeign = false): Recognition {
  const page = sampleTable(rows);
  const isPrinted = (digit: number) =>
    page.numbers.some(({ characters }, at) => printed.includes(at) && characters.some(({ index }) => index === digit));
  const digits = page.digits.map((digit, at) => ({
    ...digit,
    ...(isForeign && { script: 'persian' as const }),
    glyph: { side: 1, data: Uint8Array.of(isPrinted(at) ? PRINTED : WRITTEN) },
  }));
  return { ...page, digits };
}

const told = (page: Recognition) => {
  const { numbers, tables, text } = withLabels(page);
  return { labels: tables[0]!.labels, texts: numbers.filter(({ isLabel }) => isLabel).map((each) => each.text), text };
};

const MARKS = ['1|2|3', '12|7|40', '9|18|38'];

it('a printed row and a printed column stand in no line and in the table still', () => {
  const page = tableWith(['|1|2|3', '10|12|7|40', '11|9|18|38'], [0, 1, 2, 3, 7]);
  expect(told(page)).toEqual({
    labels: { inRow: true, inColumn: true },
    texts: ['1', '2', '3', '10', '11'],
    text: '12 7 40\n9 18 38',
  });
  expect(withLabels(page).tables[0]!.rows).toEqual(page.tables[0]!.rows);
});

it('a printed row alone', () => {
  expect(told(tableWith(MARKS, [0, 1, 2]))).toEqual({
    labels: { inRow: true, inColumn: false },
    texts: ['1', '2', '3'],
    text: '12 7 40\n9 18 38',
  });
});

it('writing in the corner between labels stays a number', () => {
  expect(told(tableWith(['25|1|2|3', '10|12|7|40', '11|9|18|38'], [1, 2, 3, 4, 8]))).toEqual({
    labels: { inRow: true, inColumn: true },
    texts: ['1', '2', '3', '10', '11'],
    text: '25\n12 7 40\n9 18 38',
  });
});

it.each<[string, Recognition]>([
  ['writing', tableWith(MARKS, [])],
  ['a table that is printed throughout', tableWith(MARKS, [0, 1, 2, 3, 4, 5, 6, 7, 8])],
  ['printed numbers among writing', tableWith(MARKS, [4, 7])],
  ['a first row that is printed in part', tableWith(MARKS, [0, 1])],
  ['a row of fewer digits than tell', tableWith(['1|2', '12|745', '9|318'], [0, 1])],
  ['other scripts', tableWith(MARKS, [0, 1, 2], true)],
])('%s: nothing is left out', (_, page) => {
  expect(withLabels(page)).toBe(page);
});
