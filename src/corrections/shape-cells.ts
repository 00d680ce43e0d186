import { centerX } from '../imaging/box';
import { cellContents } from './cell-contents';
import type { FixedCharacter, FixedReading } from './fixed-reading';
import { tidied } from './line-characters';
import { ownerOf, type SheetCell, type SheetTable } from './sheet-table';

type Contents = ReturnType<typeof cellContents>;

/** Pixels that a column keeps when the one beside it grows. */
const LEAST_WIDTH = 4;

/** The cell reaches over the one on its right. */
export function mergeCells(table: SheetTable, row: number, column: number): SheetTable {
  const cells = table.rows[row];
  if (!cells?.[column]) return table;
  const owner = ownerOf(cells, column);
  const next = owner + cells[owner]!.span;
  if (!cells[next]) return table;
  const span = cells[owner]!.span + cells[next].span;
  const merged = cells.with(owner, { ...cells[owner]!, span }).with(next, { ...cells[next], span: 0 });
  return { ...table, rows: table.rows.with(row, merged) };
}

/** Whether a cell can be split: it was merged, or it holds characters and the cell on its right is empty. */
export function canSplit(reading: FixedReading, table: SheetTable, row: number, column: number): boolean {
  return splitCell(reading, table, row, column) !== reading;
}

/** A merged cell is parted again; any other gives what stands right of its widest gap to the empty cell on its right. */
export function splitCell(reading: FixedReading, table: SheetTable, row: number, column: number): FixedReading {
  const cells = table.rows[row];
  if (!cells?.[column]) return reading;
  const contents = cellContents(reading);
  const owner = ownerOf(cells, column);
  const { span } = cells[owner]!;
  if (span > 1) {
    const parted = cells.map((cell, at) => (at >= owner && at < owner + span ? { ...cell, span: 1 } : cell));
    const rows = table.rows.with(row, parted);
    const tables = reading.tables.map((one) => (one === table ? { ...table, rows } : one));
    return arrange({ ...reading, tables }, parted.slice(owner, owner + span), contents);
  }
  const next = cells[owner + 1];
  const characters = inCell(contents, cells[owner]!);
  if (!next || next.span === 0 || inCell(contents, next).length > 0 || characters.length < 2) return reading;
  const gaps = characters.slice(1).map(({ box }, at) => box.x - characters[at]!.box.x - characters[at]!.box.width);
  const cut = gaps.indexOf(Math.max(...gaps)) + 1;
  return regrouped(reading, [
    { cell: cells[owner]!.id, characters: characters.slice(0, cut) },
    { cell: next.id, characters: characters.slice(cut) },
  ]);
}

/** The left edge of a column moves, and with it the right edge of the one before. */
export function moveEdge(table: SheetTable, column: number, by: number): SheetTable {
  if (column < 1 || column >= table.columns.length) return table;
  const most = Math.min(...table.rows.map((cells) => cells[column]!.box.width)) - LEAST_WIDTH;
  const least = LEAST_WIDTH - Math.min(...table.rows.map((cells) => cells[column - 1]!.box.width));
  const shift = Math.max(least, Math.min(most, by));
  if (shift === 0) return table;
  const rows = table.rows.map((cells) => {
    const [left, right] = [cells[column - 1]!, cells[column]!];
    const { box } = right;
    return cells
      .with(column - 1, { ...left, box: { ...left.box, width: box.x + shift - left.box.x } })
      .with(column, { ...right, box: { ...box, x: box.x + shift, width: box.width - shift } });
  });
  return { ...table, rows };
}

/** What stands in cells of one row goes to those of them that it lies in: the last one that begins left of its middle. */
export function arrange(reading: FixedReading, cells: readonly SheetCell[], contents: Contents): FixedReading {
  const open = cells.filter(({ span }) => span > 0);
  const groups = open.map(({ id }) => ({ cell: id, characters: [] as FixedCharacter[] }));
  if (open.length === 0) return reading;
  let isMoved = false;
  for (const cell of cells) {
    for (const character of (contents.get(cell.id) ?? []).flat()) {
      const at = Math.max(
        0,
        open.findLastIndex(({ box }) => box.x <= centerX(character.box)),
      );
      groups[at]!.characters.push(character);
      if (groups[at]!.cell !== cell.id) isMoved = true;
    }
  }
  return isMoved ? regrouped(reading, groups) : reading;
}

interface Group {
  readonly cell: number;
  /** One number from left to right. */
  readonly characters: readonly FixedCharacter[];
}

/** The characters as numbers of their cells, side by side where the first of them stood. */
function regrouped(reading: FixedReading, groups: readonly Group[]): FixedReading {
  const fresh = groups.flatMap(({ cell, characters }) =>
    [...characters]
      .sort((a, b) => centerX(a.box) - centerX(b.box))
      .map((character, at) => ({ ...character, cell, isBeforeGap: at === characters.length - 1 })),
  );
  const moved = new Set(groups.flatMap(({ characters }) => characters.map(({ id }) => id)));
  const home = reading.lines.findIndex((line) => line.some(({ id }) => moved.has(id)));
  const at = reading.lines[home]?.findIndex(({ id }) => moved.has(id)) ?? 0;
  const lines = reading.lines.map((line) => line.filter(({ id }) => !moved.has(id)));
  return tidied({
    ...reading,
    lines: lines.map((line, index) => (index === home ? line.toSpliced(at, 0, ...fresh) : line)),
  });
}

function inCell(contents: Contents, { id }: SheetCell): readonly FixedCharacter[] {
  return [...(contents.get(id) ?? []).flat()].sort((a, b) => centerX(a.box) - centerX(b.box));
}
