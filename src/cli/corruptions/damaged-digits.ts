import type { LabelledPicture } from '../labelled-set';
import type { MeasuredPart } from '../measured-part';
import { seededRandom } from '../seeded-random';
import { CORRUPTIONS, corrupted } from './mnist-c';

export const CORRUPTED_DIGITS = 1_000;

/** The same digits with each of MNIST-C's corruptions, by seed. */
export function damagedDigits(digits: readonly LabelledPicture[]): MeasuredPart[] {
  const chosen = seededRandom('MNIST-C').sample(digits, CORRUPTED_DIGITS);
  return CORRUPTIONS.map((corruption) => ({
    name: corruption.name,
    pictures: chosen.map((picture) => corrupted(picture, corruption)),
  }));
}
