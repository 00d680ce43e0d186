import type { Recognition, RecognizedDigit } from '../../../contract/recognition';

/**
 * Marks digits to be checked that the reader took as sure, but below what the person counts as sure.
 *
 * @param sureAbove probability 0..1; 0 leaves every verdict as it is
 */
export function raiseDoubts(recognition: Recognition, sureAbove: number): Recognition {
  return { ...recognition, digits: recognition.digits.map((digit) => raiseDoubt(digit, sureAbove)) };
}

/** `raiseDoubts` for one digit, as for a place that a person pointed at. */
export function raiseDoubt(digit: RecognizedDigit, sureAbove: number): RecognizedDigit {
  const { prediction } = digit;
  const isDoubtful = prediction.verdict === 'sure' && (prediction.ranked[0]?.probability ?? 0) < sureAbove;
  return isDoubtful ? { ...digit, prediction: { ...prediction, verdict: 'check' } } : digit;
}
