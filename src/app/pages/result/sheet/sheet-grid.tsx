import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import type { Edit } from '../../../../corrections/edit';
import type { FixedReading } from '../../../../corrections/fixed-reading';
import { cellCount, type FixedCell, type FixedTable, openCells } from '../../../../corrections/fixed-table';
import { t } from '../../../base/i18n/i18n';
import { BrokenRules } from './broken-rules';
import { ColumnForm } from './column-form';
import { LeftOutLabels } from './left-out-labels';
import type { CellPlace } from './move-cell';
import styles from './sheet.module.css';
import { SheetCell } from './sheet-cell';
import { columnWords, SheetMenu } from './sheet-menu';
import type { CellCursor } from './use-cell-cursor';
import { useSheet } from './use-sheet';

interface SheetGridProps {
  readonly reading: FixedReading;
  readonly table: FixedTable;
  /** 0 for the first table of the picture. */
  readonly index: number;
  readonly cursor: CellCursor;
  /** The character that is pointed at on the picture. */
  readonly hoveredId?: number | null;
  readonly onApply: (edits: readonly Edit[]) => void;
  readonly batchSize?: number;
  /** Gives the names and rules to all pictures of the batch; null where there are none to give, or no others. */
  readonly onColumnsInAll?: (() => Promise<void>) | null;
  /** What else can be done with the whole table. */
  readonly children?: ReactNode;
}

/** A table of the picture as a sheet: arrows move, typing replaces, Enter accepts and leads on to the next doubt. */
export function SheetGrid(props: SheetGridProps) {
  const {
    reading,
    table,
    index,
    cursor,
    hoveredId = null,
    batchSize = 1,
    onColumnsInAll = null,
    onApply,
    children,
  } = props;
  const grid = useRef<HTMLTableElement>(null);
  const [formColumn, setFormColumn] = useState<number | null>(null);
  const focus = ({ row, column }: CellPlace) => {
    // The cell that was typed into gives its field up first; one that is typed into by then keeps the focus.
    requestAnimationFrame(() => {
      if (grid.current?.querySelector('input')) return;
      grid.current?.querySelector<HTMLElement>(`[data-cell="${row},${column}"]`)?.focus();
    });
  };
  /** After something was done beside the grid, keys go on in it. */
  const focusActive = () => {
    requestAnimationFrame(() => grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus());
  };
  useFirstFocus(grid);
  const place = cursor.place?.table === index ? cursor.place : null;
  const moveTo = (to: CellPlace) => cursor.goTo({ table: index, ...to });
  const sheet = useSheet({ table, place, moveTo, apply: onApply, focus });
  const { columns, rows } = table;
  const open = openCells(table);
  const name = t('sheet.title', { position: index + 1, rows: rows.length, columns: columns.length });
  const active = { table: index, ...sheet.active };
  const leaveForm = () => {
    setFormColumn(null);
    focusActive();
  };
  return (
    <section className={styles.sheet} aria-label={name}>
      <div className={styles.head}>
        <h2 className={styles.title}>{name}</h2>
        <span className={open > 0 ? styles.open : styles.done}>
          {open > 0 ? t('sheet.open', { open, count: cellCount(table) }) : t('sheet.done')}
        </span>
        <div className={styles.tools}>
          {children}
          <SheetMenu
            reading={reading}
            fixed={table}
            place={active}
            onApply={(edit) => {
              onApply([edit]);
              focusActive();
            }}
            onNameColumn={() => setFormColumn(active.column)}
            onMoveEdges={() => cursor.setMovingEdges(true)}
            batchSize={batchSize}
            onColumnsInAll={onColumnsInAll}
          />
        </div>
      </div>
      {formColumn !== null && columns[formColumn] && (
        <ColumnForm
          key={columns[formColumn].id}
          table={table}
          column={formColumn}
          onSave={(name, rule) => {
            const at = { table: index, column: formColumn };
            onApply([
              { kind: 'name-column', ...at, name },
              { kind: 'set-rule', ...at, rule },
            ]);
            leaveForm();
          }}
          onCancel={leaveForm}
        />
      )}
      {cursor.isMovingEdges && (
        <p className={styles.moving} role="status">
          {t('sheet.moving')}
          <button type="button" className="button button--small" onClick={() => cursor.setMovingEdges(false)}>
            {t('sheet.moving.done')}
          </button>
        </p>
      )}
      <LeftOutLabels
        reading={reading}
        index={index}
        onBringBack={() => {
          onApply([{ kind: 'bring-back', table: index }]);
          focusActive();
        }}
      />
      <BrokenRules reading={reading} table={table} index={index} onShow={sheet.goTo} onApply={onApply} />
      <div className={styles.scroll} dir="ltr">
        {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are edited is a grid */}
        <table ref={grid} role="grid" aria-label={name} className={styles.table} onKeyDown={sheet.onKeyDown}>
          <thead>
            <tr>
              <td />
              {columns.map(({ id, name: named, rule }, column) => (
                <th key={id} scope="col" aria-label={columnWords(table, column)}>
                  <button
                    type="button"
                    className={styles.column}
                    // The menu of the sheet does the same; the grid is one stop for Tab.
                    tabIndex={-1}
                    title={rule ? t(`rule.${rule.id}`) : undefined}
                    aria-label={t('sheet.menu.rule', { column: columnWords(table, column) })}
                    onClick={() => setFormColumn(column)}
                  >
                    {named || column + 1}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((cells, row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows are their places
              <tr key={row} data-total={(table.hasTotalRow && row === rows.length - 1) || undefined}>
                <th scope="row">{table.hasTotalRow && row === rows.length - 1 ? t('sheet.total') : row + 1}</th>
                {cells.map((cell, column) => {
                  if (cell.span === 0) return null;
                  const isActive = active.row === row && active.column === column;
                  return (
                    <SheetCell
                      key={cell.id}
                      cell={cell}
                      row={row}
                      column={column}
                      isActive={isActive}
                      isHovered={isIn(cell, hoveredId)}
                      onHover={(isOver) => cursor.hover(isOver ? { table: index, row, column } : null)}
                      typed={isActive ? sheet.typed : null}
                      onPick={() => sheet.goTo({ row, column })}
                      onEdit={sheet.edit}
                      onCommit={sheet.commit}
                      onCancel={sheet.cancel}
                    />
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles.hint}>{t('sheet.keys')}</p>
    </section>
  );
}

function isIn({ numbers }: FixedCell, id: number | null): boolean {
  return id !== null && numbers.some(({ characters }) => characters.some((character) => character.id === id));
}

/** Where nobody has gone anywhere else yet, the sheet has the focus: correcting can begin. */
function useFirstFocus(grid: RefObject<HTMLTableElement | null>): void {
  useEffect(() => {
    const isNowhere = document.activeElement?.matches('body, main, h1') ?? true;
    if (isNowhere) grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true });
  }, [grid]);
}
