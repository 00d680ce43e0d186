import type { Expectation } from '../contract/expectation';
import { READING_THRESHOLDS } from '../contract/reading-thresholds';
import { fits } from '../corrections/expectations';
import { countriesOf, lookAlikes } from '../numbers/code-forms';
import type { PlateReading } from '../plates/read-plates';

const CODE = READING_THRESHOLDS.code;

export interface SettledCode {
  readonly text: string;
  /** Calibrated probability of the text, 0..1. */
  readonly probability: number;
  /** Another text was more probable, and did not have the form of the country's plates. */
  readonly isSettled: boolean;
  readonly isFitting: boolean;
  /** Texts of look-alikes that are the plates of a country, where the text itself is not, most probable first. */
  readonly lookAlikes: readonly { readonly text: string; readonly probability: number }[];
}

/**
 * The text that a reading is taken for. Where a country's pattern is expected and the most probable text does not have its form, one
 * of the reader's own other texts is taken that does; else characters that look alike are swapped, as few as possible. Nothing is
 * changed where any plate is expected.
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
    const others =
      expectation.id === 'number-plate' && !expectation.pattern ? ofCountries(best.text, probabilityOf) : [];
    return { ...best, isSettled: false, isFitting: true, lookAlikes: others };
  }
  const settled = expectation.pattern && (ownText(texts, isFit) ?? fewestChanges(best.text, probabilityOf, isFit)[0]);
  return { ...(settled || best), isSettled: Boolean(settled), isFitting: Boolean(settled), lookAlikes: [] };
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
