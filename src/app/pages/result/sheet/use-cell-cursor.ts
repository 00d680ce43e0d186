import { useMemo, useState } from 'react';
import type { Box, Point } from '../../../../contract/image';
import type { FixedReading } from '../../../../corrections/fixed-reading';
import { cellAround, type FixedTable, fixedTables } from '../../../../corrections/fixed-table';
import type { CellPlace } from './move-cell';

/** A place in one of the tables of a picture; all count from 0. */
export interface TablePlace extends CellPlace {
  readonly table: number;
}

/** Which cell is looked at: the one of the selected character, or an empty one that was gone to. */
export interface CellCursor {
  readonly tables: readonly FixedTable[];
  /** null where the selected character is in no table. */
  readonly place: TablePlace | null;
  /** Of that cell. */
  readonly box: Box | null;
  /** Of the cell that is pointed at in a sheet. */
  readonly hoveredBox: Box | null;
  readonly hover: (place: TablePlace | null) => void;
  readonly goTo: (place: TablePlace) => void;
  /** Goes to the cell at a point of the picture. */
  readonly pickAt: (point: Point) => void;
  /** Whether the edges of columns can be moved on the picture now. */
  readonly isMovingEdges: boolean;
  readonly setMovingEdges: (isMoving: boolean) => void;
}

export function useCellCursor(
  reading: FixedReading,
  selectedId: number | null,
  select: (id: number) => void,
): CellCursor {
  const tables = useMemo(() => fixedTables(reading), [reading]);
  // An empty cell holds nothing to select, so that it is kept here until another character is selected.
  const [empty, setEmpty] = useState<{ readonly at: TablePlace; readonly selectedId: number | null } | null>(null);
  const [hovered, hover] = useState<TablePlace | null>(null);
  const [isMovingEdges, setMovingEdges] = useState(false);
  const cellAt = ({ table, row, column }: TablePlace) => tables[table]?.rows[row]?.[column];
  const emptyAt = empty?.selectedId === selectedId ? owning(tables, empty.at) : null;
  // A cell that was merged with the one on its left stays the one that is looked at.
  const isMerged = emptyAt !== null && emptyAt.column !== empty?.at.column;
  const isHeld = emptyAt !== null && (isMerged || cellAt(emptyAt)?.numbers.length === 0);
  const place = isHeld ? emptyAt : placeOf(tables, selectedId);

  const goTo = (at: TablePlace) => {
    const [first] = cellAt(at)?.numbers ?? [];
    setEmpty(first ? null : { at, selectedId });
    if (first) select(first.characters[0]!.id);
  };
  const pickAt = (point: Point) => {
    const found = placesOf(tables).find((at) => holds(cellAt(at)!.box, point));
    if (found) goTo(found);
  };
  const boxOf = (at: TablePlace | null) => (at && cellAt(at)?.box) ?? null;
  return {
    tables,
    place,
    box: boxOf(place),
    hoveredBox: boxOf(hovered),
    hover,
    goTo,
    pickAt,
    isMovingEdges,
    setMovingEdges,
  };
}

/** The cell that fills a place: one on its left where that was merged with it. */
function owning(tables: readonly FixedTable[], { table, row, column }: TablePlace): TablePlace {
  const cells = tables[table]?.rows[row] ?? [];
  return { table, row, column: cells.slice(0, column + 1).findLastIndex(({ span }) => span > 0) };
}

function placeOf(tables: readonly FixedTable[], id: number | null): TablePlace | null {
  for (const [table, fixed] of tables.entries()) {
    const place = cellAround(fixed, id);
    if (place) return { table, ...place };
  }
  return null;
}

/** All cells, merged ones once. */
function placesOf(tables: readonly FixedTable[]): readonly TablePlace[] {
  return tables.flatMap(({ rows }, table) =>
    rows.flatMap((cells, row) => cells.flatMap(({ span }, column) => (span > 0 ? [{ table, row, column }] : []))),
  );
}

function holds({ x, y, width, height }: Box, point: Point): boolean {
  return point.x >= x && point.x < x + width && point.y >= y && point.y < y + height;
}
