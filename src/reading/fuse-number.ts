import { isDigitCode, isMarkCode } from '../contract/characters';
import type { Box } from '../contract/image';
import { READING_THRESHOLDS } from '../contract/reading-thresholds';
import type { Doubt, OtherInk, RecognizedDigit, RecognizedMark } from '../contract/recognition';
import type { LineCharacter, LineReading } from '../line/read-lines';
import { alignCharacters } from './align-characters';
import { digitsOf, probabilityOfDigits, rivalsOf } from './line-digits';
import { otherInkOf } from './other-ink';

/** A character of a number, with its box in pixels of the page. */
export type FusedCharacter =
  | { readonly kind: 'digit'; readonly digit: RecognizedDigit }
  | { readonly kind: 'mark'; readonly mark: RecognizedMark }
  /** The line reader saw a digit where none was located: it is to be cut out and classified. */
  | { readonly kind: 'unlocated'; readonly label: number; readonly box: Box; readonly probability: number };

export interface FusedNumber {
  /** From left to right; none when the place turns out to hold no number. */
  readonly characters: readonly FusedCharacter[];
  readonly confidence: number;
  readonly doubts: readonly Doubt[];
  readonly alternatives: readonly { readonly text: string; readonly confidence: number }[];
  /** Letters, crosses and struck-out digits among the characters. */
  readonly otherInk: readonly OtherInk[];
}

const FUSION = READING_THRESHOLDS.fusion;

/**
 * One number from two voices: what was located and classified digit by digit, and what the line reader saw in the whole
 * line. Where both say the same digits the marks come from the line; where they differ the more probable one is
 * believed, the number is to be checked and the other is an alternative.
 *
 * @param located from left to right; may be empty where only the line reader saw something
 * @param keepsLocated the located digits were chosen to fit and stay
 */
export function fuseNumber(located: readonly RecognizedDigit[], line: LineReading, keepsLocated = false): FusedNumber {
  const locatedText = located.map(labelOf).join('');
  const lineText = digitsOf(line.readings[0]?.codes ?? []);
  const locatedProbability = located.reduce(
    (product, digit) => product * probabilityOf(digit),
    located.length > 0 ? 1 : 0,
  );
  const lineProbability = probabilityOfDigits(line, lineText);
  const alternatives = otherTexts(located, line, locatedText, locatedProbability);
  const pairs = alignCharacters(located, line.characters);
  if (locatedText === lineText) {
    const least = Math.min(...located.map(probabilityOf));
    const characters = pairs.flatMap(({ digit, character }) => agreed(digit, character));
    const rivals = rivalsOf(line, lineText);
    const isUnclear =
      rivals > FUSION.rivals ||
      rivals * (1 - locatedProbability) >
        (lineText.length <= FUSION.shortDigits ? FUSION.bothWrongOfShort : FUSION.bothWrong) ||
      (line.readings[0]?.probability ?? 0) < FUSION.sureText ||
      least < FUSION.sureDigit ||
      characters.some((each) => each.kind === 'mark' && each.mark.verdict === 'check');
    const sure = isUnclear ? characters : characters.map(believed);
    const confidence = combined(locatedProbability, line.readings[0]?.probability ?? 0);
    return {
      characters: sure,
      confidence,
      doubts: isUnclear ? ['unclear-character'] : [],
      alternatives,
      otherInk: otherInkOf(line),
    };
  }
  const isLineBelieved =
    !keepsLocated && lineText !== '' && locatedProbability <= overLine(locatedText, lineText) * lineProbability;
  if (isLineBelieved) {
    return {
      characters: pairs.flatMap(({ digit, character }) => (character ? fromLine(digit, character) : [])),
      confidence: lineProbability * (1 - locatedProbability / FUSION.otherVoice),
      doubts: ['readings-differ'],
      alternatives,
      otherInk: otherInkOf(line),
    };
  }
  const kept = keepsLocated || lineText !== '' ? located : amongOtherInk(located, line);
  return {
    characters: pairs.flatMap(({ digit, character }) => {
      if (digit) return kept.includes(digit) ? [{ kind: 'digit' as const, digit: questioned(digit, character) }] : [];
      return kept.length > 0 ? agreed(null, character) : [];
    }),
    confidence: locatedProbability * (1 - lineProbability / FUSION.otherVoice),
    doubts: kept.length > 0 ? ['readings-differ'] : [],
    alternatives,
    otherInk: otherInkOf(line),
  };
}

