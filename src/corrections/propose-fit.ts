import type { Expectation } from '../contract/expectation';
import { fits } from './expectations';
import { characterOf, type FixedDigit, type FixedReading, numbersOf } from './fixed-reading';

/** Candidates below this are not worth a proposal. */
const LEAST_PROBABILITY = 0.001;
/** Readings of one number that are looked at, most probable first. */
const MOST_TRIES = 1000;

/** A number that is not what is expected. */
export interface Misfit {
  readonly digits: readonly FixedDigit[];
  readonly text: string;
  /** The most probable reading that fits, where other labels are enough; null otherwise. */
  readonly proposal: Proposal | null;
}

export interface Proposal {
  readonly text: string;
  /** Only the digits that change. */
  readonly labels: readonly { readonly id: number; readonly label: number }[];
}

/** The numbers of a reading that do not fit what is expected, in reading order. */
export function misfits(reading: FixedReading, expectation: Expectation): readonly Misfit[] {
  const numbers = reading.lines.flatMap(numbersOf);
  return numbers.flatMap((digits): Misfit[] => {
    const text = digits.map(characterOf).join('');
    return fits(text, expectation) ? [] : [{ digits, text, proposal: proposeFit(digits, expectation) }];
  });
}

interface Option {
  readonly label: number;
  /** Negative logarithm of the probability: costs add up. */
  readonly cost: number;
}

interface Attempt {
  /** Which option of each digit. */
  readonly choice: readonly number[];
  readonly cost: number;
  /** Only digits from here on may still change, so that no attempt comes up twice. */
  readonly from: number;
}

/**
 * The most probable labels that make a number fit, found by trying its readings from the most probable on. What a
 * person typed or accepted stays as it is.
 *
 * @returns null when none of the readings worth trying fits
 */
function proposeFit(digits: readonly FixedDigit[], expectation: Expectation): Proposal | null {
  const options = digits.map(optionsOf);
  if (options.some((list) => list.length === 0)) return null;
  const best = options.map(() => 0);
  let open: Attempt[] = [{ choice: best, cost: costOf(options, best), from: 0 }];
  for (let tries = 0; tries < MOST_TRIES && open.length > 0; tries += 1) {
    const attempt = open.reduce((least, other) => (other.cost < least.cost ? other : least));
    const labels = attempt.choice.map((option, index) => options[index]![option]!.label);
    if (fits(labels.join(''), expectation)) return proposalOf(digits, labels);
    open = [...open.filter((other) => other !== attempt), ...variantsOf(attempt, options)];
  }
  return null;
}

function optionsOf({ label, mark, prediction }: FixedDigit): readonly Option[] {
  if (mark === 'edited' || mark === 'accepted') return label === null ? [] : [{ label, cost: 0 }];
  return (prediction?.ranked ?? [])
    .filter(({ probability }) => probability >= LEAST_PROBABILITY)
    .map(({ label: candidate, probability }) => ({ label: candidate, cost: -Math.log(probability) }));
}

function costOf(options: readonly (readonly Option[])[], choice: readonly number[]): number {
  return choice.reduce((sum, option, index) => sum + (options[index]?.[option]?.cost ?? 0), 0);
}

/** The next worse option at one digit: the last one that was changed, or one behind it. */
function variantsOf({ choice, from }: Attempt, options: readonly (readonly Option[])[]): Attempt[] {
  const variants: Attempt[] = [];
  for (let index = from; index < choice.length; index += 1) {
    const next = choice.with(index, choice[index]! + 1);
    if (options[index]![next[index]!]) variants.push({ choice: next, cost: costOf(options, next), from: index });
  }
  return variants;
}

function proposalOf(digits: readonly FixedDigit[], labels: readonly number[]): Proposal {
  const changed = digits.flatMap(({ id, label }, index) =>
    label === labels[index] ? [] : [{ id, label: labels[index]! }],
  );
  return { text: labels.join(''), labels: changed };
}
