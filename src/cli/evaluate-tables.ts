import type { Reader } from '../reading/reader';
import type { TableSuite } from './evaluation-suite';
import { gridTables, openGridSet } from './grid-set';
import { type CellStyle, composedTables } from './made-sets/composed-tables';
import { markCells } from './made-sets/mark-cells';
import { PRINT_FONTS, type PrintFont } from './made-sets/printed-labels';
import { PAPERS } from './made-sets/table-rulings';
import { readAll } from './read-all';
import { limited } from './select-pictures';
import { partedReport, type ScoredPart } from './suite-report';
import { folderOf, openPenDigits, openSource, type SourceOptions } from './suite-sources';
import { evaluateTables, type TablePicture } from './table-cells';
import { evaluateLabels, KEPT, LEFT_OUT } from './table-labels';

/** Numbers and empty cells get figures of their own. */
export async function evaluateTableSuite(row: TableSuite, reader: Reader, options: SourceOptions): Promise<object> {
  if (row.hasLabels) return evaluateLabelSuite(row, reader, options);
  const scored: ScoredPart[] = [];
  for (const { name, tables } of await openTables(row, options)) {
    process.stderr.write(`${name}: `);
    const chosen = limited(tables, options.limit);
    const cells = await readAll(evaluateTables(chosen, reader), countOf(chosen));
    const filled = cells.filter(({ label }) => label !== '');
    const empty = cells.filter(({ label }) => label === '');
    scored.push({ name: `${name}, numbers`, pictures: filled });
    if (empty.length > 0) scored.push({ name: `${name}, empty cells`, pictures: empty });
  }
  return { ...partedReport(row.group, scored), stage: row.stage };
}

/** Labels, the writing that they stand around, and tables without any get figures of their own. */
async function evaluateLabelSuite(row: TableSuite, reader: Reader, options: SourceOptions): Promise<object> {
  const styles = await openStyles(row, options);
  const read = async (fonts: readonly PrintFont[]) => {
    const tables = PAPERS.flatMap((paper) => limited(composedTables(paper, styles, fonts), options.limit));
    return readAll(evaluateLabels(tables, reader), countOf(tables));
  };
  const around = await read(PRINT_FONTS);
  const grids = row.grids === undefined ? [] : limited(await openGrids(row.grids, options), options.limit);
  const parts: readonly ScoredPart[] = [
    { name: 'printed labels, left out', pictures: around.filter(({ label }) => label === LEFT_OUT) },
    { name: 'handwritten numbers beside them, kept', pictures: around.filter(({ label }) => label === KEPT) },
    { name: 'handwritten numbers of tables without labels, kept', pictures: await read([]) },
    {
      name: 'printed and handwritten cells of photographed sudokus, kept',
      pictures: await readAll(evaluateLabels(grids, reader), countOf(grids)),
    },
  ];
  return { ...partedReport(row.group, parts), stage: row.stage };
}

async function openGrids(folder: string, { cache }: SourceOptions): Promise<TablePicture[]> {
  return gridTables(await openGridSet(folderOf({ folder }, cache)));
}

function countOf(tables: readonly TablePicture[]): number {
  return tables.reduce((sum, { labels }) => sum + labels.length, 0);
}

async function openTables(
  row: TableSuite,
  options: SourceOptions,
): Promise<{ readonly name: string; readonly tables: readonly TablePicture[] }[]> {
  if (row.grids !== undefined) return [{ name: row.grids, tables: await openGrids(row.grids, options) }];
  const styles = await openStyles(row, options);
  return PAPERS.map((paper) => ({ name: paper, tables: composedTables(paper, styles) }));
}

async function openStyles({ cells = [], pen }: TableSuite, options: SourceOptions): Promise<CellStyle[]> {
  const styles = await Promise.all(
    cells.map(async ({ scale, ...source }) => {
      const pictures = await openSource(source, { ...options, limit: undefined });
      const written = pictures.map(({ label, open }) => ({ label: label.replace(/\D/g, ''), open }));
      return { name: source.folder, cells: written, scale };
    }),
  );
  if (pen) styles.push({ name: 'marks', cells: markCells(await openPenDigits(pen, options)), scale: 1 });
  return styles;
}
