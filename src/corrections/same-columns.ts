import type { Recognition } from '../contract/recognition';
import type { ColumnRule } from './column-rule';
import { type Corrections, correctedReading, withEdit } from './corrections';
import type { TableEdit } from './edit';
import { choiceByRules } from './rule-proposals';
import type { SheetTable } from './sheet-table';

/** Whether there is anything about its columns that other photos of the same sheet could share. */
export function hasOwnColumns({ columns, hasTotalRow }: Pick<SheetTable, 'columns' | 'hasTotalRow'>): boolean {
  return hasTotalRow || columns.some(({ name, rule }) => name !== '' || rule !== null);
}

/**
 * Gives a table of another picture the names, the rules and the totals of a sheet; the rules choose between readings there too.
 *
 * @param table which one of the picture, counted from 0
 * @returns the very same corrections where it has no such table with as many columns, or has them all already
 */
export function withColumnsOf(
  sheet: Pick<SheetTable, 'columns' | 'hasTotalRow'>,
  table: number,
  recognition: Recognition,
  corrections: Corrections,
): Corrections {
  const other = correctedReading(recognition, corrections).tables[table];
  if (other?.columns.length !== sheet.columns.length) return corrections;
  const idAt = (id: number) => other.columns[sheet.columns.findIndex((column) => column.id === id)]?.id;
  const edits = sheet.columns.flatMap(({ name, rule }, column): TableEdit[] => [
    { kind: 'name-column', table, column, name },
    { kind: 'set-rule', table, column, rule: rule && translated(rule, idAt) },
  ]);
  const all: readonly TableEdit[] = [...edits, { kind: 'set-total-row', table, hasTotalRow: sheet.hasTotalRow }];
  const ruled = all.reduce((done, edit) => withEdit(recognition, done, edit), corrections);
  const choice = ruled === corrections ? null : choiceByRules(correctedReading(recognition, ruled), table);
  return choice ? withEdit(recognition, ruled, choice) : ruled;
}

/** Columns of different pictures have different ids. */
function translated(rule: ColumnRule, idAt: (id: number) => number | undefined): ColumnRule {
  return rule.columns ? { ...rule, columns: rule.columns.flatMap((id) => idAt(id) ?? []) } : rule;
}
