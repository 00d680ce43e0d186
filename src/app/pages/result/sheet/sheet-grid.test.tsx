// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { correctedReading, noCorrections, undo, withEdit } from '../../../../corrections/corrections';
import { cellText } from '../../../../corrections/fixed-table';
import { sampleTable } from '../../../../corrections/test-reading';
import { loadWords } from '../../../base/i18n/i18n';
import { SheetGrid } from './sheet-grid';
import { useCellCursor } from './use-cell-cursor';

/** Two rows of three cells; the last of the first row is empty, two are doubtful. */
const PAGE = sampleTable(['12?|59|', '7|1?8|40']);

function Harness() {
  const [corrections, setCorrections] = useState(noCorrections(PAGE));
  const [selected, select] = useState<number | null>(null);
  const reading = correctedReading(PAGE, corrections);
  const cursor = useCellCursor(reading, selected, select);
  return (
    <>
      <SheetGrid
        reading={reading}
        table={cursor.tables[0]!}
        index={0}
        cursor={cursor}
        onApply={(edits) => setCorrections((now) => edits.reduce((done, edit) => withEdit(PAGE, done, edit), now))}
      />
      <button type="button" onClick={() => setCorrections(undo)}>
        Undo
      </button>
      <output>{cursor.tables[0]!.rows.map((row) => row.map(cellText).join('\t')).join('\n')}</output>
    </>
  );
}

const written = () => screen.getByRole('status').textContent;
const cell = (name: string) => screen.getByRole('gridcell', { name });

async function openSheet() {
  const user = userEvent.setup();
  render(<Harness />);
  await user.click(cell('Row 1, column 1: 12, to check'));
  return user;
}

beforeAll(() => loadWords('result'));
afterEach(cleanup);

