import { isDigitCode } from '../contract/characters';
import type { LineReading } from '../line/read-lines';

/** Probability that the line's digits are `text`, whatever marks stand between them. */
export function probabilityOfDigits({ readings }: LineReading, text: string): number {
  return readings.reduce((sum, { codes, probability }) => (digitsOf(codes) === text ? sum + probability : sum), 0);
}

/** Probability of the readings with other digits. */
export function rivalsOf({ readings }: LineReading, text: string): number {
  return readings.reduce((sum, { codes, probability }) => (digitsOf(codes) === text ? sum : sum + probability), 0);
}

/** The digits among codes, as text. */
export function digitsOf(codes: readonly string[]): string {
  return codes.filter(isDigitCode).join('');
}
