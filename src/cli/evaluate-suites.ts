import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Reader } from '../reading/reader';
import { PICTURE_CHANGES } from './changed-picture';
import { evaluateChanges } from './evaluate-changes';
import { evaluateForms } from './evaluate-forms';
import { evaluatePlates } from './evaluate-plates';
import { evaluateScripts } from './evaluate-scripts';
import { evaluateClassifier, evaluatePipeline } from './evaluate-stages';
import { evaluateTableSuite } from './evaluate-tables';
import type { ChangedSuite, EvaluationSuite, MadeSuite, PenSuite, SetSuite, SummedSuite } from './evaluation-suite';
import { EVALUATION_SUITES } from './evaluation-suites';
import { evaluateGrids, openGridSet } from './grid-set';
import type { MeasuredPart } from './measured-part';
import { readAll } from './read-all';
import { type ScoredPicture, score } from './score';
import { seededRandom } from './seeded-random';
import { limited } from './select-pictures';
import { confidenceReport, pairsReport, partedReport, type ScoredPart, type SummableReport } from './suite-report';
import { folderOf, MNIST_TEST, NotThere, openPenDigits, openSource, type SourceOptions } from './suite-sources';

export const STAGES = { pipeline: evaluatePipeline, classifier: evaluateClassifier } as const;

export interface SuiteOptions extends SourceOptions {
  /** Parts of the ids of the suites wanted. */
  readonly suite: readonly string[];
  /** Folder for the reports; those that are added up are read from there. */
  readonly results: string;
  /** Names the models' weights in the reports. */
  readonly weights: string;
  /** Names the code that reads, in the reports. */
  readonly code: string;
  /** Leaves out what has a report of these weights, this code and as many pictures; what is added up is always added up again. */
  readonly resume?: boolean;
}

/** How a report came about. */
interface ReportOrigin {
  readonly weights: string;
  readonly code: string;
  readonly limit?: string | undefined;
}

/**
 * Measures suite after suite and writes their reports.
 *
 * @returns how many could not be measured for want of their data; each is named on standard error
 */
export async function evaluateSuites(reader: Reader, options: SuiteOptions): Promise<number> {
  let missing = 0;
  await mkdir(options.results, { recursive: true });
  for (const row of EVALUATION_SUITES.filter(({ id }) => options.suite.some((wanted) => id.includes(wanted)))) {
    const path = join(options.results, `${row.id}.json`);
    const origin: ReportOrigin = { weights: options.weights, code: options.code, limit: options.limit };
    if (options.resume && !('of' in row) && (await isMeasured(path, origin))) {
      process.stderr.write(`${row.name}: measured already\n`);
      continue;
    }
    process.stderr.write(`${row.name}\n`);
    try {
      const { group, name, split } = row;
      const report = { group, name, split, ...(await evaluateSuite(row, reader, options)) };
      const about = { backend: reader.backend.name, modelVersion: reader.modelVersion, ...origin };
      await writeFile(path, `${JSON.stringify({ ...report, ...about }, null, 2)}\n`);
    } catch (error) {
      if (!(error instanceof NotThere)) throw error;
      process.stderr.write(`${row.name}: ${error.message}\n`);
      missing += 1;
    }
  }
  return missing;
}

async function isMeasured(path: string, { weights, code, limit }: ReportOrigin): Promise<boolean> {
  if (!existsSync(path)) return false;
  const report = JSON.parse(await readFile(path, 'utf8')) as Partial<ReportOrigin>;
  return report.weights === weights && report.code === code && report.limit === limit;
}

function evaluateSuite(row: EvaluationSuite, reader: Reader, options: SuiteOptions): Promise<object> {
  if (row.how === 'set') return evaluateSet(row, reader, options);
  if (row.how === 'pen') return evaluatePen(row, reader, options);
  if (row.how === 'made') return evaluateMade(row, reader, options);
  if (row.how === 'tables') return evaluateTableSuite(row, reader, options);
  if (row.how === 'forms') return evaluateForms(row, reader, options);
  if (row.how === 'scripts') return evaluateScripts(row, reader, options);
  if (row.how === 'plates') return evaluatePlates(row, reader, options);
  if (row.how === 'changed') return evaluateChanged(row, reader, options);
  return sumUp(row, options);
}

async function evaluateSet(row: SetSuite, reader: Reader, options: SuiteOptions): Promise<object> {
  const scored = await readSet(row, reader, options);
  const kind = scored.every(({ label }) => /^\d$/.test(label)) ? 'singles' : 'strings';
  return { set: row.folder, kind, ...score(scored, kind), stage: row.stage };
}

async function readSet(row: SetSuite, reader: Reader, options: SuiteOptions): Promise<ScoredPicture[]> {
  if (row.cells) {
    const grids = await openGridSet(folderOf(row, options.cache));
    return readAll(evaluateGrids(grids, row.cells, reader), grids.length * 81);
  }
  const pictures = await openSource(row, options);
  return readAll(STAGES[row.stage](pictures, reader), pictures.length);
}

async function evaluateMade(row: MadeSuite, reader: Reader, options: SuiteOptions): Promise<object> {
  return evaluateParts(row, row.parts(await openSource(MNIST_TEST, { ...options, limit: undefined })), reader, options);
}

async function evaluatePen(row: PenSuite, reader: Reader, options: SuiteOptions): Promise<object> {
  return evaluateParts(row, row.parts(await openPenDigits(row, options)), reader, options);
}

async function evaluateParts(
  { group, stage }: MadeSuite | PenSuite,
  parts: readonly MeasuredPart[],
  reader: Reader,
  { limit }: SuiteOptions,
): Promise<object> {
  const scored: ScoredPart[] = [];
  for (const { name, pictures } of parts) {
    process.stderr.write(`${name}: `);
    const chosen = limited(pictures, limit);
    scored.push({ name, pictures: await readAll(STAGES[stage](chosen, reader), chosen.length) });
  }
  return { ...partedReport(group, scored), stage };
}

async function evaluateChanged(row: ChangedSuite, reader: Reader, options: SuiteOptions): Promise<object> {
  const byChange = new Map<string, ScoredPicture[]>();
  for (const source of row.sources) {
    const all = await openSource(source, { ...options, limit: undefined });
    const chosen = limited(seededRandom(JSON.stringify(source)).sample(all, row.perSource), options.limit);
    for await (const { change, picture } of evaluateChanges(chosen, reader))
      byChange.set(change, [...(byChange.get(change) ?? []), picture]);
    process.stderr.write(`${source.folder} ${source.prefix ?? ''} done\n`);
  }
  // In their own order: the first picture may be too small or too large for some changes.
  const parts = PICTURE_CHANGES.map(({ name }) => ({ name, pictures: byChange.get(name) ?? [] }));
  return {
    ...partedReport(
      row.group,
      parts.filter(({ pictures }) => pictures.length > 0),
    ),
    stage: row.stage,
  };
}

async function sumUp({ how, of }: SummedSuite, { results }: SuiteOptions): Promise<object> {
  const reports = await Promise.all(
    of.map(async (id) => {
      const path = join(results, `${id}.json`);
      if (!existsSync(path)) throw new NotThere(`${path} has to be measured first`);
      return JSON.parse(await readFile(path, 'utf8')) as SummableReport;
    }),
  );
  return how === 'confidence' ? confidenceReport(reports) : pairsReport(reports);
}
