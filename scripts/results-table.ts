/** What `evaluate --json` prints, with a name and the split's words added by hand. */
export interface EvaluationResult {
  readonly name: string;
  /** Which part was measured and that nothing of it was trained on. */
  readonly split: string;
  readonly count: number;
  /** Rates are 0..1. */
  readonly exact: number;
  readonly digitAccuracy: number;
  readonly wilson95: readonly [number, number];
  readonly blank: number;
  readonly medianMs: number;
}

/** What `npm run bench` measures. */
export interface BenchResult {
  /** Download sizes in bytes, in the words of the size gate. */
  readonly bytes: readonly { readonly name: string; readonly size: number }[];
  readonly pictures: number;
  readonly medianMs: number;
}

export const MARKERS = { begin: '<!-- figures: written by `npm run results` -->', end: '<!-- /figures -->' } as const;

const HEADER = [
  '| data set | split | pictures | exactly right (95 % interval) | digits right | nothing found | median time |',
  '|---|---|---:|---:|---:|---:|---:|',
];

/** The README's table of figures, one row a result, in the order given; a sentence when there are none. */
export function resultsTable(results: readonly EvaluationResult[]): string {
  if (results.length === 0) return 'No figures have been measured with these models yet.';
  return [...HEADER, ...results.map(row)].join('\n');
}

/** One sentence a fact about size and speed. */
export function benchWords({ bytes, pictures, medianMs }: BenchResult): string {
  const sizes = bytes.map(
    ({ name, size }) => `${name}: ${(size / 1000).toLocaleString('en-US', { maximumFractionDigits: 0 })} kB`,
  );
  return `Download, gzip (models on disk: as they are): ${sizes.join('; ')}. Reading takes ${medianMs} ms a picture in Node (WebAssembly, median of ${pictures} sample pictures).`;
}

function row(result: EvaluationResult): string {
  const [low, high] = result.wilson95;
  const cells = [
    result.name,
    result.split,
    result.count.toLocaleString('en-US'),
    `${percent(result.exact)} (${percent(low)}-${percent(high)})`,
    percent(result.digitAccuracy),
    percent(result.blank <= 1 ? result.blank : result.blank / result.count),
    `${result.medianMs < 10 ? result.medianMs.toFixed(1) : Math.round(result.medianMs)} ms`,
  ];
  return `| ${cells.join(' | ')} |`;
}

function percent(rate: number): string {
  return `${(rate * 100).toFixed(2).replace(/0$/, '')} %`;
}

/**
 * Puts `table` between the markers of `readme`.
 *
 * @returns undefined when the markers are missing or stand in the wrong order
 */
export function insertBetweenMarkers(readme: string, table: string): string | undefined {
  const begin = readme.indexOf(MARKERS.begin);
  const end = readme.indexOf(MARKERS.end);
  if (begin < 0 || end < begin) return undefined;
  return `${readme.slice(0, begin + MARKERS.begin.length)}\n\n${table}\n\n${readme.slice(end)}`;
}
