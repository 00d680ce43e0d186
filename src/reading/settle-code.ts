import type { Expectation } from '../contract/expectation';
import { READING_THRESHOLDS } from '../contract/reading-thresholds';
import { fits } from '../corrections/expectations';
import { areDrawnAlike, countriesOf, lookAlikes, runsOf } from '../numbers/code-forms';
import type { PlateReading } from '../plates/read-plates';

const CODE = READING_THRESHOLDS.code;

export interface SettledCode {
  readonly text: string;
  /** Calibrated probability of the text, 0..1. */
  readonly probability: number;
  /** Another text was more probable, and did not have the form of the plates that are expected, or was less like plates. */
  readonly isSettled: boolean;
  readonly isFitting: boolean;
  /** Texts of look-alikes that are the plates of a country, where the text itself is not, most probable first. */
  readonly lookAlikes: readonly { readonly text: string; readonly probability: number }[];
}

/**
 * The text that a reading is taken for. Where a country's pattern is expected and the most probable text does not have its form, one
 * of the reader's own other texts is taken that does; else characters that look alike are swapped, as few as possible. Where any plate is
 * expected, letters and digits that plates draw the same are told apart by what plates have in common.
 *
 * @returns null where nothing was read
 */
export function settleCode(
  { texts, probabilityOf }: Pick<PlateReading, 'texts' | 'probabilityOf'>,
  expectation: Expectation,
): SettledCode | null {
  const best = texts.find(({ text }) => text !== '');
  if (!best) return null;
  const isFit = (text: string) => fits(text, expectation);
  if (isFit(best.text)) {
    if (expectation.id !== 'number-plate' || expectation.pattern)
      return { ...best, isSettled: false, isFitting: true, lookAlikes: [] };
    const usual = usualOf(best.text, probabilityOf);
    const others = ofCountries(usual, probabilityOf);
    return usual === best.text
      ? { ...best, isSettled: false, isFitting: true, lookAlikes: others }
      : { text: usual, probability: probabilityOf(usual), isSettled: true, isFitting: true, lookAlikes: others };
  }
  const settled = expectation.pattern && (ownText(texts, isFit) ?? fewestChanges(best.text, probabilityOf, isFit)[0]);
  return { ...(settled || best), isSettled: Boolean(settled), isFitting: Boolean(settled), lookAlikes: [] };
}

/** Of the texts that plates draw the same the one that is most like a plate: few runs of letters and of digits, and rather 0 and 1. */
function usualOf(text: string, probabilityOf: PlateReading['probabilityOf']): string {
  const same = lookAlikes(text, CODE.mostSettled).filter((other) => areDrawnAlike(other, text));
  const weightOf = (each: string) =>
    probabilityOf(each) * CODE.ratherDigits ** digitsIn(each) * CODE.anotherRun ** runsOf(each);
  return same.reduce((best, other) => (weightOf(other) > weightOf(best) ? other : best), text);
}

function digitsIn(text: string): number {
  return text.replace(/\D/g, '').length;
}

function ofCountries(text: string, probabilityOf: PlateReading['probabilityOf']) {
  const isOfCountry = (other: string) => countriesOf(other).length > 0;
  return isOfCountry(text) ? [] : fewestChanges(text, probabilityOf, isOfCountry).slice(0, CODE.mostLookAlikes);
}

function ownText(texts: PlateReading['texts'], isFit: (text: string) => boolean) {
  return texts.find(({ text, probability }) => probability >= CODE.leastOwn && isFit(text));
}

/** The texts that fit and differ in the fewest look-alikes, most probable first; none where none fits. */
function fewestChanges(text: string, probabilityOf: PlateReading['probabilityOf'], isFit: (text: string) => boolean) {
  for (let changes = 1; changes <= CODE.mostSettled; changes++) {
    const fitting = lookAlikes(text, changes)
      .filter(isFit)
      .map((other) => ({ text: other, probability: probabilityOf(other) }))
      .sort((a, b) => b.probability - a.probability);
    if (fitting.length > 0) return fitting;
  }
  return [];
}
