import { DEFAULT_SCRIPT, type NumeralScriptId, writtenIn } from '../../../contract/numeral-scripts';
import { type FixedNumber, fixedNumbers } from '../../../corrections/fixed-number';
import {
  charactersOf,
  type FixedCharacter,
  type FixedReading,
  isDigit,
  numbersOf,
} from '../../../corrections/fixed-reading';
import { t } from '../../base/i18n/i18n';
import { characterName } from './character-words';

const MAX_SPOKEN_DOUBTS = 3;

/** The digit that may be there instead, 0-9; null when nothing else is worth naming. */
export function secondGuess({ code, prediction }: FixedCharacter): string | null {
  const other = prediction?.ranked.find(({ label }) => String(label) !== code);
  return other && other.probability >= 0.02 ? String(other.label) : null;
}

/** The same as its script writes it. */
export function writtenGuess(character: FixedCharacter): string | null {
  const guess = secondGuess(character);
  return guess && writtenIn(guess, character.script);
}

/** Digits and marks one by one, e.g. 'minus 4 0 point 7'. */
export function spokenDigits(characters: readonly FixedCharacter[]): string {
  return characters
    .map(({ code, script }) => (code === null ? t('spoken.blank') : characterName(code, script)))
    .join(' ');
}

/** A reading as one sentence for a screen reader, e.g. 'Number 4 0 7; second digit uncertain, maybe 9'. */
export function spokenReading(reading: FixedReading): string {
  const numbers = reading.lines.flatMap(numbersOf);
  if (numbers.length === 0) {
    return t('spoken.none');
  }
  const spoken = numbers.map(spokenDigits).join(', ');
  const lead =
    numbers.length > 1
      ? t('spoken.numbers', { count: numbers.length, numbers: spoken })
      : t('spoken.number', { number: spoken });
  const scripts = new Set(fixedNumbers(reading).map(({ script }) => script));
  return [lead, ...inScript(scripts), ...doubts(reading)].join('; ');
}

/** Names the script where it is another than Latin alone. */
function inScript(scripts: ReadonlySet<NumeralScriptId>): readonly string[] {
  if ([...scripts].every((script) => script === DEFAULT_SCRIPT)) return [];
  return [t('spoken.script', { script: [...scripts].map((script) => t(`script.${script}`)).join(', ') })];
}

function doubts(reading: FixedReading): readonly string[] {
  const positions = new Map(charactersOf(reading).map((character, index) => [character, index + 1]));
  const all = fixedNumbers(reading).flatMap((number) => {
    const open = number.characters.filter(({ status }) => status === 'check');
    const ofCharacters = open.map((character) => doubt(character, positions.get(character) ?? 0));
    return open.length > 0 || number.status !== 'check' ? ofCharacters : [numberDoubt(number)];
  });
  const left = all.length - MAX_SPOKEN_DOUBTS;
  return left > 0 ? [...all.slice(0, MAX_SPOKEN_DOUBTS), t('spoken.more', { count: left })] : all;
}

function doubt(character: FixedCharacter, position: number): string {
  const { code } = character;
  const isMark = !isDigit(character) && code !== null;
  const which = isMark
    ? t('spoken.which.mark', { position, name: characterName(code) })
    : t('spoken.which', { position });
  if (code === null) {
    return t('spoken.doubt.blank', { which });
  }
  const guess = writtenGuess(character);
  return guess === null ? t('spoken.doubt', { which }) : t('spoken.doubt.maybe', { which, guess });
}

function numberDoubt({ characters, doubts: why }: FixedNumber): string {
  const reasons = why.map((one) => t(`doubt.${one}`)).join(', ');
  return t('spoken.doubt.number', { number: spokenDigits(characters), reasons });
}
