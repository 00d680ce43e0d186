import type { Recognition, RecognizedDigit } from '../../contract/recognition';

/** Probability that a digit's first candidate is the right one, 0..1. */
export function digitConfidence(digit: RecognizedDigit): number {
  return digit.prediction.ranked[0]?.probability ?? 0;
}

/**
 * Probability that all of the given digits are right, taking them as independent.
 *
 * @param indexes indexes into `recognition.digits`; 1 when there are none
 */
export function jointConfidence(recognition: Recognition, indexes: readonly number[]): number {
  return indexes.reduce((product, index) => {
    const digit = recognition.digits[index];
    return digit ? product * digitConfidence(digit) : product;
  }, 1);
}
