import type { CancelSignal } from '../contract/cancel';
import type { GrayImage } from '../contract/image';
import { READING_THRESHOLDS } from '../contract/reading-thresholds';
import type { RecognizedDigit } from '../contract/recognition';
import type { InkComponent } from '../imaging/ink-components';
import type { PageLayout } from '../layout/layout-page';
import { type LineReading, readLines } from '../line/read-lines';
import { type FusedCharacter, type FusedNumber, fuseNumber, labelled, toCheck } from './fuse-number';
import { numberGroups } from './number-groups';
import { withoutPercentParts } from './percent-parts';
import { placeMarks } from './place-marks';
import { reachOut } from './reach-out';
import { readPlaces } from './read-digits';
import type { ReadNumber, ReadNumbers } from './read-number';
import type { Reader } from './reader';
import { tellRulings } from './tell-rulings';
import { tellSlashes } from './tell-slashes';

/**
 * Reads the numbers that digits make: each is cut out and read as a line too, and what both say becomes one reading.
 *
 * @param digits believed digits in any order, boxes in pixels of the page
 * @param components pieces of ink on the page
 * @param layout cells that hold the digits, by their indexes, and ruled lines
 * @param isFitted the digits were chosen to fit what is expected, and stay
 * @throws the signal's reason when cancelled
 */
export async function readNumbers(
  page: GrayImage,
  digits: readonly RecognizedDigit[],
  components: readonly InkComponent[],
  { tables, rulings }: PageLayout,
  reader: Pick<Reader, 'line' | 'classifier'>,
  isFitted: boolean,
  signal?: CancelSignal,
): Promise<ReadNumbers> {
  const groups = numberGroups(digits, components, tables);
  const parts = reachOut(groups, components).flat();
  const isLatin = groups.flat().map(({ digits: located }) => located.every(({ script }) => !script));
  const latin = parts.filter((_, index) => isLatin[index]);
  const lines = await readLines(page, latin, reader.line.network, reader.line.calibration, signal);
  let next = 0;
  let place = 0;
  const fused = groups.map((row) =>
    row.map(({ digits: located, cell }): NumberInCell => {
      if (!isLatin[place++]) return { ...digitByDigit(located), ...(cell && { cell }) };
      const line = tellRulings(tellSlashes(lines[next++]!, located, components), located, rulings, page);
      const number = fuseNumber(isFitted ? located : withoutPercentParts(located, line), line, isFitted);
      return { ...number, ...(cell && { cell }) };
    }),
  );
  const read = await withClassified(page, fused, reader.classifier, signal);
  const boxes = tables.map(({ rows }) => rows.map((row) => row.map(({ box }) => box)));
  return { ...read, rows: placeMarks(read.rows, components), tables: boxes };
}

/** A number in a script that has no line reader: its digits alone. */
function digitByDigit(located: readonly RecognizedDigit[]): FusedNumber {
  const isUnclear = located.some(({ prediction }) => prediction.verdict !== 'sure');
  return {
    characters: located.map((digit) => ({ kind: 'digit', digit })),
    confidence: located.reduce((product, { prediction }) => product * (prediction.ranked[0]?.probability ?? 0), 1),
    doubts: isUnclear ? ['unclear-character'] : [],
    alternatives: [],
    otherInk: [],
  };
}

type NumberInCell = FusedNumber & Pick<ReadNumber, 'cell'>;

const LONE = READING_THRESHOLDS.lone;

/** Numbers that only the line reader saw, one a row from top to bottom; all of them are to be checked. */
export async function numbersFromLines(
  page: GrayImage,
  lines: readonly LineReading[],
  isOnlyInk: boolean,
  classifier: Reader['classifier'],
  signal?: CancelSignal,
): Promise<ReadNumbers> {
  const least = isOnlyInk ? LONE.leastOnlyInk : LONE.least;
  const rows = lines
    .filter(({ readings }) => (readings[0]?.probability ?? 0) >= least)
    .sort((a, b) => a.part.box.y - b.part.box.y)
    .map((line): FusedNumber[] => [{ ...fuseNumber([], line), doubts: ['faint'] }]);
  return withClassified(page, rows, classifier, signal, isOnlyInk ? 0 : LONE.leastClassified);
}

/**
 * Has the classifier read the digits that only the line reader saw, so that each has a glyph and candidates.
 *
 * @param least numbers to whose unlocated digits the classifier gives less in the mean are left out
 */
async function withClassified(
  page: GrayImage,
  fused: readonly (readonly NumberInCell[])[],
  classifier: Reader['classifier'],
  signal?: CancelSignal,
  least = 0,
): Promise<ReadNumbers> {
  const unlocated = fused.flat().flatMap(({ characters }) => characters.filter((each) => each.kind === 'unlocated'));
  const regions = unlocated.map(({ box, probability }) => ({ box, score: probability }));
  const classified = await readPlaces(page, regions, classifier, signal);
  const beliefs = new Map<FusedCharacter, number>();
  const digitOf = new Map<FusedCharacter, RecognizedDigit>();
  for (const [index, character] of unlocated.entries()) {
    const digit = labelled(classified[index]!, character.label, character.probability);
    digitOf.set(character, toCheck(digit));
    beliefs.set(character, beliefIn(classified[index]!, character.label));
  }
  const rows = fused.map((row) =>
    row
      .filter(({ characters }) => mean(characters.flatMap((each) => beliefs.get(each) ?? [])) >= least)
      .map(
        (number): ReadNumber => ({
          ...number,
          characters: number.characters.map((character) =>
            character.kind === 'unlocated' ? { kind: 'digit', digit: digitOf.get(character)! } : character,
          ),
        }),
      )
      .filter(({ characters }) => characters.some(({ kind }) => kind === 'digit')),
  );
  return {
    rows: rows.filter((row) => row.length > 0),
    otherInk: fused.flat().flatMap(({ otherInk }) => otherInk),
    tables: [],
  };
}

/** What the classifier alone gives to a label; nothing where it sees no digit. */
function beliefIn({ prediction: { ranked, verdict } }: RecognizedDigit, label: number): number {
  return verdict === 'not-a-digit' ? 0 : (ranked.find((each) => each.label === label)?.probability ?? 0);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
