/** A place in a table; both count from 0. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

export interface TableSize {
  readonly rows: number;
  readonly columns: number;
}

/**
 * Where a key leads from a cell, as in a spreadsheet: arrows one on, Home and End along the row, with Ctrl to the corners.
 *
 * @returns null when the key means nothing here
 */
export function moveCell({ row, column }: CellPlace, key: string, isFar: boolean, size: TableSize): CellPlace | null {
  const last = { row: size.rows - 1, column: size.columns - 1 };
  switch (key) {
    case 'ArrowUp':
      return { row: Math.max(0, row - 1), column };
    case 'ArrowDown':
      return { row: Math.min(last.row, row + 1), column };
    case 'ArrowLeft':
      return { row, column: Math.max(0, column - 1) };
    case 'ArrowRight':
      return { row, column: Math.min(last.column, column + 1) };
    case 'Home':
      return isFar ? { row: 0, column: 0 } : { row, column: 0 };
    case 'End':
      return isFar ? last : { row, column: last.column };
    default:
      return null;
  }
}

/**
 * The cell that is reached at a place: merged cells are one, which a way from the left leaves on its right.
 *
 * @param spans of each row the columns that its cells fill, 0 for a place that its left neighbor fills
 */
export function landing(to: CellPlace, from: CellPlace, spans: readonly (readonly number[])[]): CellPlace {
  const row = spans[to.row] ?? [];
  const ownerOf = (column: number) => row.findLastIndex((span, at) => at <= column && span > 0);
  const owner = ownerOf(to.column);
  const isStuck = to.row === from.row && owner === from.column && to.column > from.column;
  const next = owner + (row[owner] ?? 1);
  return { row: to.row, column: isStuck && next < row.length ? next : owner };
}

/** The next cell in which something is to be checked, after the given one and then from the start; null where there is none. */
export function nextOpenCell(
  isOpen: (place: CellPlace) => boolean,
  from: CellPlace,
  size: TableSize,
): CellPlace | null {
  const count = size.rows * size.columns;
  const start = from.row * size.columns + from.column;
  for (let step = 1; step < count; step += 1) {
    const at = (start + step) % count;
    const place = { row: Math.floor(at / size.columns), column: at % size.columns };
    if (isOpen(place)) return place;
  }
  return null;
}
