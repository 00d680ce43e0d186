import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import type { Edit } from '../../../../corrections/edit';
import { type FixedTable, openCells } from '../../../../corrections/fixed-table';
import { t } from '../../../base/i18n/i18n';
import type { CellPlace } from './move-cell';
import styles from './sheet.module.css';
import { SheetCell } from './sheet-cell';
import { useSheet } from './use-sheet';

interface SheetGridProps {
  readonly table: FixedTable;
  /** 1 for the first table of the picture. */
  readonly position: number;
  readonly selectedId: number | null;
  readonly onSelect: (id: number) => void;
  readonly onApply: (edits: readonly Edit[]) => void;
  /** What can be done with the whole table. */
  readonly children?: ReactNode;
}

/** A table of the picture as a sheet: arrows move, typing replaces, Enter accepts and leads on to the next doubt. */
export function SheetGrid({ table, position, selectedId, onSelect, onApply, children }: SheetGridProps) {
  const grid = useRef<HTMLTableElement>(null);
  const focus = ({ row, column }: CellPlace) => {
    // The cell that was typed into gives its field up first; one that is typed into by then keeps the focus.
    requestAnimationFrame(() => {
      if (grid.current?.querySelector('input')) return;
      grid.current?.querySelector<HTMLElement>(`[data-cell="${row},${column}"]`)?.focus();
    });
  };
  useFirstFocus(grid);
  const sheet = useSheet({ table, selectedId, select: onSelect, apply: onApply, focus });
  const columns = table[0]?.length ?? 0;
  const open = openCells(table);
  const name = t('sheet.title', { position, rows: table.length, columns });
  return (
    <section className={styles.sheet} aria-label={name}>
      <div className={styles.head}>
        <h2 className={styles.title}>{name}</h2>
        <span className={open > 0 ? styles.open : styles.done}>
          {open > 0 ? t('sheet.open', { open, count: table.length * columns }) : t('sheet.done')}
        </span>
        {children}
      </div>
      <div className={styles.scroll}>
        {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are edited is a grid */}
        <table ref={grid} role="grid" aria-label={name} className={styles.table} onKeyDown={sheet.onKeyDown}>
          <thead>
            <tr>
              <td />
              {Array.from({ length: columns }, (_, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns are their places
                <th key={column} scope="col">
                  {column + 1}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.map((cells, row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows are their places
              <tr key={row}>
                <th scope="row">{row + 1}</th>
                {cells.map((cell, column) => {
                  const isActive = sheet.active.row === row && sheet.active.column === column;
                  return (
                    <SheetCell
                      // biome-ignore lint/suspicious/noArrayIndexKey: cells are their places
                      key={column}
                      cell={cell}
                      row={row}
                      column={column}
                      isActive={isActive}
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

/** Where nobody has gone anywhere else yet, the sheet has the focus: correcting can begin. */
function useFirstFocus(grid: RefObject<HTMLTableElement | null>): void {
  useEffect(() => {
    const isNowhere = document.activeElement?.matches('body, main, h1') ?? true;
    if (isNowhere) grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true });
  }, [grid]);
}
