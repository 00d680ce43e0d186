import type { Recognition, RecognizedDigit } from '../../contract/recognition';

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];
const MAX_SPOKEN_DOUBTS = 3;

/** What a digit may be instead of its first candidate; null when nothing else is worth naming. */
export function secondGuess(digit: RecognizedDigit): number | null {
  const second = digit.prediction.ranked[1];
  return second && second.probability >= 0.02 ? second.label : null;
}

/** A reading as one sentence for a screen reader, e.g. 'Number 4 0 7; second digit uncertain, maybe 9'. */
export function spokenReading(recognition: Recognition): string {
  if (recognition.digits.length === 0) {
    return 'No digits found';
  }
  const numbers = recognition.lines.flatMap((line) => line.text.split(' ').filter((number) => number !== ''));
  const spoken = numbers.map((number) => [...number].join(' ')).join(', ');
  return [`${numbers.length > 1 ? `${numbers.length} numbers:` : 'Number'} ${spoken}`, ...doubts(recognition)].join(
    '; ',
  );
}

function doubts(recognition: Recognition): readonly string[] {
  const all = recognition.digits.flatMap((digit, index) =>
    digit.prediction.verdict === 'check' ? [doubt(digit, index)] : [],
  );
  const left = all.length - MAX_SPOKEN_DOUBTS;
  return left > 0 ? [...all.slice(0, MAX_SPOKEN_DOUBTS), `${left} more to check`] : all;
}

function doubt(digit: RecognizedDigit, index: number): string {
  const which = ORDINALS[index] ? `${ORDINALS[index]} digit` : `digit ${index + 1}`;
  const guess = secondGuess(digit);
  return guess === null ? `${which} uncertain` : `${which} uncertain, maybe ${guess}`;
}
