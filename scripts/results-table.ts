import type {
  CheckFigures,
  ConfidenceFigures,
  EvaluationFigures,
  ShareFigures,
} from '../src/app/pages/model/card-files';
import type { NumberFigures } from '../src/cli/score-numbers';

/** What the verdicts of whole numbers are worth, where numbers were read. */
interface WithNumbers {
  readonly numbers?: NumberFigures;
}

/** A report of a data set, as `evaluate --all` writes it. Shares are 0..1. */
export type SetReport = EvaluationFigures & WithNumbers & { readonly medianMs: number };

/** Any report of `evaluate --all`. */
export type SuiteReport = SetReport | ConfidenceFigures | (CheckFigures & WithNumbers);

/** What `npm run measure:cases -- --write` writes. */
export interface CasesSummary extends CaseCounts {
  readonly kinds: readonly (CaseCounts & { readonly kind: string })[];
}

interface CaseCounts {
  readonly pictures: number;
  readonly right: number;
  /** In how many of them a number that stands nowhere is marked sure. */
  readonly withWrongSure: number;
}

/** What `npm run bench` measures. */
export interface BenchResult {
  /** Download sizes in bytes, in the words of the size gate. */
  readonly bytes: readonly { readonly name: string; readonly size: number }[];
  readonly pictures: number;
  readonly medianMs: number;
}

export const MARKERS = { begin: '<!-- figures: written by `npm run results` -->', end: '<!-- /figures -->' } as const;

const NOTHING_MEASURED = 'No figures have been measured with these models yet.';

const HEADER = [
  '| data set | split | pictures | exactly right (95 % interval) | digits right | nothing found | median time |',
  '|---|---|---:|---:|---:|---:|---:|',
];

/** The full figures: the table of sets, what all of them say together, the verdicts of numbers, the table of checks. */
export function resultsWords(reports: readonly SuiteReport[]): string {
  const sets = reports.filter((report): report is SetReport => report.group === 'sets');
  const together = reports.filter((report): report is ConfidenceFigures => report.group === 'together');
  const checks = reports.filter((report): report is CheckFigures & WithNumbers => 'parts' in report);
  const judged = [...sets, ...checks].flatMap(({ name, numbers }) => (numbers ? [{ name, numbers }] : []));
  return [
    resultsTable(sets),
    ...together.map(confidenceWords),
    ...(judged.length > 0 ? [numbersTable(judged)] : []),
    ...(checks.length > 0 ? [checksTable(checks)] : []),
  ].join('\n\n');
}

const SUMMARY_HEADER = ['| what is read | pictures | exactly right (95 % interval) |', '|---|---:|---:|'];

/** The README's short table: one row a report, in the order given. */
export function summaryWords(reports: readonly (SetReport | CheckFigures)[]): string {
  if (reports.length === 0) return NOTHING_MEASURED;
  const rows = reports.map((report) => {
    const means = 'parts' in report ? RIGHT[report.group] : '';
    return `| ${report.name} | ${report.count.toLocaleString('en-US')} | ${withInterval(report)}${means} |`;
  });
  return [...SUMMARY_HEADER, ...rows].join('\n');
}

/** One row a data set, in the order given; a sentence when there are none. */
function resultsTable(results: readonly SetReport[]): string {
  if (results.length === 0) return NOTHING_MEASURED;
  return [...HEADER, ...results.map(row)].join('\n');
}

function confidenceWords(figures: ConfidenceFigures): string {
  const { name, split, calibrationError, sureShare, sureAccuracy, checkShare } = figures;
  return [
    `Confidence, ${name} (${split}): expected calibration error ${percent(calibrationError)};`,
    `${percent(sureShare)} of the digits are marked 'sure', of which ${percent(sureAccuracy)} are right;`,
    `${percent(checkShare)} are marked 'check'.`,
  ].join(' ');
}

const NUMBERS_HEADER = [
  "| whole numbers | pictures marked 'sure' | of these right (95 % interval) | right ones sent to be checked |",
  '|---|---:|---:|---:|',
];

