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
} from './results-table';

const ROOT = path.resolve(import.meta.dirname, '..');

const RESULTS = path.join(ROOT, 'training/results');
const CASES = path.join(RESULTS, 'cases/summary.json');
const BENCH = path.join(ROOT, 'training/bench.json');
const README = path.join(ROOT, 'README.md');
const CARD = path.join(ROOT, 'public/model-card/results.json');
const MISTAKES = path.join(ROOT, 'public/model-card/mistakes.json');

/**
 * Writes the figures of the README and of the app's model page from `training/results/*.json`; with --check it only
 * fails when they are stale.
 */
function writeResults(isCheck: boolean): number {
  if (areMistakesOld())
    console.warn('The mistakes on the model page are of other weights: run `npm run write:mistakes`.');
  return Math.max(writeReadme(isCheck), writeCard(isCheck));
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

function writeReadme(isCheck: boolean): number {
  const readme = readFileSync(README, 'utf8');
  const updated = insertBetweenMarkers(readme, figures());
  if (updated === undefined) {
    console.error('README.md lacks the markers around its figures.');
    return 1;
  }
  if (updated === readme) return 0;
  if (isCheck) {
    console.error('The figures in README.md are stale: run `npm run results`.');
    return 1;
  }
  writeFileSync(README, updated);
  return 0;
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
    .map((name) => JSON.parse(readFileSync(path.join(RESULTS, name), 'utf8')) as SuiteReport);
}

process.exitCode = writeResults(process.argv.includes('--check'));
