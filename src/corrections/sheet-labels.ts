import type { TableLabels } from '../contract/recognized-table';
import type { SheetCell, SheetColumn, SheetTable } from './sheet-table';

/** The table without its labels. @param nameOf what a cell of a label names its column; '' for nothing */
export function withoutLabels(table: SheetTable, found: TableLabels, nameOf: (cell: SheetCell) => string): SheetTable {
  const [top, left] = [Number(found.inRow), Number(found.inColumn)];
  const { rows, columns } = table;
  const names = rows[0]!.map((cell) => (found.inRow ? nameOf(cell) : ''));
  return {
    ...table,
    columns: columns.slice(left).map((column) => ({ ...column, name: names[column.id]! })),
    rows: rows.slice(top).map((cells) => cells.slice(left)),
    labels: { ...found, rows, names },
  };
}

/** The table with its labels as data. @param firstId of cells that are new: of rows and columns that were added since */
export function withLabels(table: SheetTable, firstId: number): SheetTable {
  const { labels } = table;
  if (!labels) return table;
  let next = firstId;
  const known = new Map(labels.rows.flatMap((cells, row) => cells.map(({ id }, column) => [id, { row, column }])));
  const asRead = (cells: readonly SheetCell[], side: 'row' | 'column') =>
    cells.map(({ id }) => known.get(id)?.[side]).find((at) => at !== undefined);
  const cellAt = (row: number | undefined, column: number | undefined, beside: SheetCell, side: 'row' | 'column') => {
    const read = row === undefined || column === undefined ? undefined : labels.rows[row]?.[column];
    if (read) return read;
    const { box } = labels.rows[0]![0]!;
    const place = side === 'row' ? { y: box.y, height: box.height } : { x: box.x, width: box.width };
    return { id: next++, box: { ...beside.box, ...place }, span: 1 };
  };
  const rows = labels.inColumn
    ? table.rows.map((cells) => [cellAt(asRead(cells, 'row'), 0, cells[0]!, 'column'), ...cells])
    : table.rows;
  const above = rows[0]!.map((beside, at) => {
    return cellAt(
      0,
      asRead(
        rows.flatMap((cells) => cells[at] ?? []),
        'column',
      ),
      beside,
      'row',
    );
  });
  const unnamed = table.columns.map((column) =>
    column.name === labels.names[column.id] ? { ...column, name: '' } : column,
  );
  const first: SheetColumn = { id: 0, name: '', rule: null };
  return {
    ...table,
    columns: labels.inColumn ? [first, ...unnamed] : unnamed,
    rows: labels.inRow ? [above, ...rows] : rows,
    labels: null,
  };
}
