// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { correctedReading, noCorrections, undo, withEdit } from '../../../../corrections/corrections';
import { cellText, fixedTable } from '../../../../corrections/fixed-table';
import { sampleRecognition } from '../../../../corrections/test-reading';
import { loadWords } from '../../../base/i18n/i18n';
import { SheetGrid } from './sheet-grid';

/** Two rows of three cells; the last of the first row is empty, two are doubtful. */
const PAGE = sampleRecognition(['12? 59', '7 1?8 40']);
const box = (row: number, column: number) => ({ x: column * 90, y: row * 60, width: 90, height: 60 });
const ROWS = [
  [0, 1, null],
  [2, 3, 4],
].map((row, at) => row.map((numberIndex, column) => ({ numberIndex, box: box(at, column) })));

function Harness() {
  const [corrections, setCorrections] = useState(noCorrections(PAGE));
  const [selected, select] = useState<number | null>(null);
  const table = fixedTable(correctedReading(PAGE, corrections), ROWS);
  return (
    <>
      <SheetGrid
        table={table}
        position={1}
        selectedId={selected}
        onSelect={select}
        onApply={(edits) => setCorrections((now) => edits.reduce((done, edit) => withEdit(PAGE, done, edit), now))}
      />
      <button type="button" onClick={() => setCorrections(undo)}>
        Undo
      </button>
      <output>{table.map((row) => row.map(cellText).join('\t')).join('\n')}</output>
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
