import { Rows3 } from 'lucide-react';
import type { Edit } from '../../../../corrections/edit';
import type { FixedReading } from '../../../../corrections/fixed-reading';
import type { FixedTable } from '../../../../corrections/fixed-table';
import { canSplit } from '../../../../corrections/shape-cells';
import { t } from '../../../base/i18n/i18n';
import { Menu, type MenuItem } from '../../../parts/page/menu';
import type { TablePlace } from './use-cell-cursor';

interface SheetMenuProps {
  readonly reading: FixedReading;
  readonly fixed: FixedTable;
  /** The cell that it is about. */
  readonly place: TablePlace;
  readonly onApply: (edit: Edit) => void;
  readonly onNameColumn: () => void;
  readonly onMoveEdges: () => void;
  readonly batchSize: number;
  /** null where there is nothing to give to other pictures. */
  readonly onColumnsInAll: (() => Promise<void>) | null;
}

/** What can be done with the row, the column and the cell that is active. */
export function SheetMenu(props: SheetMenuProps) {
  const { reading, fixed, place, onApply, onNameColumn, onMoveEdges, batchSize, onColumnsInAll } = props;
  const { table, row, column } = place;
  const { rows, columns, hasTotalRow } = fixed;
  const span = rows[row]?.[column]?.span ?? 1;
  const left = (rows[row] ?? []).slice(0, column).findLastIndex((cell) => cell.span > 0);
  const shape = (
    id: 'rowAbove' | 'rowBelow' | 'columnBefore' | 'columnAfter' | 'merge' | 'mergeLeft' | 'split',
    edit: Edit,
  ) => ({
    id,
    name: t(`sheet.menu.${id}`),
    onChoose: () => onApply(edit),
  });
  const items: readonly MenuItem[] = [
    { id: 'rule', name: t('sheet.menu.rule', { column: columnWords(fixed, column) }), onChoose: onNameColumn },
    {
      id: 'totals',
      name: t(hasTotalRow ? 'sheet.menu.noTotals' : 'sheet.menu.totals'),
      onChoose: () => onApply({ kind: 'set-total-row', table, hasTotalRow: !hasTotalRow }),
    },
    ...(onColumnsInAll
      ? [{ id: 'inAll', name: t('sheet.inAll', { count: batchSize }), onChoose: () => void onColumnsInAll() }]
      : []),
    shape('rowAbove', { kind: 'add-row', table, at: row }),
    shape('rowBelow', { kind: 'add-row', table, at: row + 1 }),
    shape('columnBefore', { kind: 'add-column', table, at: column }),
    shape('columnAfter', { kind: 'add-column', table, at: column + span }),
    { id: 'edges', name: t('sheet.menu.edges'), isOff: columns.length < 2, onChoose: onMoveEdges },
    { ...shape('merge', { kind: 'merge-cells', table, row, column }), isOff: column + span >= columns.length },
    { ...shape('mergeLeft', { kind: 'merge-cells', table, row, column: left }), isOff: left < 0 },
    {
      ...shape('split', { kind: 'split-cell', table, row, column }),
      isOff: !canSplit(reading, reading.tables[table]!, row, column),
    },
    {
      id: 'names',
      name: t('sheet.menu.names', { row: row + 1 }),
      isOff: rows.length < 2,
      onChoose: () => onApply({ kind: 'use-as-names', table, at: row }),
    },
    {
      id: 'removeRow',
      name: t('sheet.menu.removeRow', { row: row + 1 }),
      isOff: rows.length < 2,
      onChoose: () => onApply({ kind: 'remove-row', table, at: row }),
    },
    {
      id: 'removeColumn',
      name: t('sheet.menu.removeColumn', { column: columnWords(fixed, column) }),
      isOff: columns.length < 2,
      onChoose: () => onApply({ kind: 'remove-column', table, at: column }),
    },
  ];
  return <Menu name={t('sheet.menu')} Icon={Rows3} isCompact={false} items={items} />;
}

/** A column by its name, else by its place. */
export function columnWords({ columns }: Pick<FixedTable, 'columns'>, column: number): string {
  return columns[column]?.name || t('sheet.column', { column: column + 1 });
}
