import {
  charactersOf,
  codeOf,
  type FixedCharacter,
  type FixedReading,
  numbersOf,
} from '../../../corrections/fixed-reading';
import { t } from '../../base/i18n/i18n';

const MAX_SPOKEN_DOUBTS = 3;

/** What a digit may be instead of what stands there; null when nothing else is worth naming. */
export function secondGuess({ code, prediction }: FixedCharacter): string | null {
  const other = prediction?.ranked.find(({ label }) => String(label) !== code);
  return other && other.probability >= 0.02 ? String(other.label) : null;
}

/** Digits one by one, e.g. '4 0 7'. */
export function spokenDigits(digits: readonly FixedCharacter[]): string {
  return digits.map((digit) => (digit.code === null ? t('spoken.blank') : codeOf(digit))).join(' ');
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
  return [lead, ...doubts(reading)].join('; ');
}

function doubts(reading: FixedReading): readonly string[] {
  const all = charactersOf(reading).flatMap((digit, index) => (digit.status === 'check' ? [doubt(digit, index)] : []));
  const left = all.length - MAX_SPOKEN_DOUBTS;
  return left > 0 ? [...all.slice(0, MAX_SPOKEN_DOUBTS), t('spoken.more', { count: left })] : all;
}

function doubt(digit: FixedCharacter, index: number): string {
  const which = t('spoken.which', { position: index + 1 });
  if (digit.code === null) {
    return t('spoken.doubt.blank', { which });
  }
  const guess = secondGuess(digit);
  return guess === null ? t('spoken.doubt', { which }) : t('spoken.doubt.maybe', { which, guess });
}
