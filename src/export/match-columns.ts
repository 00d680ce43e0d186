/** One set of columns for tables of many pictures. */
export interface MatchedColumns {
  /** '' for a column without a name. */
  readonly names: readonly string[];
  /** For each table, in order, where its columns go: indexes into `names`. */
  readonly places: readonly (readonly number[])[];
}

/**
 * Puts the columns of many tables together: by their names, and those without one by their places; what fits nowhere
 * comes behind.
 *
 * @param tables the names of the columns of each; '' for a column without one
 */
export function matchColumns(tables: readonly (readonly string[])[]): MatchedColumns {
  const names: string[] = [];
  const places = tables.map((columns) => {
    const byName = columns.map((name) => (name === '' ? -1 : names.findIndex((known) => isSame(known, name))));
    const taken = new Set(byName.filter((at) => at >= 0));
    return columns.map((name, column) => {
      const found = byName[column]!;
      if (found >= 0) return found;
      const isFree = !taken.has(column) && column < names.length;
      const at =
        isFree && (name === '' || names[column] === '') ? column : freeFrom(Math.max(column, names.length), taken);
      taken.add(at);
      while (names.length <= at) names.push('');
      if (name !== '') names[at] = name;
      return at;
    });
  });
  return { names, places };
}

/** A row of a table in its places; null where it has nothing. */
export function placedCells<Cell>(cells: readonly Cell[], places: readonly number[], count: number): (Cell | null)[] {
  const placed = Array<Cell | null>(count).fill(null);
  for (const [column, cell] of cells.entries()) placed[places[column]!] = cell;
  return placed;
}

function isSame(known: string, name: string): boolean {
  return known.trim().toLowerCase() === name.trim().toLowerCase();
}

function freeFrom(start: number, taken: ReadonlySet<number>): number {
  let at = start;
  while (taken.has(at)) at += 1;
  return at;
}
