import { expect, it } from 'vitest';
import { correctedReading, noCorrections, undo, withEdit } from './corrections';
import { readingText } from './fixed-reading';
import { ruleBreaks } from './rule-breaks';
import { hasOwnColumns, withColumnsOf } from './same-columns';
import { sampleTable } from './test-reading';

it('another photo of a sheet gets its names, rules and totals, whatever its columns were made of', () => {
  const page = sampleTable(['1|2|3', '4|5|9']);
  const sheet = [
    // The column that is added has another id than its place says.
    { kind: 'remove-column', table: 0, at: 0 },
    { kind: 'add-column', table: 0, at: 0 },
    { kind: 'name-column', table: 0, column: 2, name: 'Total' },
    { kind: 'set-rule', table: 0, column: 2, rule: { id: 'sum', columns: [1, 3] } },
    { kind: 'set-total-row', table: 0, hasTotalRow: true },
  ] as const;
  const [table] = correctedReading(
    page,
    sheet.reduce((done, edit) => withEdit(page, done, edit), noCorrections(page)),
  ).tables;
  expect(hasOwnColumns(table!)).toBe(true);

  const other = sampleTable(['7|8|16', '7|8|16']);
  const taken = withColumnsOf(table!, 0, other, noCorrections(other));
  const reading = correctedReading(other, taken);
  expect(reading.tables[0]).toMatchObject({
    hasTotalRow: true,
    columns: [{ name: '' }, { name: '' }, { name: 'Total' }],
  });
  expect(ruleBreaks(reading).map(({ row, sum }) => [row, sum])).toEqual([[0, 15], [1, 15]]); // biome-ignore format: as it looks
  expect(withColumnsOf(table!, 0, other, taken)).toBe(taken);
});

it('its rules choose between readings in the other photo as well', () => {
  const columns = [{ id: 0, name: '', rule: { id: 'list', ids: ['16'] } }] as const;
  const other = sampleTable(['15?']);
  const taken = withColumnsOf({ columns, hasTotalRow: false }, 0, other, noCorrections(other));
  expect(readingText(correctedReading(other, taken))).toBe('16');
  expect(readingText(correctedReading(other, undo(taken))), 'undone in one step').toBe('15');
});

it('a table with other columns is left alone', () => {
  const page = sampleTable(['1|2']);
  const none = noCorrections(page);
  expect(withColumnsOf({ columns: [{ id: 0, name: 'A', rule: null }], hasTotalRow: false }, 0, page, none)).toBe(none);
  expect(hasOwnColumns(correctedReading(page, none).tables[0]!)).toBe(false);
});
