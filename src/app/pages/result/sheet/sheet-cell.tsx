import { type KeyboardEvent, useState } from 'react';
import { typedNumber } from '../../../../contract/characters';
import { type FixedCell, writtenCell } from '../../../../corrections/fixed-table';
import { t } from '../../../base/i18n/i18n';
import styles from './sheet-cell.module.css';

interface SheetCellProps {
  readonly cell: FixedCell;
  readonly row: number;
  readonly column: number;
  readonly isActive: boolean;
  /** What the input begins with while the cell is edited; null otherwise. */
  readonly typed: string | null;
  /** Whether one of its digits is pointed at on the picture. */
  readonly isHovered: boolean;
  readonly onHover: (isOver: boolean) => void;
  readonly onPick: () => void;
  readonly onEdit: () => void;
  /** `onward` is the key that ended the typing; null where the focus went elsewhere. */
  readonly onCommit: (text: string, onward: 'Enter' | 'Tab' | null) => void;
  readonly onCancel: () => void;
}

/** One cell of a sheet: its number, or the field in which another one is typed. */
export function SheetCell(props: SheetCellProps) {
  const { cell, row, column, isActive, isHovered, typed, onHover, onPick, onEdit } = props;
  const text = writtenCell(cell);
  const status = statusOf(cell);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid has the keys
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of a grid takes the focus
      role="gridcell"
      className={styles.cell}
      data-status={status}
      data-hovered={isHovered || undefined}
      data-cell={`${row},${column}`}
      aria-selected={isActive}
      aria-label={t(status === 'check' ? 'sheet.cell.check' : 'sheet.cell', {
        row: row + 1,
        column: column + 1,
        text: text || t('sheet.cell.empty'),
      })}
      colSpan={cell.span}
      tabIndex={isActive ? 0 : -1}
      onMouseEnter={() => onHover(true)}
      onMouseLeave={() => onHover(false)}
      onClick={onPick}
      onDoubleClick={onEdit}
    >
      {typed === null ? <bdi>{text}</bdi> : <CellInput {...props} typed={typed} />}
    </td>
  );
}

function CellInput({ row, column, typed, onCommit, onCancel }: SheetCellProps & { readonly typed: string }) {
  const [value, setValue] = useState(typed);
  const number = typedNumber(value);
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Escape') onCancel();
    if (event.key !== 'Enter' && event.key !== 'Tab') return;
    event.preventDefault();
    if (number !== null) onCommit(number, event.key);
  };
  const field = (
    <input
      className={styles.input}
      aria-label={t('sheet.input', { row: row + 1, column: column + 1 })}
      aria-invalid={number === null}
      aria-describedby={number === null ? 'sheet-wrong' : undefined}
      inputMode="text"
      autoComplete="off"
      spellCheck={false}
      value={value}
      // biome-ignore lint/a11y/noAutofocus: the person has just begun to type here
      autoFocus
      onChange={(event) => setValue(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={() => (number === null ? onCancel() : onCommit(number, null))}
      onClick={(event) => event.stopPropagation()}
    />
  );
  return (
    <>
      {field}
      {number === null && (
        <span className={styles.wrong} id="sheet-wrong" role="alert">
          {t('sheet.wrong')}
        </span>
      )}
    </>
  );
}

function statusOf({ numbers }: FixedCell) {
  const statuses = numbers.map(({ status }) => status);
  if (statuses.includes('check')) return 'check';
  return statuses.includes('edited') ? 'edited' : statuses[0];
}
