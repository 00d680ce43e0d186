import type { CancelSignal } from '../contract/cancel';
import type { Expectation } from '../contract/expectation';
import type { GrayImage } from '../contract/image';
import { READING_THRESHOLDS } from '../contract/reading-thresholds';
import { containment, intersectionOverUnion } from '../imaging/box';
import { findPlates } from '../plates/find-plates';
import { boxOf, cornersOf } from '../plates/quad';
import { type PlateReading, readPlates } from '../plates/read-plates';
import { codeLines } from './code-lines';
import { codeNumber } from './code-number';
import type { ReadNumber } from './read-number';
import type { ReadPage } from './read-page';
import type { PlatesModel } from './reader';

const { plate: PLATE, code: CODE } = READING_THRESHOLDS;

type ReadSome = (
  page: GrayImage,
  model: PlatesModel,
  expectation: Expectation,
  signal?: CancelSignal,
) => Promise<ReadNumber[]>;

/**
 * Reads a page of which number plates or codes with letters are expected. Plates are found in a scene; where there are none, as on
 * a sheet of paper, each line of ink is read. Codes are lines of ink first.
 *
 * @throws the signal's reason when cancelled
 */
export async function readCodes(
  page: GrayImage,
  model: PlatesModel,
  expectation: Expectation,
  signal?: CancelSignal,
): Promise<ReadPage> {
  const ways: readonly ReadSome[] =
    expectation.id === 'number-plate' ? [readScene, readWriting] : [readWriting, readScene];
  let found: ReadNumber[] = [];
  for (const way of ways) {
    if (found.length === 0) found = await way(page, model, expectation, signal);
  }
  const isMet = found.length > 0 && found.every(({ doubts }) => !doubts.includes('does-not-fit'));
  return {
    numbers: { rows: found.map((number) => [number]), otherInk: [], tables: [] },
    fit: { expectation, isMet, leftOut: 0 },
  };
}

const readScene: ReadSome = async (page, { finder, reader }, expectation, signal) => {
  const places = await findPlates(page, finder.network, finder.calibration, signal);
  const readings = await readPlates(page, places, reader.network, reader.calibration, signal);
  const plates = wholePlates(readings);
  const clear = plates.filter(({ texts }) => texts[0]!.probability >= PLATE.least);
  // Words without a digit beside plates are names of dealers and slogans.
  const withDigits = clear.filter(({ texts }) => /\d/.test(texts[0]!.text));
  const [best] = [withDigits, clear, plates.slice(0, 1)].filter(({ length }) => length > 0);
  return numbersOf(page, best ?? [], expectation);
};

/**
 * Of places that overlap the one in which most is read: a part of a plate says less than all of it, and what is no plate says
 * nothing with certainty.
 *
 * @returns best first
 */
function wholePlates(readings: readonly PlateReading[]): readonly PlateReading[] {
  const said = ({ texts, score }: PlateReading) => (texts[0]?.text.length ?? 0) * (texts[0]?.probability ?? 0) * score;
  const kept: PlateReading[] = [];
  for (const reading of readings.toSorted((a, b) => said(b) - said(a))) {
    const isLong = (reading.texts[0]?.text.length ?? 0) >= PLATE.leastCharacters;
    if (isLong && kept.every((other) => !areOnePlate(other, reading))) kept.push(reading);
  }
  return kept;
}

function areOnePlate(a: PlateReading, b: PlateReading): boolean {
  const [one, other] = [boxOf(a.quad), boxOf(b.quad)];
  return intersectionOverUnion(one, other) > PLATE.same || containment(one, other) > PLATE.within;
}

const readWriting: ReadSome = async (page, { reader }, expectation, signal) => {
  const lines = codeLines(page);
  const places = lines.map((box) => ({ quad: cornersOf(box), score: 1 }));
  const readings = await readPlates(page, places, reader.network, reader.calibration, signal);
  const numbers = numbersOf(page, readings, expectation);
  return lines.length === 1 ? numbers : numbers.filter(({ confidence }) => confidence >= CODE.leastLine);
};

/** From top to bottom. */
function numbersOf(page: GrayImage, readings: readonly PlateReading[], expectation: Expectation): ReadNumber[] {
  return readings
    .toSorted((a, b) => middleOf(a.quad) - middleOf(b.quad))
    .flatMap((reading) => codeNumber(page, reading, expectation) ?? []);
}

function middleOf(quad: ReturnType<typeof cornersOf>): number {
  return quad.reduce((sum, { y }) => sum + y / quad.length, 0);
}
