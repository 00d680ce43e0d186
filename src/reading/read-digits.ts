import { classifyRegions } from '../classify/classify-regions';
import type { CancelSignal } from '../contract/cancel';
import type { GrayImage } from '../contract/image';
import { READING_THRESHOLDS } from '../contract/reading-thresholds';
import type { DigitRegion, RecognizedDigit } from '../contract/recognition';
import type { LocatedDigits } from '../locate/locate-digits';
import { areOneDigit } from '../locate/suppress-overlaps';
import { type TouchingPair, touchingPairs } from '../locate/touching-pairs';
import type { Reader } from './reader';
import { placesBeside, settleDoubts } from './settle-doubts';

const TOUCHING = READING_THRESHOLDS.touching;

/** A pair of places with what the classifier says of each way to part it. */
export interface ReadPair {
  readonly members: TouchingPair['members'];
  readonly partings: readonly (readonly [left: RecognizedDigit, right: RecognizedDigit])[];
}

export interface ReadDigits {
  /** What is believed to be the page's digits, whatever their verdict; boxes in pixels of the page. */
  readonly digits: readonly RecognizedDigit[];
  /** Pairs that were looked at as two touching digits, parted or not. */
  readonly pairs: readonly ReadPair[];
}

/**
 * Reads what was located; touching digits that were located as one are parted where the classifier is sure of both
 * halves, and doubtful places beside digits are settled.
 *
 * @throws the signal's reason when cancelled
 */
export async function readDigits(
  page: GrayImage,
  located: LocatedDigits,
  classifier: Reader['classifier'],
  signal?: CancelSignal,
): Promise<ReadDigits> {
  const { regions, alternatives } = located;
  const pairs = touchingPairs([...regions, ...alternatives]);
  const halves = pairs.flatMap(({ partings }) => partings.flat());
  const read = await readPlaces(page, [...regions, ...halves], classifier, signal);
  let next = regions.length;
  const readPairs = pairs.map(({ members, partings }): ReadPair => {
    return { members, partings: partings.map(() => [read[next++]!, read[next++]!] as const) };
  });
  const digits = partTouching(read.slice(0, regions.length), readPairs);
  const isRejected = ({ prediction }: RecognizedDigit) => prediction.verdict === 'not-a-digit';
  const [believed, rejected] = [digits.filter((digit) => !isRejected(digit)), digits.filter(isRejected)];
  const leftOut = await readPlaces(page, placesBeside(alternatives, believed), classifier, signal);
  const settled = settleDoubts(believed, leftOut, rejected);
  const isOpen = ({ region }: RecognizedDigit) => settled.every((digit) => digit.region !== region);
  return { digits: [...believed, ...settled, ...rejected.filter(isOpen)], pairs: readPairs };
}

/** Every place with what the classifier says of it, in the same order. */
export async function readPlaces(
  page: GrayImage,
  regions: readonly DigitRegion[],
  { network, calibration, script }: Reader['classifier'],
  signal?: CancelSignal,
): Promise<RecognizedDigit[]> {
  const readings = await classifyRegions(page, regions, network, calibration, signal);
  return regions.map((region, index) => ({ region, ...readings[index]!, ...(script && { script }) }));
}

/** Puts the halves of each convincing pair in place of the digit that stands for both; the surest pairs go first. */
export function partTouching(
  digits: readonly RecognizedDigit[],
  pairs: readonly ReadPair[],
): readonly RecognizedDigit[] {
  const convincing = pairs
    .map(({ members, partings }) => ({ members, best: surest(partings) }))
    .filter(({ best }) => sureness(best) >= TOUCHING.halfSure)
    .sort((a, b) => sureness(b.best) - sureness(a.best));
  let parted = digits;
  for (const { members, best } of convincing) {
    const others = parted.filter(({ region }) => !members.includes(region));
    const isTaken = others.some(({ region }) => best.some((half) => areOneDigit(region.box, half.region.box)));
    if (!isTaken && others.length < parted.length) parted = [...others, ...best];
  }
  return parted;
}

function surest(partings: ReadPair['partings']): readonly RecognizedDigit[] {
  return partings.reduce((best, other) => (sureness(other) > sureness(best) ? other : best));
}

/** Probability of the less certain half. */
function sureness(halves: readonly RecognizedDigit[]): number {
  return Math.min(...halves.map(({ prediction }) => prediction.ranked[0]?.probability ?? 0));
}
