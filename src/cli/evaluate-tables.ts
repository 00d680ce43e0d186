import type { Reader } from '../reading/reader';
import type { TableSuite } from './evaluation-suite';
import { gridTables, openGridSet } from './grid-set';
import { composedTables, PAPERS } from './made-sets/composed-tables';
import { markCells } from './made-sets/mark-cells';
import { readAll } from './read-all';
import { limited } from './select-pictures';
import { partedReport, type ScoredPart } from './suite-report';
import { folderOf, openPenDigits, openSource, type SourceOptions } from './suite-sources';
import { evaluateTables, type TablePicture } from './table-cells';

/** Numbers and empty cells get figures of their own. */
export async function evaluateTableSuite(row: TableSuite, reader: Reader, options: SourceOptions): Promise<object> {
  const scored: ScoredPart[] = [];
  for (const { name, tables } of await openTables(row, options)) {
    process.stderr.write(`${name}: `);
    const chosen = limited(tables, options.limit);
    const count = chosen.reduce((sum, { labels }) => sum + labels.length, 0);
    const cells = await readAll(evaluateTables(chosen, reader), count);
    const filled = cells.filter(({ label }) => label !== '');
    const empty = cells.filter(({ label }) => label === '');
    scored.push({ name: `${name}, numbers`, pictures: filled });
    if (empty.length > 0) scored.push({ name: `${name}, empty cells`, pictures: empty });
  }
  return { ...partedReport(row.group, scored), stage: row.stage };
}

async function openTables(
  { grids, cells = [], pen }: TableSuite,
  options: SourceOptions,
): Promise<{ readonly name: string; readonly tables: readonly TablePicture[] }[]> {
  if (grids !== undefined) {
    const folder = folderOf({ folder: grids }, options.cache);
    return [{ name: grids, tables: gridTables(await openGridSet(folder)) }];
  }
  const styles = await Promise.all(
    cells.map(async ({ scale, ...source }) => {
      const pictures = await openSource(source, { ...options, limit: undefined });
      const written = pictures.map(({ label, open }) => ({ label: label.replace(/\D/g, ''), open }));
      return { name: source.folder, cells: written, scale };
    }),
  );
  if (pen) styles.push({ name: 'marks', cells: markCells(await openPenDigits(pen, options)), scale: 1 });
  return PAPERS.map((paper) => ({ name: paper, tables: composedTables(paper, styles) }));
}
