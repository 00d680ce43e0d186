import { expect, it } from 'vitest';
import type { Recognition } from '../contract/recognition';
import type { TableLabels } from '../contract/recognized-table';
import { correctedReading, noCorrections, redo, undo, withEdit } from './corrections';
import type { Edit } from './edit';
import { readingText } from './fixed-reading';
import { cellText, fixedTables } from './fixed-table';
import { labelledTable } from './test-reading';

function sheetOf(page: Recognition, ...edits: readonly Edit[]) {
  const corrections = edits.reduce((done, edit) => withEdit(page, done, edit), noCorrections(page));
  const reading = correctedReading(page, corrections);
  const [table] = fixedTables(reading);
  return {
    rows: table!.rows.map((cells) => cells.map(cellText).join('|')),
    names: table!.columns.map(({ name }) => name),
    text: readingText(reading),
    left: reading.labels.length,
    corrections,
  };
}

const BACK: Edit = { kind: 'bring-back', table: 0 };
const ALL = ['|1|2|3', '10|7|18|40', '11|9||38'];

it('a row of labels names the columns and a column of labels goes, both out of the text', () => {
  const page = labelledTable(ALL, { inRow: true, inColumn: true });
  expect(sheetOf(page)).toMatchObject({ rows: ['7|18|40', '9||38'], names: ['1', '2', '3'], left: 5 });
  expect(sheetOf(page).text).toBe(page.text);
  expect(page.text).toBe('7 18 40\n9 38');
});

it('labels that the reader is not sure of name nothing', () => {
  const page = labelledTable(['1?|2', '7|18', '9|38'], { inRow: true, inColumn: false });
  expect(sheetOf(page)).toMatchObject({ rows: ['7|18', '9|38'], names: ['', ''] });
});

it.each<[string, TableLabels]>([
  ['a row', { inRow: true, inColumn: false }],
  ['a column', { inRow: false, inColumn: true }],
  ['both', { inRow: true, inColumn: true }],
])('%s of labels is data again when it is brought back, in one step that can be undone', (_, labels) => {
  const page = labelledTable(ALL, labels);
  const before = sheetOf(page);
  const back = sheetOf(page, BACK);
  expect(back).toMatchObject({ rows: ALL, names: ['', '', '', ''], left: 0, text: '1 2 3\n10 7 18 40\n11 9 38' });
  const undone = undo(back.corrections);
  expect(correctedReading(page, undone)).toEqual(correctedReading(page, before.corrections));
  expect(correctedReading(page, redo(undone))).toEqual(correctedReading(page, back.corrections));
});

it('labels come back around rows and columns that were added, taken out and named since', () => {
  const page = labelledTable(ALL, { inRow: true, inColumn: true });
  const edits: readonly Edit[] = [
    { kind: 'add-row', table: 0, at: 1 },
    { kind: 'add-column', table: 0, at: 3 },
    { kind: 'remove-column', table: 0, at: 0 },
    { kind: 'name-column', table: 0, column: 0, name: 'Mark' },
  ];
  const { rows, names } = sheetOf(page, ...edits, BACK);
  expect(rows).toEqual(['|2|3|', '10|18|40|', '|||', '11||38|']);
  expect(names).toEqual(['', 'Mark', '', '']);
  const ids = correctedReading(page, sheetOf(page, ...edits, BACK).corrections).tables[0]!.rows.flat();
  expect(new Set(ids.map(({ id }) => id)).size).toBe(ids.length);
});

it('a second time brings nothing back', () => {
  const page = labelledTable(ALL, { inRow: true, inColumn: false });
  expect(sheetOf(page, BACK, BACK).corrections.edits).toEqual([BACK]);
});
