import { type KeyboardEvent, useState } from 'react';
import { typedCharacter } from '../../../../contract/characters';
import type { Edit } from '../../../../corrections/edit';
import { type FixedCell, type FixedTable, writtenCell } from '../../../../corrections/fixed-table';
import { acceptEdits, cellEdits } from './cell-edit';
import { type CellPlace, landing, moveCell, nextOpenCell } from './move-cell';

interface SheetOptions {
  readonly table: FixedTable;
  /** The cell that is looked at; null where it is in another table, or in none. */
  readonly place: CellPlace | null;
  readonly moveTo: (place: CellPlace) => void;
  readonly apply: (edits: readonly Edit[]) => void;
  /** Moves the focus to a cell once it is drawn. */
  readonly focus: (place: CellPlace) => void;
}

/** The active cell of a sheet, the text that is being typed into it, and what the keys do. */
export function useSheet({ table, place, moveTo, apply, focus }: SheetOptions) {
  const { rows } = table;
  const size = { rows: rows.length, columns: table.columns.length };
  const [typed, setTyped] = useState<string | null>(null);
  const cellAt = ({ row, column }: CellPlace): FixedCell | undefined => rows[row]?.[column];
  const active = place ?? { row: 0, column: 0 };
  const spans = rows.map((cells) => cells.map(({ span }) => span));

  const goTo = (to: CellPlace) => {
    const at = landing(to, active, spans);
    setTyped(null);
    moveTo(at);
    focus(at);
  };
  const isOpen = (at: CellPlace) => cellAt(at)?.numbers.some(({ status }) => status === 'check') ?? false;

  const run = (edits: readonly Edit[]) => edits.length > 0 && apply(edits);
  /** Leads on to the next doubt; where the last one was closed, the page does. */
  const finish = (edits: readonly Edit[]) => {
    const wasOpen = isOpen(active);
    run(edits);
    const next = nextOpenCell(isOpen, active, size);
    if (next) goTo(next);
    else if (!wasOpen) goTo(moveCell(active, 'ArrowDown', false, size)!);
  };
  const commit = (text: string, onward: 'Enter' | 'Tab' | null) => {
    const cell = cellAt(active);
    setTyped(null);
    const edits = cell ? cellEdits(cell, text) : [];
    if (onward === 'Enter') return finish(edits);
    run(edits);
    if (onward === 'Tab') goTo(moveCell(active, 'ArrowRight', false, size)!);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const cell = cellAt(active);
    if (!cell || event.altKey) return;
    const next = moveCell(active, event.key, event.ctrlKey || event.metaKey, size);
    const command = next ? null : commandOf(event);
    if (!next && !command) return;
    event.preventDefault();
    event.stopPropagation();
    if (next) goTo(next);
    else if (command === 'edit') setTyped(writtenCell(cell));
    else if (command === 'clear') run(cellEdits(cell, ''));
    else if (command === 'accept') finish(acceptEdits(cell));
    else setTyped(event.key);
  };

  return {
    active,
    typed,
    goTo,
    commit,
    onKeyDown,
    edit: () => setTyped(writtenCell(cellAt(active)!)),
    cancel: () => goTo(active),
  };
}

function commandOf({ key, ctrlKey, metaKey }: KeyboardEvent): 'accept' | 'clear' | 'edit' | 'type' | null {
  if (ctrlKey || metaKey) return null;
  if (key === 'Enter') return 'accept';
  if (key === 'F2') return 'edit';
  if (key === 'Delete' || key === 'Backspace') return 'clear';
  return typedCharacter(key) ? 'type' : null;
}
