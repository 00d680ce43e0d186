import { READING_THRESHOLDS } from '../contract/reading-thresholds';
import type { Candidate, RecognizedDigit } from '../contract/recognition';
import { centerX } from '../imaging/box';
import { areOneDigit } from '../locate/suppress-overlaps';

const { heat: HEAT, fit: FIT } = READING_THRESHOLDS;

/** What the digits of one number may be. */
export interface NumberPlaces {
  /** As read without an expectation. */
  readonly believed: readonly RecognizedDigit[];
  /** Places that may hold a digit instead or besides. */
  readonly others: readonly RecognizedDigit[];
}

/** A reading of a number that was chosen to fit. */
export interface FittedNumber {
  /** From left to right; what was changed has `chosenToFit`. */
  readonly digits: readonly RecognizedDigit[];
  readonly leftOut: number;
}

interface Place {
  readonly digit: RecognizedDigit;
  readonly isBelieved: boolean;
  readonly mayBeLeftOut: boolean;
  readonly logOdds: number;
  readonly labels: readonly Candidate[];
}

interface Choice {
  readonly place: Place;
  readonly label: number;
}

interface Partial {
  readonly choices: readonly Choice[];
  /** Sum of the log odds of the places chosen and of the log probabilities of their labels. */
  readonly score: number;
}

/**
 * The most probable reading of a number that fits: which of its plausible places are digits, and which of their
 * plausible labels they have. A beam search from left to right that keeps the best partial readings of each length.
 *
 * @param fits what is expected of the digits as text
 * @returns null when nothing plausible fits
 */
export function fitNumber({ believed, others }: NumberPlaces, fits: (number: string) => boolean): FittedNumber | null {
  const places = [
    ...believed.map((digit) => placeOf(digit, true)),
    ...others.filter(isPlausible).map((digit) => placeOf(digit, false)),
  ].sort((a, b) => centerX(a.digit.region.box) - centerX(b.digit.region.box));
  let partials: readonly Partial[] = [{ choices: [], score: 0 }];
  for (const place of places) partials = pruned(partials.flatMap((partial) => continued(partial, place)));
  const best = [...partials]
    .sort((a, b) => b.score - a.score)
    .find(({ choices }) => fits(choices.map(({ label }) => label).join('')) && keepsStrong(choices, places));
  if (!best) return null;
  const chosen = new Set(best.choices.map(({ place }) => place));
  return {
    digits: best.choices.map(digitOf),
    leftOut: places.filter((place) => place.isBelieved && !chosen.has(place)).length,
  };
}

function placeOf(digit: RecognizedDigit, isBelieved: boolean): Place {
  const { region, prediction } = digit;
  const isDigit = 1 - prediction.notDigitProbability;
  const word = Math.max(-FIT.classifierLimit, Math.min(FIT.classifierLimit, logit(isDigit)));
  const labels = prediction.ranked
    .map(({ label, probability }) => ({ label, probability: probability / Math.max(isDigit, Number.EPSILON) }))
    .filter(({ probability }) => probability >= FIT.label);
  return {
    digit,
    isBelieved,
    mayBeLeftOut: !isBelieved || prediction.verdict !== 'sure' || region.score < HEAT.strong,
    logOdds: FIT.priorLogOdds + logit(region.score) + FIT.classifierWeight * word,
    labels,
  };
}

function isPlausible({ region, prediction }: RecognizedDigit): boolean {
  return region.score * (1 - prediction.notDigitProbability) >= FIT.presence;
}

/** The partial reading without the place, and with each label that it may have. */
function continued(partial: Partial, place: Place): Partial[] {
  const { box } = place.digit.region;
  if (partial.choices.some((choice) => areOneDigit(choice.place.digit.region.box, box))) return [partial];
  return [
    partial,
    ...place.labels.map(({ label, probability }) => ({
      choices: [...partial.choices, { place, label }],
      score: partial.score + place.logOdds + Math.log(probability),
    })),
  ];
}

function pruned(partials: readonly Partial[]): Partial[] {
  const kept = new Map<number, number>();
  return [...partials]
    .sort((a, b) => b.score - a.score)
    .filter(({ choices: { length } }) => {
      const before = kept.get(length) ?? 0;
      kept.set(length, before + 1);
      return before < FIT.beam;
    });
}

/** A digit that is beyond doubt stays, or is parted into two. */
function keepsStrong(choices: readonly Choice[], places: readonly Place[]): boolean {
  return places
    .filter((place) => !place.mayBeLeftOut && !choices.some((choice) => choice.place === place))
    .every(({ digit }) => {
      const instead = choices.filter(({ place }) => areOneDigit(place.digit.region.box, digit.region.box));
      return instead.length >= 2;
    });
}

function digitOf({ place, label }: Choice): RecognizedDigit {
  const { digit, isBelieved } = place;
  const { prediction } = digit;
  const isFree = prediction.ranked[0]?.label === label;
  if (isBelieved && isFree) return digit;
  const chosen = prediction.ranked.filter((candidate) => candidate.label === label);
  const rest = prediction.ranked.filter((candidate) => candidate.label !== label);
  return {
    ...digit,
    prediction: { ...prediction, ranked: [...chosen, ...rest], verdict: 'check' },
    chosenToFit: isBelieved ? 'label' : 'place',
  };
}

function logit(probability: number): number {
  const inside = Math.max(1e-6, Math.min(1 - 1e-6, probability));
  return Math.log(inside / (1 - inside));
}
