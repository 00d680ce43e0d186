import { cellContents } from './cell-contents';
import type { TableEdit } from './edit';
import { codeOf, type FixedCharacter, type FixedReading } from './fixed-reading';
import { insertNumber } from './insert-number';
import { tidied } from './line-characters';
import { chooseByRule } from './rewrite';
import { arrange, mergeCells, moveEdge, splitCell } from './shape-cells';
import { addColumn, addRow, removeColumn, removeRow } from './shape-table';
import { withLabels } from './sheet-labels';
import type { SheetColumn, SheetTable } from './sheet-table';

/** @returns the very same reading when the edit changes nothing, or means a place that is not there */
export function applyTableEdit(reading: FixedReading, edit: TableEdit): FixedReading {
  const table = reading.tables[edit.table];
  if (!table) return reading;
  switch (edit.kind) {
    case 'add-row':
      return reshaped(reading, table, addRow(table, edit.at, nextCellId(reading)));
    case 'add-column':
      return reshaped(reading, table, addColumn(table, edit.at, nextCellId(reading)));
    case 'remove-row':
      return reshaped(reading, table, removeRow(table, edit.at));
    case 'use-as-names':
      return reshaped(reading, table, withNames(removeRow(table, edit.at), reading, table, edit.at));
    case 'remove-column':
      return reshaped(reading, table, removeColumn(table, edit.at));
    case 'merge-cells':
      return arranged(reading, table, mergeCells(table, edit.row, edit.column));
    case 'split-cell':
      return splitCell(reading, table, edit.row, edit.column);
    case 'move-edge':
      return arranged(reading, table, moveEdge(table, edit.column, edit.by));
    case 'name-column':
      return withColumn(reading, table, edit.column, ({ name }) => (name === edit.name ? null : { name: edit.name }));
    case 'set-rule':
      return withColumn(reading, table, edit.column, ({ rule }) =>
        JSON.stringify(rule) === JSON.stringify(edit.rule) ? null : { rule: edit.rule },
      );
    case 'bring-back':
      return broughtBack(reading, table);
    case 'choose-by-rule':
      return chooseByRule(reading, edit.numbers);
    case 'set-total-row': {
      const { hasTotalRow } = edit;
      return table.hasTotalRow === hasTotalRow ? reading : withTable(reading, table, { ...table, hasTotalRow });
    }
  }
}

function withTable(reading: FixedReading, old: SheetTable, fresh: SheetTable): FixedReading {
  return { ...reading, tables: reading.tables.map((table) => (table === old ? fresh : table)) };
}

function withColumn(
  reading: FixedReading,
  table: SheetTable,
  at: number,
  change: (column: SheetColumn) => Partial<SheetColumn> | null,
): FixedReading {
  const column = table.columns[at];
  const changes = column && change(column);
  if (!changes) return reading;
  return withTable(reading, table, { ...table, columns: table.columns.with(at, { ...column, ...changes }) });
}

/** What stands in cells that are gone is taken out with them. */
function reshaped(reading: FixedReading, old: SheetTable, fresh: SheetTable): FixedReading {
  if (fresh === old) return reading;
  const left = new Set(fresh.rows.flat().map(({ id }) => id));
  const contents = cellContents(reading);
  const gone = old.rows.flat().flatMap(({ id }) => (left.has(id) ? [] : (contents.get(id) ?? []).flat()));
  const isGone = new Set(gone);
  const lines = reading.lines.map((line) => line.filter((character) => !isGone.has(character)));
  const removed = [...reading.removed, ...gone];
  return tidied(withTable({ ...reading, lines, removed }, old, fresh));
}

/** What stands in the cells that changed goes to those of them that it lies in now. */
function arranged(reading: FixedReading, old: SheetTable, fresh: SheetTable): FixedReading {
  if (fresh === old) return reading;
  const contents = cellContents(reading);
  return fresh.rows.reduce(
    (done, cells, row) => {
      const changed = cells.filter((cell, column) => cell !== old.rows[row]?.[column]);
      return arrange(done, changed, contents);
    },
    withTable(reading, old, fresh),
  );
}

/** Columns are named after what stands in a row; where nothing does they keep their names. */
function withNames(fresh: SheetTable, reading: FixedReading, old: SheetTable, row: number): SheetTable {
  if (fresh === old) return old;
  const contents = cellContents(reading);
  const columns = fresh.columns.map((column, at) => {
    const cell = old.rows[row]![at]!;
    const name = (contents.get(cell.id) ?? []).map((number) => number.map(codeOf).join('')).join(' ');
    return name === '' ? column : { ...column, name };
  });
  return { ...fresh, columns };
}

/** Labels are data as any other number from here on. */
function broughtBack(reading: FixedReading, table: SheetTable): FixedReading {
  if (!table.labels) return reading;
  const cells = new Set(table.labels.rows.flat().map(({ id }) => id));
  const isOfTable = ([first]: readonly FixedCharacter[]) => cells.has(first?.cell ?? -1);
  const labels = reading.labels.filter((label) => !isOfTable(label));
  const fresh = withTable({ ...reading, labels }, table, withLabels(table, nextCellId(reading)));
  return reading.labels.filter(isOfTable).reduce(insertNumber, fresh);
}

function nextCellId({ tables, lines }: FixedReading): number {
  const ids = tables.flatMap(({ rows, labels }) => [...rows, ...(labels?.rows ?? [])].flat().map(({ id }) => id));
  const named = lines.flat().map(({ cell }) => cell ?? -1);
  return Math.max(-1, ...ids, ...named) + 1;
}
