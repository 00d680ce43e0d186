import { characterOf, digitsOf, type FixedDigit, type FixedReading, numbersOf } from '../../corrections/fixed-reading';

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];
const MAX_SPOKEN_DOUBTS = 3;

/** What a digit may be instead of what stands there; null when nothing else is worth naming. */
export function secondGuess({ label, prediction }: FixedDigit): number | null {
  const other = prediction?.ranked.find((candidate) => candidate.label !== label);
  return other && other.probability >= 0.02 ? other.label : null;
}

/** Digits one by one, e.g. '4 0 7'. */
export function spokenDigits(digits: readonly FixedDigit[]): string {
  return digits.map((digit) => (digit.label === null ? 'blank' : characterOf(digit))).join(' ');
}

/** A reading as one sentence for a screen reader, e.g. 'Number 4 0 7; second digit uncertain, maybe 9'. */
export function spokenReading(reading: FixedReading): string {
  const numbers = reading.lines.flatMap(numbersOf);
  if (numbers.length === 0) {
    return 'No digits found';
  }
  const spoken = numbers.map(spokenDigits).join(', ');
  return [`${numbers.length > 1 ? `${numbers.length} numbers:` : 'Number'} ${spoken}`, ...doubts(reading)].join('; ');
}

function doubts(reading: FixedReading): readonly string[] {
  const all = digitsOf(reading).flatMap((digit, index) => (digit.mark === 'check' ? [doubt(digit, index)] : []));
  const left = all.length - MAX_SPOKEN_DOUBTS;
  return left > 0 ? [...all.slice(0, MAX_SPOKEN_DOUBTS), `${left} more to check`] : all;
}

function doubt(digit: FixedDigit, index: number): string {
  const which = ORDINALS[index] ? `${ORDINALS[index]} digit` : `digit ${index + 1}`;
  if (digit.label === null) {
    return `${which} blank`;
  }
  const guess = secondGuess(digit);
  return guess === null ? `${which} uncertain` : `${which} uncertain, maybe ${guess}`;
}
