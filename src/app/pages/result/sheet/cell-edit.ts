import type { Edit } from '../../../../corrections/edit';
import { cellText, type FixedCell } from '../../../../corrections/fixed-table';

/** Of the sides of an empty cell, left free around a number that is typed into it. */
const MARGIN = 0.2;

/** What makes a cell hold a text; nothing where it does so already and has no doubts. */
export function cellEdits(cell: FixedCell, text: string): readonly Edit[] {
  const [first, ...others] = cell.numbers;
  if (!first) return text === '' ? [] : [{ kind: 'write', box: inner(cell), text, cell: cell.id }];
  const cleared = others.map(({ characters }): Edit => ({ kind: 'clear', id: characters[0]!.id }));
  const { id } = first.characters[0]!;
  if (text === '') return [{ kind: 'clear', id }, ...cleared];
  if (text !== cellText(cell)) return [...cleared, { kind: 'rewrite', id, text }];
  return first.status === 'check' ? [{ kind: 'accept-number', id }] : [];
}

/** What accepts all that is doubtful in a cell. */
export function acceptEdits({ numbers }: FixedCell): readonly Edit[] {
  return numbers
    .filter(({ status }) => status === 'check')
    .map(({ characters }): Edit => ({ kind: 'accept-number', id: characters[0]!.id }));
}

function inner({ box: { x, y, width, height } }: FixedCell) {
  return {
    x: x + MARGIN * width,
    y: y + MARGIN * height,
    width: (1 - 2 * MARGIN) * width,
    height: (1 - 2 * MARGIN) * height,
  };
}
