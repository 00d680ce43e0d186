import type { CancelSignal } from '../contract/cancel';
import { ANYTHING, type Expectation, type ExpectationFit } from '../contract/expectation';
import type { GrayImage } from '../contract/image';
import { READING_THRESHOLDS } from '../contract/reading-thresholds';
import type { DigitRegion, RecognizedDigit } from '../contract/recognition';
import { fits } from '../corrections/expectations';
import { centerX, centerY } from '../imaging/box';
import type { LocatedDigits } from '../locate/locate-digits';
import { readingLines } from '../locate/reading-order';
import { fitNumber } from './fit-number';
import { type ReadDigits, readPlaces } from './read-digits';
import type { Reader } from './reader';

const FIT = READING_THRESHOLDS.fit;

export interface ExpectedDigits {
  readonly digits: readonly RecognizedDigit[];
  /** undefined when anything may stand there. */
  readonly fit?: ExpectationFit;
}

/**
 * Chooses among plausible readings of each number that is not what is expected: other labels, fainter places, places
 * hidden by others. A number that nothing plausible makes fit stays as it was read. Costs nothing when all fits.
 *
 * @throws the signal's reason when cancelled
 */
export async function expectDigits(
  expectation: Expectation,
  page: GrayImage,
  located: LocatedDigits,
  read: ReadDigits,
  classifier: Reader['classifier'],
  signal?: CancelSignal,
): Promise<ExpectedDigits> {
  if (expectation.id === ANYTHING.id && !expectation.convention) return { digits: read.digits };
  const believed = read.digits.filter(({ prediction }) => prediction.verdict !== 'not-a-digit');
  const isFitting = (number: string) => fits(number, expectation);
  const numbers = numbersOf(believed);
  if (numbers.every((number) => isFitting(textOf(number)))) {
    return { digits: believed, fit: { expectation, isMet: believed.length > 0, leftOut: 0 } };
  }
  const isBelieved = (region: DigitRegion) => believed.some((digit) => digit.region === region);
  const alternatives = located.alternatives.filter((region) => !isBelieved(region));
  const others = [
    ...read.digits.filter((digit) => !believed.includes(digit)),
    ...(await readPlaces(page, alternatives, classifier, signal)),
    ...read.pairs.flatMap(({ partings }) => partings.flat()),
  ];
  const fitted = numbers.map((number) => {
    if (isFitting(textOf(number))) return { digits: number, leftOut: 0 };
    const near = others.filter((place) => number.includes(nearest(place, believed)!) && !number.includes(place));
    return fitNumber({ believed: number, others: near }, isFitting) ?? { digits: number, leftOut: 0 };
  });
  const digits = fitted.flatMap((number) => number.digits);
  return {
    digits,
    fit: {
      expectation,
      // Asked of the page as it is laid out now: a new digit may have joined two numbers.
      isMet: numbersOf(digits).every((number) => isFitting(textOf(number))),
      leftOut: fitted.reduce((sum, { leftOut }) => sum + leftOut, 0),
    },
  };
}

/** The digits of each number, from left to right. */
function numbersOf(digits: readonly RecognizedDigit[]): RecognizedDigit[][] {
  return readingLines(digits.map(({ region }) => region.box)).flatMap(({ indexes, gapsAfter }) => {
    const numbers: RecognizedDigit[][] = [[]];
    indexes.forEach((index, position) => {
      numbers.at(-1)!.push(digits[index]!);
      if (gapsAfter[position]) numbers.push([]);
    });
    return numbers;
  });
}

function textOf(number: readonly RecognizedDigit[]): string {
  return number.map(({ prediction }) => prediction.ranked[0]!.label).join('');
}

/** The digit beside a place; undefined when there is none. */
function nearest(place: RecognizedDigit, digits: readonly RecognizedDigit[]): RecognizedDigit | undefined {
  let best: RecognizedDigit | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const digit of digits) {
    const { box } = digit.region;
    const across = (centerX(place.region.box) - centerX(box)) / box.height;
    const along = (centerY(place.region.box) - centerY(box)) / box.height;
    if (Math.abs(across) > FIT.across || Math.abs(along) > FIT.along) continue;
    const distance = Math.hypot(across, along);
    if (distance < bestDistance) {
      best = digit;
      bestDistance = distance;
    }
  }
  return best;
}
