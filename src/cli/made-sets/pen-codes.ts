import type { LabelledPicture } from '../labelled-set';
import { type SeededRandom, seededRandom } from '../seeded-random';
import type { PenDigit } from './pen-digits';
import { pageFile, placesOf, rulingColor, rulings, written } from './pen-page';

export const PEN_CODES = 200;
/** L a letter, D a digit: ids of students and parts, seats, containers, plates written down. */
const FORMS = ['DDLLDDD', 'LLLDDDD', 'LLDDDDDD', 'LLLLDDDDDDD', 'DDL', 'LDDDDD', 'LLDDLLDDDD', 'LLDLDDD'] as const;
/** Paper around the code, in heights of a character. */
const MARGIN = 0.9;

/** Codes on plain or ruled paper, of capitals and digits as writers made them with a pen. */
export function penCodes(letters: readonly PenDigit[], digits: readonly PenDigit[]): LabelledPicture[] {
  return Array.from({ length: PEN_CODES }, (_, index): LabelledPicture => {
    const random = seededRandom(`code ${index}`);
    const characters = [...FORMS[index % FORMS.length]!].map((place) => random.pick(place === 'L' ? letters : digits));
    const label = characters.map((character) => character.label).join('');
    return { name: `code ${index}`, label, open: () => codePage(characters, seededRandom(`code ${index} page`)) };
  });
}

function codePage(characters: readonly PenDigit[], random: SeededRandom): Promise<File> {
  const height = random.uniform(20, 60);
  const top = MARGIN * height;
  let right = top;
  const lefts = characters.map(({ width }) => {
    const left = right;
    right += (width + random.uniform(0.1, 0.35)) * height;
    return left;
  });
  const page = { width: Math.round(right + top), height: Math.round((1 + 2 * MARGIN) * height) };
  const ink = written(characters, lefts, top, height, random);
  const line = top + height * random.uniform(0.98, 1.12);
  const print =
    random.uniform() < 0.5
      ? ''
      : rulings(
          placesOf(height * 2, line, page.width),
          'across',
          page.width,
          random.uniform(0.8, 1.6),
          rulingColor(random),
        );
  return pageFile({ ...page, print, ink }, random);
}