function numbersTable(rows: readonly { readonly name: string; readonly numbers: NumberFigures }[]): string {
  const written = rows.map(({ name, numbers: { sureShare, sureRight, sureRightWilson95, rightButChecked } }) => {
    const right =
      sureRight === null || sureRightWilson95 === null
        ? '-'
        : withInterval({ exact: sureRight, wilson95: sureRightWilson95 });
    return `| ${[name, percent(sureShare), right, percent(rightButChecked)].join(' | ')} |`;
  });
  return [...NUMBERS_HEADER, ...written].join('\n');
}

/** One paragraph about the pictures that people have trouble with: all of them, then kind by kind. */
export function casesWords({ pictures, right, withWrongSure, kinds }: CasesSummary): string {
  const each = kinds.map(({ kind, right: well, pictures: all }) => `${kind} ${well} of ${all}`);
  return `Pictures that people have trouble with: ${right} of ${pictures} right; a wrong number marked 'sure' in ${withWrongSure}. By kind: ${each.join('; ')}.`;
}

const CHECKS_HEADER = ['| check | pictures | right (95 % interval) | part by part |', '|---|---:|---:|---|'];

/** What counts as right where it is not that the digits are. */
const RIGHT: Readonly<Record<CheckFigures['group'], string>> = {
  hard: '',
  changed: ' as before',
  damaged: '',
  empty: ' nothing read',
  scripts: '',
  plates: '',
};

function checksTable(checks: readonly CheckFigures[]): string {
  return [...CHECKS_HEADER, ...checks.map(checkRow)].join('\n');
}

function checkRow(check: CheckFigures): string {
  const sure = check.withSureDigit === undefined ? '' : `, ${percent(check.withSureDigit)} with a 'sure' digit`;
  const cells = [
    `${check.name}; ${check.split}`,
    check.count.toLocaleString('en-US'),
    `${withInterval(check)}${RIGHT[check.group]}${sure}`,
    check.parts.map(partWords).join('; '),
  ];
  return `| ${cells.join(' | ')} |`;
}

function partWords({ name, exact, withSureDigit }: ShareFigures): string {
  const sure = withSureDigit ? `, ${percent(withSureDigit)} with a 'sure' digit` : '';
  return `${name} ${percent(exact)}${sure}`;
}

/** One sentence a fact about size and speed. */
export function benchWords({ bytes, pictures, medianMs }: BenchResult): string {
  const sizes = bytes.map(
    ({ name, size }) => `${name}: ${(size / 1000).toLocaleString('en-US', { maximumFractionDigits: 0 })} kB`,
  );
  return `Download, gzip (models on disk: as they are): ${sizes.join('; ')}. Reading takes ${medianMs} ms a picture in Node (WebAssembly, median of ${pictures} sample pictures).`;
}

function row(result: SetReport): string {
  const cells = [
    result.name,
    result.split,
    result.count.toLocaleString('en-US'),
    withInterval(result),
    percent(result.digitAccuracy),
    percent(result.blank),
    `${result.medianMs < 10 ? result.medianMs.toFixed(1) : Math.round(result.medianMs)} ms`,
  ];
  return `| ${cells.join(' | ')} |`;
}

function withInterval({ exact, wilson95: [low, high] }: Pick<ShareFigures, 'exact' | 'wilson95'>): string {
  return `${percent(exact)} (${percent(low)}-${percent(high)})`;
}

function percent(rate: number): string {
  return `${(rate * 100).toFixed(2).replace(/0$/, '')} %`;
}

/**
 * Puts `table` between the markers of `document`.
 *
 * @returns undefined when the markers are missing or stand in the wrong order
 */
export function insertBetweenMarkers(document: string, table: string): string | undefined {
  const begin = document.indexOf(MARKERS.begin);
  const end = document.indexOf(MARKERS.end);
  if (begin < 0 || end < begin) return undefined;
  return `${document.slice(0, begin + MARKERS.begin.length)}\n\n${table}\n\n${document.slice(end)}`;
}
