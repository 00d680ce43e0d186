import { type RankedScript, type ScriptVote, scriptVotes, tellScript } from '../classify/tell-script';
import type { CancelSignal } from '../contract/cancel';
import type { GrayImage } from '../contract/image';
import { DEFAULT_SCRIPT, type NumeralScriptId, SHARED_FORMS } from '../contract/numeral-scripts';
import { READING_THRESHOLDS } from '../contract/reading-thresholds';
import type { DigitRegion, Doubt, RecognizedDigit } from '../contract/recognition';
import { centerX, centerY } from '../imaging/box';
import type { LocatedDigits } from '../locate/locate-digits';
import { readingLines } from '../locate/reading-order';
import { withInkRegions } from './ink-regions';
import { type ReadDigits, readDigits } from './read-digits';
import type { ReadNumber, ReadNumbers } from './read-number';
import type { Reader, ScriptsModel } from './reader';
import { classifierOf } from './script-classifier';

const SCRIPT = READING_THRESHOLDS.script;

/** The digits of a page, each read in the script of its number. */
export interface DigitsByScript extends ReadDigits {
  /** What speaks for which script in the places that were located. */
  readonly votes: ReadonlyMap<DigitRegion, ScriptVote>;
  /** What most of the page is written in. */
  readonly usual: NumeralScriptId;
}

/**
 * Tells the script of each number and reads its digits with what reads that script. A number that says little by itself is
 * taken for the script of the page.
 *
 * @throws the signal's reason when cancelled
 */
export async function readByScript(
  page: GrayImage,
  located: LocatedDigits,
  latin: Reader['classifier'],
  model: ScriptsModel,
  signal?: CancelSignal,
): Promise<DigitsByScript> {
  const { regions, alternatives } = withInkRegions(page, located);
  const found = await scriptVotes(page, regions, model.network, model.calibration.temperature, signal);
  const votes = new Map(regions.map((region, index) => [region, found[index]!]));
  const digits = regions.filter(
    (region) => votes.get(region)!.notDigitProbability < model.calibration.notDigitThreshold,
  );
  const usual = tellScript(digits.map((region) => votes.get(region)!))[0]!.script;
  const scriptAt = new Map<DigitRegion, NumeralScriptId>();
  for (const number of numbersOf(digits)) {
    const [first] = tellScript(number.map((region) => votes.get(region)!));
    const script = first!.probability >= SCRIPT.sure ? first!.script : usual;
    for (const region of number) scriptAt.set(region, script);
  }
  const scriptOf = (region: DigitRegion) => scriptAt.get(region) ?? scriptAt.get(nearest(region, digits)!) ?? usual;
  const read: ReadDigits[] = [];
  for (const script of new Set([...scriptAt.values(), usual])) {
    const own = (all: readonly DigitRegion[]) => all.filter((region) => scriptOf(region) === script);
    // What only its ink speaks for is no Latin digit: those are located.
    const places = script === DEFAULT_SCRIPT ? located.regions : regions;
    const part = { ...located, regions: own(places), alternatives: own(alternatives) };
    read.push(await readDigits(page, part, classifierOf(script, latin, model), signal));
  }
  return {
    digits: read.flatMap((part) => part.digits),
    pairs: read.flatMap((part) => part.pairs),
    votes,
    usual,
  };
}

/** Numbers whose script is unclear are to be checked, and as likely to be right as their script is; each knows what else it may be. */
export function doubtScripts(read: ReadNumbers, votes: ReadonlyMap<DigitRegion, ScriptVote>): ReadNumbers {
  const doubted = (number: ReadNumber): ReadNumber => {
    const digits = number.characters.flatMap((each) => (each.kind === 'digit' ? [each.digit] : []));
    const known = digits.flatMap(({ region }) => votes.get(region) ?? []);
    const ranked = tellScript(known);
    const script = digits[0]?.script ?? DEFAULT_SCRIPT;
    const probability = probabilityOf(script, digits, ranked);
    const isMixed = digits.some(({ script }) => script !== digits[0]!.script);
    const isUnclear = known.length === 0 || probability < SCRIPT.sure || isMixed;
    const doubts: readonly Doubt[] = isUnclear ? [...number.doubts, 'unclear-script'] : number.doubts;
    const others = ranked.map((each) => each.script).filter((each) => each !== script);
    return {
      ...number,
      doubts,
      confidence: number.confidence * (known.length === 0 ? 1 : probability),
      scripts: [script, ...others.slice(0, SCRIPT.named)],
    };
  };
  return { ...read, rows: read.rows.map((row) => row.map(doubted)) };
}

/** Of a script, together with one that writes all of these digits alike: nothing in them tells the two apart. */
function probabilityOf(
  script: NumeralScriptId,
  digits: readonly RecognizedDigit[],
  ranked: readonly RankedScript[],
): number {
  const { scripts, labels } = SHARED_FORMS;
  const areShared =
    scripts.includes(script) && digits.every(({ prediction }) => labels.includes(prediction.ranked[0]?.label ?? -1));
  const alike = areShared ? scripts : [script];
  return ranked.reduce((sum, each) => sum + (alike.includes(each.script) ? each.probability : 0), 0);
}

function numbersOf(regions: readonly DigitRegion[]): DigitRegion[][] {
  return readingLines(regions.map(({ box }) => box)).flatMap(({ indexes, gapsAfter }) => {
    const numbers: DigitRegion[][] = [[]];
    indexes.forEach((index, position) => {
      numbers.at(-1)!.push(regions[index]!);
      if (gapsAfter[position]) numbers.push([]);
    });
    return numbers.filter((number) => number.length > 0);
  });
}

function nearest({ box }: DigitRegion, digits: readonly DigitRegion[]): DigitRegion | undefined {
  const distance = (other: DigitRegion) =>
    Math.hypot(centerX(other.box) - centerX(box), centerY(other.box) - centerY(box));
  return [...digits].sort((a, b) => distance(a) - distance(b))[0];
}
