import { describe, expect, it } from 'vitest';
import { type Corrections, correctedReading, noCorrections, undo, withEdit } from './corrections';
import type { Edit } from './edit';
import { readingText } from './fixed-reading';
import { cellCount, cellText, fixedTables } from './fixed-table';
import { canSplit } from './shape-cells';
import { sampleRecognition, sampleTable } from './test-reading';

const PAGE = sampleTable(['12|59|', '7|18|40']);

function corrected(...edits: readonly Edit[]): Corrections {
  return edits.reduce((done, edit) => withEdit(PAGE, done, edit), noCorrections(PAGE));
}

/** Cells parted by '|', '<' for one that its left neighbor fills. */
function rowsOf(corrections: Corrections): readonly string[] {
  const [table] = fixedTables(correctedReading(PAGE, corrections));
  return table!.rows.map((cells) => cells.map((cell) => (cell.span === 0 ? '<' : cellText(cell))).join('|'));
}

const rowsAfter = (...edits: readonly Edit[]) => rowsOf(corrected(...edits));
const boxAfter = (edit: Edit, row: number, column: number) =>
  fixedTables(correctedReading(PAGE, corrected(edit)))[0]!.rows[row]![column]!.box;

describe('rows and columns', () => {
  it.each<[Edit, readonly string[]]>([
    [{ kind: 'add-row', table: 0, at: 1 }, ['12|59|', '||', '7|18|40']],
    [{ kind: 'add-row', table: 0, at: 0 }, ['||', '12|59|', '7|18|40']],
    [{ kind: 'add-row', table: 0, at: 2 }, ['12|59|', '7|18|40', '||']],
    [{ kind: 'add-column', table: 0, at: 1 }, ['12||59|', '7||18|40']],
    [{ kind: 'add-column', table: 0, at: 3 }, ['12|59||', '7|18|40|']],
    [{ kind: 'remove-row', table: 0, at: 0 }, ['7|18|40']],
    [{ kind: 'remove-column', table: 0, at: 1 }, ['12|', '7|40']],
  ])('%j', (edit, rows) => {
    expect(rowsAfter(edit)).toEqual(rows);
    expect(rowsOf(undo(corrected(edit)))).toEqual(rowsAfter());
  });

  it('that are added hold what is typed into them', () => {
    const added = corrected({ kind: 'add-row', table: 0, at: 1 });
    const [table] = fixedTables(correctedReading(PAGE, added));
    const { id, box } = table!.rows[1]![2]!;
    expect(rowsOf(withEdit(PAGE, added, { kind: 'write', box, cell: id, text: '5' }))).toEqual([
      '12|59|',
      '||5',
      '7|18|40',
    ]);
  });

  it('that are removed take their numbers with them, and the last one stays', () => {
    const left = corrected({ kind: 'remove-row', table: 0, at: 0 });
    expect(readingText(correctedReading(PAGE, left))).toBe('7 18 40');
    expect(rowsOf(withEdit(PAGE, left, { kind: 'remove-row', table: 0, at: 0 }))).toEqual(['7|18|40']);
  });

  it('share their edges', () => {
    expect(boxAfter({ kind: 'add-column', table: 0, at: 1 }, 0, 0)).toEqual({ x: 0, y: 0, width: 75, height: 60 });
    expect(boxAfter({ kind: 'add-column', table: 0, at: 1 }, 0, 1)).toEqual({ x: 75, y: 0, width: 25, height: 60 });
    expect(boxAfter({ kind: 'add-row', table: 0, at: 0 }, 0, 0)).toEqual({ x: 0, y: 0, width: 100, height: 15 });
  });
});

describe('cells', () => {
  it('of a row of labels name the columns, and are no part of the data then', () => {
    const names: Edit = { kind: 'use-as-names', table: 0, at: 0 };
    expect(rowsAfter(names)).toEqual(['7|18|40']);
    const reading = correctedReading(PAGE, corrected(names));
    expect(reading.tables[0]!.columns.map(({ name }) => name)).toEqual(['12', '59', '']);
    expect(readingText(reading)).toBe('7 18 40');
    expect(rowsAfter(names, names), 'the last row stays').toEqual(['7|18|40']);
  });

  it('are merged into one number, and parted again where they were', () => {
    const merge: Edit = { kind: 'merge-cells', table: 0, row: 0, column: 0 };
    expect(rowsAfter(merge)).toEqual(['1259|<|', '7|18|40']);
    expect(boxAfter(merge, 0, 0)).toEqual({ x: 0, y: 0, width: 200, height: 60 });
    expect(rowsAfter(merge, merge)).toEqual(['1259|<|<', '7|18|40']);
    const [table] = fixedTables(correctedReading(PAGE, corrected(merge, merge)));
    expect(cellCount(table!)).toBe(4);
    expect(rowsAfter(merge, { kind: 'split-cell', table: 0, row: 0, column: 1 })).toEqual(rowsAfter());
  });

  it('give what stands right of their widest gap to an empty cell beside them', () => {
    expect(rowsAfter({ kind: 'split-cell', table: 0, row: 0, column: 1 })).toEqual(['12|5|9', '7|18|40']);
    const reading = correctedReading(PAGE, noCorrections(PAGE));
    expect(canSplit(reading, reading.tables[0]!, 0, 0)).toBe(false);
    expect(canSplit(reading, reading.tables[0]!, 0, 1)).toBe(true);
  });

  it('get the digits that lie in them when the edge of a column moves', () => {
    // The digits of the first row lie at 10, 40, 100 and 130.
    expect(rowsAfter({ kind: 'move-edge', table: 0, column: 1, by: -75 })[0]).toBe('1|259|');
    expect(rowsAfter({ kind: 'move-edge', table: 0, column: 1, by: 20 })[0]).toBe('125|9|');
    expect(boxAfter({ kind: 'move-edge', table: 0, column: 1, by: 500 }, 0, 1).width).toBe(4);
    expect(rowsAfter({ kind: 'move-edge', table: 0, column: 0, by: 20 })).toEqual(rowsAfter());
  });
});

it('columns have names', () => {
  const named = corrected({ kind: 'name-column', table: 0, column: 1, name: 'Mark' });
  expect(correctedReading(PAGE, named).tables[0]!.columns.map(({ name }) => name)).toEqual(['', 'Mark', '']);
  expect(withEdit(PAGE, named, { kind: 'name-column', table: 0, column: 1, name: 'Mark' })).toBe(named);
});

it('a number that was read beside a table stays beside it, whatever cell its middle lies in; an added one goes by its place', () => {
  const table = sampleTable(['12|59', '|']).tables;
  const page = { ...sampleRecognition(['12 59', '7']), tables: table };
  const textsOf = (corrections: Corrections) =>
    fixedTables(correctedReading(page, corrections))[0]!.rows.map((cells) => cells.map(cellText));
  const none = noCorrections(page);
  expect(textsOf(none)).toEqual([['12', '59'], ['', '']]); // biome-ignore format: as it looks
  const box = { x: 140, y: 70, width: 20, height: 30 };
  const added = withEdit(page, none, { kind: 'write', box, text: '3' });
  expect(textsOf(added)).toEqual([['12', '59'], ['', '3']]); // biome-ignore format: as it looks
});
