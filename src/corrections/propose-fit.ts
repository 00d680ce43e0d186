import type { Expectation } from '../contract/expectation';
import { PROPOSAL_THRESHOLDS } from '../contract/proposal-thresholds';
import type { Edit } from './edit';
import { fits } from './expectations';
import { type FixedNumber, fixedNumbers } from './fixed-number';
import type { FixedCharacter, FixedReading } from './fixed-reading';

/** A number that is not what is expected. */
export interface Misfit {
  readonly number: FixedNumber;
  /** The most probable reading that fits; null when nothing plausible does. */
  readonly proposal: Proposal | null;
}

export interface Proposal {
  readonly text: string;
  readonly edit: Edit;
}

/** The numbers of a reading that do not fit what is expected, in reading order. */
export function misfits(reading: FixedReading, expectation: Expectation): readonly Misfit[] {
  return fixedNumbers(reading)
    .filter(({ text }) => !fits(text, expectation))
    .map((number) => ({ number, proposal: propose(number, expectation) }));
}

/** One of the reader's other readings, other digits, or all but the marks. */
function propose(number: FixedNumber, expectation: Expectation): Proposal | null {
  const found = proposeText(number, (text) => fits(text, expectation));
  if (found) return found;
  const digits = number.text.replace(/[^\d_]/g, '');
  return expectation.id === 'digits-only' && fits(digits, expectation) ? rewriting(number, digits) : null;
}

/**
 * The reading of a number that fits, most probable first: one of the reader's others, else other digits. What a person
 * typed or accepted stays as it is.
 *
 * @param least the probability below which a reading is not worth a proposal; absent: all of the reader's own are
 * @returns null when nothing plausible fits
 */
export function proposeText(number: FixedNumber, isFit: (text: string) => boolean, least?: number): Proposal | null {
  const other = number.alternatives.find(({ text, confidence }) => confidence >= (least ?? 0) && isFit(text));
  return other
    ? rewriting(number, other.text)
    : proposeDigits(number.characters, isFit, least ?? PROPOSAL_THRESHOLDS.fit);
}

function rewriting({ characters }: FixedNumber, text: string): Proposal {
  return { text, edit: { kind: 'rewrite', id: characters[0]!.id, text } };
}

interface Option {
  readonly code: string;
  /** Negative logarithm of the probability: costs add up. */
  readonly cost: number;
}

interface Attempt {
  /** Which option of each character. */
  readonly choice: readonly number[];
  readonly cost: number;
  /** Only characters from here on may still change, so that no attempt comes up twice. */
  readonly from: number;
}

/** The most probable digits that make a number fit, found by trying its readings from the most probable on. */
function proposeDigits(
  characters: readonly FixedCharacter[],
  isFit: (text: string) => boolean,
  least: number,
): Proposal | null {
  const options = characters.map((character) => optionsOf(character, least));
  if (options.some((list) => list.length === 0)) return null;
  const best = options.map(() => 0);
  let open: Attempt[] = [{ choice: best, cost: costOf(options, best), from: 0 }];
  for (let tries = 0; tries < PROPOSAL_THRESHOLDS.mostTries && open.length > 0; tries += 1) {
    const attempt = open.reduce((least, other) => (other.cost < least.cost ? other : least));
    const codes = attempt.choice.map((option, index) => options[index]![option]!.code);
    if (isFit(codes.join(''))) return proposalOf(characters, codes);
    open = [...open.filter((other) => other !== attempt), ...variantsOf(attempt, options)];
  }
  return null;
}

/** A mark may only be what it is. */
function optionsOf({ code, status, mark, prediction }: FixedCharacter, least: number): readonly Option[] {
  const isSaid = status === 'edited' || status === 'accepted';
  if (isSaid || mark) return code === null ? [] : [{ code, cost: 0 }];
  return (prediction?.ranked ?? [])
    .filter(({ probability }) => probability >= least)
    .map(({ label, probability }) => ({ code: String(label), cost: -Math.log(probability) }));
}

function costOf(options: readonly (readonly Option[])[], choice: readonly number[]): number {
  return choice.reduce((sum, option, index) => sum + (options[index]?.[option]?.cost ?? 0), 0);
}

/** The next worse option at one character: the last one that was changed, or one behind it. */
function variantsOf({ choice, from }: Attempt, options: readonly (readonly Option[])[]): Attempt[] {
  const variants: Attempt[] = [];
  for (let index = from; index < choice.length; index += 1) {
    const next = choice.with(index, choice[index]! + 1);
    if (options[index]![next[index]!]) variants.push({ choice: next, cost: costOf(options, next), from: index });
  }
  return variants;
}

function proposalOf(characters: readonly FixedCharacter[], codes: readonly string[]): Proposal {
  const changed = characters.flatMap(({ id, code }, index) =>
    code === codes[index] ? [] : [{ id, code: codes[index]! }],
  );
  return { text: codes.join(''), edit: { kind: 'relabel', codes: changed } };
}
