import type { Box } from '../contract/image';
import type { ColumnRule } from './column-rule';
import { ownerOf, type SheetCell, type SheetColumn, type SheetTable } from './sheet-table';

/** Of a row or column, given up to one that is added beside it. */
const ROOM = 0.25;

/** With an empty row before the one at `at`. @param firstId of the new cells */
export function addRow(table: SheetTable, at: number, firstId: number): SheetTable {
  const giver = at > 0 ? at - 1 : 0;
  if (!table.rows[giver] || at > table.rows.length) return table;
  const parts = table.rows[giver].map(({ box }) => parted(box, at > 0, 'y', 'height'));
  const rows = table.rows.map((cells, row) =>
    row === giver ? cells.map((cell, column) => ({ ...cell, box: parts[column]!.kept })) : cells,
  );
  const fresh = parts.map(({ given }, column) => ({ id: firstId + column, box: given, span: 1 }));
  return { ...table, rows: rows.toSpliced(at, 0, fresh) };
}

/** With an empty column before the one at `at`. @param firstId of the new cells */
export function addColumn(table: SheetTable, at: number, firstId: number): SheetTable {
  const giver = at > 0 ? at - 1 : 0;
  if (at > table.columns.length) return table;
  const column: SheetColumn = { id: Math.max(-1, ...table.columns.map(({ id }) => id)) + 1, name: '', rule: null };
  const rows = table.rows.map((cells, row) => {
    const { kept, given } = parted(cells[giver]!.box, at > 0, 'x', 'width');
    const isInside = cells[at]?.span === 0;
    const owner = ownerOf(cells, at);
    const fresh: SheetCell = { id: firstId + row, box: given, span: isInside ? 0 : 1 };
    return cells
      .map((cell, index) => (index === giver ? { ...cell, box: kept } : cell))
      .map((cell, index) => (isInside && index === owner ? { ...cell, span: cell.span + 1 } : cell))
      .toSpliced(at, 0, fresh);
  });
  return { ...table, columns: table.columns.toSpliced(at, 0, column), rows };
}

/** Without the row at `at`; the last one stays. */
export function removeRow(table: SheetTable, at: number): SheetTable {
  if (table.rows.length < 2 || !table.rows[at]) return table;
  // The row of sums was this one.
  const hasTotalRow = table.hasTotalRow && at < table.rows.length - 1;
  return { ...table, hasTotalRow, rows: table.rows.toSpliced(at, 1) };
}

/** Without the column at `at`, and without it in the rules of others; the last one stays. */
export function removeColumn(table: SheetTable, at: number): SheetTable {
  const gone = table.columns[at];
  if (table.columns.length < 2 || !gone) return table;
  const columns = table.columns.toSpliced(at, 1).map((column) => ({ ...column, rule: without(column.rule, gone.id) }));
  const rows = table.rows.map((cells) => {
    const owner = ownerOf(cells, at);
    const heir = owner === at ? at + 1 : owner;
    const span = cells[owner]!.span - 1;
    return cells.map((cell, index) => (span > 0 && index === heir ? { ...cell, span } : cell)).toSpliced(at, 1);
  });
  return { ...table, columns, rows };
}

function without(rule: ColumnRule | null, columnId: number): ColumnRule | null {
  if (!rule?.columns) return rule;
  const columns = rule.columns.filter((id) => id !== columnId);
  return columns.length > 0 ? { ...rule, columns } : null;
}

/** A box in two parts along one axis. @param isFromEnd whether its end is given up, or its start */
function parted(box: Box, isFromEnd: boolean, start: 'x' | 'y', size: 'width' | 'height') {
  const room = box[size] * ROOM;
  const rest = box[size] - room;
  return isFromEnd
    ? { kept: { ...box, [size]: rest }, given: { ...box, [start]: box[start] + rest, [size]: room } }
    : { kept: { ...box, [start]: box[start] + room, [size]: rest }, given: { ...box, [size]: room } };
}
