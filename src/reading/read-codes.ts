import type { CancelSignal } from '../contract/cancel';
import type { Expectation } from '../contract/expectation';
import type { GrayImage } from '../contract/image';
import { READING_THRESHOLDS } from '../contract/reading-thresholds';
import { findPlates } from '../plates/find-plates';
import { cornersOf } from '../plates/quad';
import { readPlates } from '../plates/read-plates';
import { codeNumber } from './code-number';
import { linesOfInk } from './find-lone-lines';
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
  const plates = await findPlates(page, finder.network, finder.calibration, signal);
  const numbers = await readAll(page, plates, reader, expectation, signal);
  const long = numbers.filter(({ characters }) => characters.length >= PLATE.leastCharacters);
  const clear = long.filter(({ confidence }) => confidence >= PLATE.least);
  return clear.length > 0 ? clear : long.slice(0, 1);
};

const readWriting: ReadSome = async (page, { reader }, expectation, signal) => {
  const lines = linesOfInk(page, CODE.samples).boxes.slice(0, CODE.mostLines);
  const numbers = await readAll(
    page,
    lines.map((box) => ({ quad: cornersOf(box), score: 1 })),
    reader,
    expectation,
    signal,
  );
  return lines.length === 1 ? numbers : numbers.filter(({ confidence }) => confidence >= CODE.leastLine);
};

/** From top to bottom. */
async function readAll(
  page: GrayImage,
  places: Parameters<typeof readPlates>[1],
  { network, calibration }: PlatesModel['reader'],
  expectation: Expectation,
  signal?: CancelSignal,
): Promise<ReadNumber[]> {
  const readings = await readPlates(page, places, network, calibration, signal);
  return readings
    .sort((a, b) => middleOf(a.quad) - middleOf(b.quad))
    .flatMap((reading) => codeNumber(page, reading, expectation) ?? []);
}

function middleOf(quad: ReturnType<typeof cornersOf>): number {
  return quad.reduce((sum, { y }) => sum + y / quad.length, 0);
}
