import { CHARACTERS } from '../contract/characters';
import { READING_THRESHOLDS } from '../contract/reading-thresholds';
import type { Label } from '../ctc/search-labels';
import { plausibility } from '../numbers/plausibility';

const indexOf = (wanted: string) => CHARACTERS.findIndex(({ code }) => code === wanted);
/** A stroke that may be any of them. */
const ONE = indexOf('1');
const MARKS = [indexOf('/'), indexOf(',')];

/**
 * Puts first the label that is most probable and plausible as a number. Where the best one is no plausible number, those are
 * weighed too in which ones are slashes or commas. Probabilities stay as they are.
 *
 * @param labels best first
 * @param scoreOf probability of any label
 */
export function plausibleFirst(
  labels: readonly Label[],
  scoreOf: (label: readonly number[]) => number,
): readonly Label[] {
  const [first] = labels;
  if (!first || plausibility(textOf(first)) === 1) return labels;
  const known = new Set(labels.map(({ indexes }) => indexes.join(' ')));
  const more = otherStrokes(first.indexes)
    .filter((indexes) => !known.has(indexes.join(' ')) && plausibility(textOf({ indexes })) === 1)
    .map((indexes) => ({ indexes, probability: scoreOf(indexes) }));
  const all = [...labels, ...more];
  const weighed = all.map((label) => label.probability * plausibility(textOf(label)));
  const best = all[weighed.indexOf(Math.max(...weighed))]!;
  return [best, ...labels.filter((label) => label !== best)];
}

/** The label with some of its last ones as slashes or commas. */
function otherStrokes(label: readonly number[]): readonly (readonly number[])[] {
  const ones = label
    .flatMap((index, position) => (index === ONE ? [position] : []))
    .slice(-READING_THRESHOLDS.looks.eitherStrokes);
  let variants: (readonly number[])[] = [label];
  for (const position of ones)
    variants = variants.flatMap((variant) => [variant, ...MARKS.map((mark) => variant.with(position, mark))]);
  return variants;
}

function textOf({ indexes }: Pick<Label, 'indexes'>): string {
  return indexes.map((index) => CHARACTERS[index]!.code).join('');
}
