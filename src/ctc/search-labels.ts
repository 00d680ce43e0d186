import { READING_THRESHOLDS } from '../contract/reading-thresholds';

/** A label with its probability: the sum over all the ways in which columns can spell it. */
export interface Label {
  readonly indexes: readonly number[];
  readonly probability: number;
}

interface Prefix {
  readonly indexes: readonly number[];
  /** Log probability of all paths that end in the blank, and of those that end in the last character. */
  readonly blank: number;
  readonly character: number;
}

const { beam: BEAM, leastOutput } = READING_THRESHOLDS.looks;
const LEAST = Math.log(leastOutput);

/**
 * Prefix beam search over the outputs of connectionist temporal classification (Graves et al. 2006; Hannun et al. 2014).
 *
 * @param logs log probabilities, `columns * outputs` long, one column after the other; the last output is the blank
 * @param count labels wanted
 * @returns the most probable labels, best first
 */
export function searchLabels(logs: Float32Array, outputs: number, count: number): Label[] {
  const blank = outputs - 1;
  let prefixes: readonly Prefix[] = [{ indexes: [], blank: 0, character: Number.NEGATIVE_INFINITY }];
  for (let at = 0; at < logs.length; at += outputs) {
    const column = logs.subarray(at, at + outputs);
    const next = new Map<string, { indexes: readonly number[]; blank: number; character: number }>();
    for (const prefix of prefixes) {
      const total = addLogs(prefix.blank, prefix.character);
      const last = prefix.indexes.at(-1);
      const same = entry(next, prefix.indexes);
      same.blank = addLogs(same.blank, total + column[blank]!);
      if (last !== undefined) same.character = addLogs(same.character, prefix.character + column[last]!);
      for (let index = 0; index < blank; index++) {
        const log = column[index]!;
        if (log < LEAST) continue;
        const longer = entry(next, [...prefix.indexes, index]);
        longer.character = addLogs(longer.character, (index === last ? prefix.blank : total) + log);
      }
    }
    prefixes = [...next.values()].sort((a, b) => totalOf(b) - totalOf(a)).slice(0, BEAM);
  }
  return prefixes
    .slice(0, count)
    .map((prefix) => ({ indexes: prefix.indexes, probability: Math.exp(totalOf(prefix)) }));
}

function entry(
  prefixes: Map<string, { indexes: readonly number[]; blank: number; character: number }>,
  indexes: readonly number[],
) {
  const key = indexes.join(' ');
  const known = prefixes.get(key);
  if (known) return known;
  const fresh = { indexes, blank: Number.NEGATIVE_INFINITY, character: Number.NEGATIVE_INFINITY };
  prefixes.set(key, fresh);
  return fresh;
}

function totalOf({ blank, character }: Prefix): number {
  return addLogs(blank, character);
}

/** log(e^a + e^b) */
export function addLogs(a: number, b: number): number {
  const [more, less] = a > b ? [a, b] : [b, a];
  return less === Number.NEGATIVE_INFINITY ? more : more + Math.log1p(Math.exp(less - more));
}