/** The located digits that stay although the line reader saw none: none in a word, else those that are read surely. */
function amongOtherInk(located: readonly RecognizedDigit[], { characters }: LineReading): readonly RecognizedDigit[] {
  const letters = characters.filter(({ code }) => code === 'letter').length;
  if (letters >= Math.max(FUSION.leastLetters, located.length)) return [];
  return located.filter((digit) => probabilityOf(digit) >= FUSION.loneDigit);
}

/** The digit, which is not sure where the line reader saw something else. */
function questioned(digit: RecognizedDigit, character: LineCharacter | null): RecognizedDigit {
  return character?.code === String(labelOf(digit)) ? digit : toCheck(digit);
}

function overLine(located: string, line: string): number {
  return located.length === 1 && line.length === 1 ? FUSION.singleOverLine : FUSION.locatedOverLine;
}

function agreed(digit: RecognizedDigit | null, character: LineCharacter | null): FusedCharacter[] {
  if (digit) return [{ kind: 'digit', digit }];
  if (!character || !isMarkCode(character.code)) return [];
  const verdict = character.probability >= FUSION.sureMark ? 'sure' : 'check';
  const { code, box, probability } = character;
  return [{ kind: 'mark', mark: { code, box, confidence: probability, verdict } }];
}

/** What the line reader saw, in the located digit's box where there is one. */
function fromLine(digit: RecognizedDigit | null, character: LineCharacter): FusedCharacter[] {
  if (!isDigitCode(character.code)) return agreed(null, character);
  const label = Number(character.code);
  if (!digit) return [{ kind: 'unlocated', label, box: character.box, probability: character.probability }];
  return [{ kind: 'digit', digit: labelled(digit, label, character.probability) }];
}

/** The digit with that label first, to be checked unless it was the first before. */
export function labelled(digit: RecognizedDigit, label: number, probability: number): RecognizedDigit {
  const { ranked } = digit.prediction;
  if (ranked[0]?.label === label) return digit;
  const least = ranked[0]?.probability ?? 0;
  const chosen = {
    label,
    probability: Math.max(
      probability / FUSION.otherVoice,
      ranked.find((each) => each.label === label)?.probability ?? 0,
    ),
  };
  const rest = ranked
    .filter((each) => each.label !== label)
    .map((each) => ({ ...each, probability: Math.min(each.probability, Math.max(0, 1 - chosen.probability), least) }));
  return { ...digit, prediction: { ...digit.prediction, ranked: [chosen, ...rest], verdict: 'check' } };
}

/** The same digit, not sure. */
export function toCheck(digit: RecognizedDigit): RecognizedDigit {
  if (digit.prediction.verdict !== 'sure') return digit;
  return { ...digit, prediction: { ...digit.prediction, verdict: 'check' } };
}

function believed(character: FusedCharacter): FusedCharacter {
  if (character.kind !== 'digit' || character.digit.chosenToFit) return character;
  const { digit } = character;
  return { kind: 'digit', digit: { ...digit, prediction: { ...digit.prediction, verdict: 'sure' } } };
}

/** Other texts of the number, most probable first: the line's other readings, and the located digits where they differ. */
function otherTexts(
  located: readonly RecognizedDigit[],
  line: LineReading,
  locatedText: string,
  locatedProbability: number,
): FusedNumber['alternatives'] {
  const texts = new Map<string, number>();
  for (const { codes, probability } of line.readings) {
    const text = codes.filter((code) => isDigitCode(code) || isMarkCode(code)).join('');
    if (text) texts.set(text, (texts.get(text) ?? 0) + probability);
  }
  if (located.length > 0 && !texts.has(locatedText)) texts.set(locatedText, locatedProbability / FUSION.otherVoice);
  return [...texts].map(([text, confidence]) => ({ text, confidence })).sort((a, b) => b.confidence - a.confidence);
}

/** Two voices that agree: as sure as the surer one, and a little more. */
function combined(a: number, b: number): number {
  return 1 - (1 - Math.max(a, b)) * (1 - Math.min(a, b) / FUSION.otherVoice);
}

function labelOf({ prediction }: RecognizedDigit): number {
  return prediction.ranked[0]?.label ?? 0;
}

function probabilityOf({ prediction }: RecognizedDigit): number {
  return prediction.ranked[0]?.probability ?? 0;
}
