import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { MistakesFile } from '../src/app/pages/model/card-files';
import { cardFigures } from './card-figures';
import { classifierWeights } from './classifier-weights';
import {
  type BenchResult,
  benchWords,
  type CasesSummary,
  casesWords,
  insertBetweenMarkers,
  resultsWords,
  type SuiteReport,
  summaryWords,
} from './results-table';

const ROOT = path.resolve(import.meta.dirname, '..');

const RESULTS = path.join(ROOT, 'training/results');
const CASES = path.join(RESULTS, 'cases/summary.json');
const BENCH = path.join(ROOT, 'training/bench.json');

/** The rows of the README's short table: what people hand in, tables, what is hard, and what holds no number. At most nine. */
const SUMMARY = [
  '02-mnist-pipeline',
  '03-cheque-strips',
  '04-photographed-numbers',
  '36-sudoku-cells',
  '37-table-cells',
  '20-logbooks',
  '25-election-forms',
  '13-hard-numbers',
  '18-no-digits',
];
const CARD = path.join(ROOT, 'public/model-card/results.json');
const MISTAKES = path.join(ROOT, 'public/model-card/mistakes.json');

/**
 * Writes the figures of `docs/accuracy.md`, the README and the app's model page from `training/results/*.json`; with --check it only
 * fails when they are stale.
 */
function writeResults(isCheck: boolean): number {
  if (areMistakesOld())
    console.warn('The mistakes on the model page are of other weights: run `npm run write:mistakes`.');
  return Math.max(
    writeDocument('README.md', summary(), isCheck),
    writeDocument('docs/accuracy.md', figures(), isCheck),
    writeCard(isCheck),
  );
}

/** The page says so itself, so this is no failure: a training that is not finished yet changes the weights often. */
function areMistakesOld(): boolean {
  if (!existsSync(MISTAKES)) return true;
  const { weights } = JSON.parse(readFileSync(MISTAKES, 'utf8')) as MistakesFile;
  return weights !== classifierWeights(ROOT);
}

function writeCard(isCheck: boolean): number {
  const card = `${JSON.stringify(cardFigures(readResults()))}\n`;
  if (existsSync(CARD) && readFileSync(CARD, 'utf8') === card) return 0;
  if (isCheck) {
    console.error('The figures of the model page are stale: run `npm run results`.');
    return 1;
  }
  writeFileSync(CARD, card);
  return 0;
}

function writeDocument(name: string, words: string, isCheck: boolean): number {
  const file = path.join(ROOT, name);
  const document = readFileSync(file, 'utf8');
  const updated = insertBetweenMarkers(document, words);
  if (updated === undefined) {
    console.error(`${name} lacks the markers around its figures.`);
    return 1;
  }
  if (updated === document) return 0;
  if (isCheck) {
    console.error(`The figures in ${name} are stale: run \`npm run results\`.`);
    return 1;
  }
  writeFileSync(file, updated);
  return 0;
}

function summary(): string {
  return summaryWords(
    SUMMARY.flatMap((id) => {
      const report = readResult(id);
      return report && 'exact' in report ? report : [];
    }),
  );
}

function figures(): string {
  const bench = existsSync(BENCH) ? [benchWords(JSON.parse(readFileSync(BENCH, 'utf8')) as BenchResult)] : [];
  const cases = existsSync(CASES) ? [casesWords(JSON.parse(readFileSync(CASES, 'utf8')) as CasesSummary)] : [];
  return [resultsWords(readResults()), ...cases, ...bench].join('\n\n');
}

function readResults(): SuiteReport[] {
  if (!existsSync(RESULTS)) return [];
  return readdirSync(RESULTS)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => readResult(path.basename(name, '.json')) ?? []);
}

/** @returns null where a suite has not been measured */
function readResult(id: string): SuiteReport | null {
  const file = path.join(RESULTS, `${id}.json`);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as SuiteReport) : null;
}

process.exitCode = writeResults(process.argv.includes('--check'));
