import type { CancelSignal } from '../contract/cancel';
import type { Expectation, ExpectationFit } from '../contract/expectation';
import type { GrayImage } from '../contract/image';
import { READING_THRESHOLDS } from '../contract/reading-thresholds';
import type { RecognizedDigit } from '../contract/recognition';
import { inkComponents } from '../imaging/ink-components';
import { layOutPage } from '../layout/layout-page';
import { isRulingInk } from '../layout/ruling-ink';
import { readLines } from '../line/read-lines';
import { locateDigits } from '../locate/locate-digits';
import { doubtScripts, readByScript } from './choose-scripts';
import { doubtShort } from './doubt-short';
import { expectDigits } from './expect-digits';
import { expectNumbers } from './expect-numbers';
import { explainInk } from './explain-ink';
import { findLoneLines } from './find-lone-lines';
import { withInkRegions } from './ink-regions';
import { withoutLowCommas } from './low-commas';
import { readDigits } from './read-digits';
import type { ReadNumbers } from './read-number';
import { numbersFromLines, readNumbers } from './read-numbers';
import type { Reader, ScriptsModel } from './reader';
import { classifierOf } from './script-classifier';
import { withoutRulings } from './tell-rulings';

/** What a page is read with; with `scripts`, the script of each number is told first. */
export interface PageReader extends Pick<Reader, 'locator' | 'classifier' | 'line'> {
  readonly scripts?: ScriptsModel;
}

export interface ReadPage {
  readonly numbers: ReadNumbers;
  /** undefined when anything may stand there. */
  readonly fit?: ExpectationFit;
}

/**
 * Reads a page as it lies: digits are located and classified, numbers are read as lines too, and the ink beside them is
 * accounted for. Where no digit is found, what ink there is is read as lines.
 *
 * @param onClassify called when the digits are located
 * @throws the signal's reason when cancelled
 */
export async function readPage(
  page: GrayImage,
  reader: PageReader,
  expectation: Expectation,
  signal?: CancelSignal,
  onClassify?: () => void,
): Promise<ReadPage> {
  const found = await locateDigits(page, reader.locator.network, reader.locator.calibration, signal);
  const located = reader.classifier.script ? withInkRegions(page, found) : found;
  onClassify?.();
  const byScript = reader.scripts && (await readByScript(page, located, reader.classifier, reader.scripts, signal));
  const read = byScript ?? (await readDigits(page, located, reader.classifier, signal));
  const classifier =
    byScript && reader.scripts ? classifierOf(byScript.usual, reader.classifier, reader.scripts) : reader.classifier;
  const { digits, fit } = await expectDigits(expectation, page, located, read, classifier, signal);
  const { believed, layout } = laidOut(page, believedOf(digits));
  const components = believed.length > 0 ? inkComponents(page, READING_THRESHOLDS.inkSamples) : [];
  const written = components.filter(({ box }) => !isRulingInk(box, layout.rulings));
  // What was chosen to fit is not given up again for what the line says.
  const isFitted = fit?.isMet === true && digits.some(({ chosenToFit }) => chosenToFit);
  const numbers = await readNumbers(page, believed, written, layout, reader, isFitted, signal);
  if (numbers.rows.length === 0 && classifier.script) return withFit(numbers);
  const explained = explainInk(numbers, written, page);
  return withFit(
    numbers.rows.length > 0
      ? doubtShort(byScript ? doubtScripts(explained, byScript.votes) : explained)
      : await readLoneLines(page, reader, signal),
  );

  function withFit(all: ReadNumbers): ReadPage {
    return fit ? expectNumbers(all, expectation, fit) : { numbers: all };
  }
}

/** What is believed to be a digit. Commas hang from lines of Latin digits alone: what is low in other scripts is a zero. */
function believedOf(digits: readonly RecognizedDigit[]): readonly RecognizedDigit[] {
  const believed = digits.filter(({ prediction }) => prediction.verdict !== 'not-a-digit');
  const latin = withoutLowCommas(believed.filter(({ script }) => !script));
  return believed.filter((digit) => digit.script || latin.includes(digit));
}

/** The layout of the page, and the digits that are no pieces of its ruled lines. */
function laidOut(page: GrayImage, digits: readonly RecognizedDigit[]) {
  const boxesOf = (some: readonly RecognizedDigit[]) => some.map(({ region }) => region.box);
  const layout = layOutPage(page, boxesOf(digits));
  const believed = withoutRulings(digits, layout.rulings);
  return { believed, layout: believed.length === digits.length ? layout : layOutPage(page, boxesOf(believed)) };
}

async function readLoneLines(
  page: GrayImage,
  reader: Pick<Reader, 'classifier' | 'line'>,
  signal?: CancelSignal,
): Promise<ReadNumbers> {
  for (const samples of READING_THRESHOLDS.lone.samples) {
    const { parts, isOnlyInk } = findLoneLines(page, samples);
    // The only ink on a page is there to be read.
    const lines = await readLines(page, parts, reader.line.network, reader.line.calibration, signal, isOnlyInk);
    const numbers = await numbersFromLines(page, lines, isOnlyInk, reader.classifier, signal);
    if (numbers.rows.length > 0) return numbers;
  }
  return { rows: [], otherInk: [], tables: [] };
}
