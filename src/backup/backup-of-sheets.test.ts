import { expect, it } from 'vitest';
import { CORRECTIONS_VERSION, correctedReading, noCorrections, withEdit } from '../corrections/corrections';
import type { Edit, TableEdit } from '../corrections/edit';
import { summarizeFixed } from '../corrections/summarize-fixed';
import { labelledTable } from '../corrections/test-reading';
import { MemoryRecords } from '../records/memory-records';
import { Uploads } from '../uploads/uploads';
import { restoreBackup } from './restore-backup';
import { backupOf, checked, contents, picture } from './test-backup';

/** Each kind of change of a table; the compiler asks for those to come. */
const OF_EACH_KIND: Readonly<Record<TableEdit['kind'], TableEdit>> = {
  'add-row': { kind: 'add-row', table: 0, at: 1 },
  'add-column': { kind: 'add-column', table: 0, at: 1 },
  'remove-row': { kind: 'remove-row', table: 0, at: 1 },
  'remove-column': { kind: 'remove-column', table: 0, at: 1 },
  'use-as-names': { kind: 'use-as-names', table: 0, at: 1 },
  'merge-cells': { kind: 'merge-cells', table: 0, row: 0, column: 0 },
  'split-cell': { kind: 'split-cell', table: 0, row: 0, column: 0 },
  'move-edge': { kind: 'move-edge', table: 0, column: 1, by: -12.5 },
  'name-column': { kind: 'name-column', table: 0, column: 1, name: 'Mark' },
  'set-rule': { kind: 'set-rule', table: 0, column: 2, rule: { id: 'sum', columns: [0, 1] } },
  'set-total-row': { kind: 'set-total-row', table: 0, hasTotalRow: true },
  'bring-back': { kind: 'bring-back', table: 0 },
  'choose-by-rule': { kind: 'choose-by-rule', table: 0, numbers: [{ id: 0, text: '13' }] },
};

it('a backup brings back what was done to a table', async () => {
  const page = labelledTable(['1|2|3', '12|59|', '7|18|40'], { inRow: true, inColumn: false });
  const edits: readonly Edit[] = [
    ...Object.values(OF_EACH_KIND),
    { kind: 'write', box: { x: 210, y: 10, width: 40, height: 30 }, text: '5', cell: 2 },
    { kind: 'set-rule', table: 0, column: 0, rule: { id: 'range', from: 0.5, to: 20 } },
    { kind: 'set-rule', table: 0, column: 1, rule: { id: 'check-digit', method: 'ean' } },
    { kind: 'set-rule', table: 0, column: 1, rule: { id: 'list', ids: ['007'] } },
    { kind: 'set-rule', table: 0, column: 0, rule: null },
  ];
  const value = edits.reduce((done, edit) => withEdit(page, done, edit), noCorrections(page));
  expect(value.edits).toEqual(edits);

  const store = new Uploads(new MemoryRecords());
  await store.addUpload(picture('sheet'));
  await store.addRecognition('sheet', page);
  const summary = summarizeFixed(correctedReading(page, value), value);
  await store.saveCorrections('sheet', { version: CORRECTIONS_VERSION, value }, summary);
  const restored = new Uploads(new MemoryRecords());
  expect(await restoreBackup(await checked(await backupOf(store)), restored)).toMatchObject({ value: { added: 1 } });
  expect(await contents(restored)).toEqual(await contents(store));
});
