import type { Box } from '../contract/image';
import { type NumeralScriptId, writtenIn } from '../contract/numeral-scripts';
import type { Doubt, NumberAlternative, RecognizedNumber } from '../contract/recognition';
import { boxAround } from '../imaging/box';
import { type Interpretation, interpretNumber } from '../numbers/interpret-number';
import {
  charactersOf,
  codeOf,
  type FixedCharacter,
  type FixedReading,
  isDigit,
  type NumberAsRead,
  numbersOf,
  type Status,
} from './fixed-reading';
import { breaksRule } from './rule-breaks';

/** A number as it stands after correction: what it means follows from its characters. */
export interface FixedNumber extends Omit<Interpretation, 'doubts'> {
  readonly characters: readonly FixedCharacter[];
  /** With 0-9. */
  readonly text: string;
  /** Of its first digit: no number mixes two. */
  readonly script: NumeralScriptId;
  /** As it stands in the picture, in the digits of its script. */
  readonly written: string;
  readonly box: Box;
  /** 'check' as long as a character or the number itself is doubtful; 'edited' when a person changed one of them. */
  readonly status: Status;
  /** What is still open; empty as soon as a person accepted the number or each of its characters. */
  readonly doubts: readonly Doubt[];
  /** Probability that the whole is right; null where a person has had a say in it. */
  readonly confidence: number | null;
  /** Other texts it may be, as long as it stands as it was read. */
  readonly alternatives: readonly NumberAlternative[];
  /** The scripts that the reader thinks it may be written in, most probable first; none where it was not asked. */
  readonly scripts: readonly NumeralScriptId[];
}

/** Doubts that are about the text, so that they go with it. */
const TEXT_DOUBTS: readonly Doubt[] = ['readings-differ', 'does-not-fit'];
/** Doubts that follow from the characters as they are now. */
const DERIVED_DOUBTS: readonly Doubt[] = ['unclear-character', 'impossible-grouping'];

/** The numbers of each line, from left to right. */
export function fixedLines(reading: FixedReading): readonly (readonly FixedNumber[])[] {
  return reading.lines.map((line) => numbersOf(line).map((characters) => fixedNumber(reading, characters)));
}

/** The numbers of a reading in reading order. */
export function fixedNumbers(reading: FixedReading): readonly FixedNumber[] {
  return fixedLines(reading).flat();
}

/** @param characters those of one number, at least one */
export function fixedNumber(reading: FixedReading, characters: readonly FixedCharacter[]): FixedNumber {
  const text = characters.map(codeOf).join('');
  const { script } = characters.find(isDigit) ?? characters[0]!;
  const { doubts: ofText, ...meaning } = interpretNumber(text, reading.convention);
  const origins = originsOf(reading, characters);
  const whole = origins.find((number) => isAsRead(number, characters, text)) ?? null;
  const isSeen = characters.every(({ status }) => status === 'accepted' || status === 'edited');
  const isUnclear =
    characters.some(({ status }) => status === 'check') || origins.some((number) => number.isUnclearAsWhole);
  const unclear: readonly Doubt[] = isUnclear ? ['unclear-character'] : [];
  const isScriptChosen = characters.some((character) => character.isScriptChosen);
  const kept = origins
    .flatMap((number) => number.doubts.filter((doubt) => isKept(doubt, whole !== null)))
    .filter((doubt) => !isScriptChosen || doubt !== 'unclear-script');
  const ofRules: readonly Doubt[] = breaksRule(reading, characters) ? ['breaks-rule'] : [];
  const doubts = isSeen ? [] : [...new Set([...unclear, ...kept, ...ofText, ...ofRules])];
  return {
    ...meaning,
    characters,
    text,
    script,
    written: writtenIn(text, script),
    box: boxAround(characters.map(({ box }) => box)),
    status: statusOf(characters, doubts),
    doubts,
    confidence: whole && !isScriptChosen && characters.every(isUntouched) ? whole.confidence : null,
    alternatives: whole && !isSeen && !isScriptChosen ? whole.alternatives : [],
    scripts: origins[0]?.scripts ?? [],
  };
}

/** The numbers that the characters were read in. */
function originsOf(reading: FixedReading, characters: readonly FixedCharacter[]): readonly NumberAsRead[] {
  const indexes = new Set(characters.flatMap(({ numberIndex }) => numberIndex ?? []));
  return [...indexes].flatMap((index) => reading.numbersAsRead[index] ?? []);
}

function isAsRead(number: RecognizedNumber, characters: readonly FixedCharacter[], text: string): boolean {
  return number.text === text && number.characters.length === characters.length;
}

function isKept(doubt: Doubt, isWhole: boolean): boolean {
  return !DERIVED_DOUBTS.includes(doubt) && (isWhole || !TEXT_DOUBTS.includes(doubt));
}

function isUntouched({ status }: FixedCharacter): boolean {
  return status === 'sure' || status === 'check';
}

function statusOf(characters: readonly FixedCharacter[], doubts: readonly Doubt[]): Status {
  if (doubts.length > 0 || characters.some(({ status }) => status === 'check')) return 'check';
  if (characters.some(({ status }) => status === 'edited')) return 'edited';
  return characters.every(({ status }) => status === 'accepted') ? 'accepted' : 'sure';
}

/** The number that a character is in; null when it is not there. */
export function numberAround(reading: FixedReading, id: number | null): FixedNumber | null {
  const characters = reading.lines.flatMap(numbersOf).find((number) => number.some((character) => character.id === id));
  return characters ? fixedNumber(reading, characters) : null;
}

/**
 * The characters that ask for a look, in reading order: those that are doubtful, and the first one of each number that
 * is doubtful as a whole.
 */
export function openChecks(reading: FixedReading): readonly FixedCharacter[] {
  return fixedNumbers(reading).flatMap(({ characters, status }) => {
    const open = characters.filter((character) => character.status === 'check');
    return open.length > 0 || status !== 'check' ? open : characters.slice(0, 1);
  });
}

/**
 * The next character that asks for a look, after the given one and then from the start.
 *
 * @param after id of a character, which need not be there anymore
 * @returns null when there is none left besides it
 */
export function nextOpenCheck(reading: FixedReading, after: number | null): FixedCharacter | null {
  return nextOpen(reading, charactersOf(reading), after);
}

/** The one before, and then from the end. */
export function previousOpenCheck(reading: FixedReading, before: number | null): FixedCharacter | null {
  return nextOpen(reading, charactersOf(reading).toReversed(), before);
}

function nextOpen(
  reading: FixedReading,
  characters: readonly FixedCharacter[],
  after: number | null,
): FixedCharacter | null {
  const open = new Set(openChecks(reading));
  const at = characters.findIndex((character) => character.id === after);
  const inTurn = [...characters.slice(at + 1), ...characters.slice(0, Math.max(at, 0))];
  return inTurn.find((character) => open.has(character)) ?? null;
}