describe('SheetGrid', () => {
  it('shows every cell where it stands, and counts the doubts', () => {
    render(<Harness />);
    expect(written()).toBe('12\t59\t\n7\t18\t40');
    expect(screen.getByText('2 of 6 cells to check')).toBeVisible();
    expect(cell('Row 1, column 3: empty')).toBeVisible();
  });

  it('has one stop for Tab; arrows move', async () => {
    const user = await openSheet();
    await user.keyboard('{ArrowRight}{ArrowDown}');
    expect(
      await screen.findByRole('gridcell', { selected: true, name: 'Row 2, column 2: 18, to check' }),
    ).toHaveFocus();
    expect(screen.getAllByRole('gridcell').filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
  });

  it('Enter accepts and leads on to the next doubt', async () => {
    const user = await openSheet();
    await user.keyboard('{Enter}');
    expect(screen.getByText('1 of 6 cells to check')).toBeVisible();
    expect(await screen.findByRole('gridcell', { selected: true, name: /^Row 2, column 2/ })).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(screen.getByText('All cells checked')).toBeVisible();
  });

  it('typing replaces, also in an empty cell; Escape leaves all as it was', async () => {
    const user = await openSheet();
    await user.keyboard('13.5{Enter}');
    expect(written()).toBe('13.5\t59\t\n7\t18\t40');
    await user.click(cell('Row 1, column 3: empty'));
    await user.keyboard('77{Enter}');
    expect(written()).toBe('13.5\t59\t77\n7\t18\t40');
    await user.click(cell('Row 2, column 3: 40'));
    await user.keyboard('9{Escape}');
    expect(written()).toBe('13.5\t59\t77\n7\t18\t40');
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(written()).toBe('13.5\t59\t\n7\t18\t40');
  });

  it('Delete empties a cell, and F2 edits what stands there', async () => {
    const user = await openSheet();
    await user.keyboard('{Delete}');
    expect(written()).toBe('\t59\t\n7\t18\t40');
    await user.click(cell('Row 1, column 2: 59'));
    await user.keyboard('{F2}0{Enter}');
    expect(written()).toBe('\t590\t\n7\t18\t40');
  });

  it('refuses what stands in no number, with words', async () => {
    const user = await openSheet();
    await user.keyboard('1q{Enter}');
    expect(screen.getByRole('alert')).toHaveTextContent('Only digits and marks such as');
    expect(written()).toBe('12\t59\t\n7\t18\t40');
  });
});

describe('the menu of a sheet', () => {
  const choose = async (user: ReturnType<typeof userEvent.setup>, name: string) => {
    await user.click(screen.getByText('Edit table'));
    const menu = screen.getByText('Edit table').closest('details')!;
    await user.click(within(menu).getByText(name));
  };

  it('adds, merges, splits and removes around the active cell, and all is undone', async () => {
    const user = await openSheet();
    await choose(user, 'Add a row below');
    expect(written()).toBe('12\t59\t\n\t\t\n7\t18\t40');
    await user.click(cell('Row 2, column 2: empty'));
    await user.keyboard('6{Enter}');
    expect(written()).toBe('12\t59\t\n\t6\t\n7\t18\t40');
    await user.click(cell('Row 1, column 1: 12, to check'));
    await choose(user, 'Merge with the cell to the right');
    expect(cell('Row 1, column 1: 1259, to check')).toHaveAttribute('colspan', '2');
    await waitFor(() => expect(cell('Row 1, column 1: 1259, to check')).toHaveFocus());
    await user.keyboard('{ArrowRight}');
    await waitFor(() => expect(cell('Row 1, column 3: empty')).toHaveFocus());
    await user.keyboard('{ArrowLeft}');
    await choose(user, 'Split the cell');
    expect(written()).toBe('12\t59\t\n\t6\t\n7\t18\t40');
    await choose(user, 'Remove Column 1');
    expect(written()).toBe('59\t\n6\t\n18\t40');
    for (let step = 0; step < 5; step += 1) await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(written()).toBe('12\t59\t\n7\t18\t40');
  });

  it('merges an empty cell with the one on its left, which has the focus then', async () => {
    const user = await openSheet();
    await user.click(cell('Row 1, column 3: empty'));
    await choose(user, 'Merge with the cell to the left');
    await waitFor(() => expect(cell('Row 1, column 2: 59')).toHaveFocus());
    expect(cell('Row 1, column 2: 59')).toHaveAttribute('colspan', '2');
    await user.click(cell('Row 1, column 1: 12, to check'));
    await choose(user, 'Merge with the cell to the left');
    expect(written(), 'nothing is on its left').toBe('12\t59\t\n7\t18\t40');
  });

  it('names a column and gives it a rule; what breaks it is to be checked, and said in words', async () => {
    const user = await openSheet();
    await user.click(cell('Row 2, column 3: 40'));
    await choose(user, 'Column 3: name and rule');
    await user.keyboard('Total');
    await user.selectOptions(screen.getByLabelText('Rule for its numbers'), 'Sum of other columns');
    await user.click(screen.getByRole('checkbox', { name: 'Column 1' }));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(screen.getByRole('columnheader', { name: 'Total' })).toBeVisible();
    expect(screen.getByText('Row 2: 7 + 18 = 25, the sheet says 40')).toBeVisible();
    expect(screen.getByText('3 of 6 cells to check')).toBeVisible();
    await waitFor(() => expect(cell('Row 2, column 3: 40, to check')).toHaveFocus());
    await user.keyboard('{Enter}');
    expect(screen.getByText('2 of 6 cells to check')).toBeVisible();
  });

  it('offers the other reading that keeps a rule', async () => {
    const user = await openSheet();
    await choose(user, 'Column 1: name and rule');
    await user.selectOptions(screen.getByLabelText('Rule for its numbers'), 'List of allowed values');
    await user.clear(screen.getByLabelText('Allowed values, separated by spaces'));
    await user.type(screen.getByLabelText('Allowed values, separated by spaces'), '7 13');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(screen.getByText('Row 1, Column 1: 12 is not in the list')).toBeVisible();
    await user.click(screen.getByRole('button', { name: /^Use 13 instead of 12/ }));
    expect(written()).toBe('13\t59\t\n7\t18\t40');
    expect(screen.queryByText(/is not in the list/)).toBeNull();
  });
});
