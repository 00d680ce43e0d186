import type { LabelledPicture } from '../labelled-set';
import type { MeasuredPart } from '../measured-part';
import { type SeededRandom, seededRandom } from '../seeded-random';
import { clearGap, contactGap, type Gap, INK, type InkDigit, inkDigit, sideBySide, stripPicture } from './digit-strip';
import { distanceToSegment, strokeDirection } from './pen-stroke';

const PICTURES = 100;
const LOOK_ALIKES = ['17', '49', '56', '38'] as const;

/** Numbers of two to five digits of MNIST's test part, each part hard to read in one way. */
export function hardStrings(digits: readonly LabelledPicture[]): MeasuredPart[] {
  const anyDigits = (random: SeededRandom) => draw(digits, random.integer(2, 6), random);
  return [
    part('touching', anyDigits, (random) => contactGap(() => random.integer(0, 2))),
    part('overlapping', anyDigits, (random) => contactGap(() => random.integer(2, 4))),
    part('broken strokes', (random) => anyDigits(random).map((digit) => broken(digit, random)), clearGap),
    part(
      'one digit repeated',
      (random, index) => draw(labelled(digits, String(index % 10)), random.integer(2, 6), random),
      clearGap,
    ),
    ...LOOK_ALIKES.map((pair) =>
      part(
        `numbers of ${[...pair].join(' and ')} alone`,
        (random) => draw(labelled(digits, pair), random.integer(2, 6), random),
        clearGap,
        PICTURES / LOOK_ALIKES.length,
      ),
    ),
  ];
}

function part(
  name: string,
  digitsOf: (random: SeededRandom, index: number) => InkDigit[],
  gapOf: (random: SeededRandom) => Gap,
  count = PICTURES,
): MeasuredPart {
  const random = seededRandom(name);
  const pictures = Array.from({ length: count }, (_, index) => {
    const strip = sideBySide(digitsOf(random, index), gapOf(random));
    return stripPicture(`${name} ${index}`, strip);
  });
  return { name, pictures };
}

function labelled(digits: readonly LabelledPicture[], labels: string): readonly LabelledPicture[] {
  return digits.filter(({ label }) => labels.includes(label));
}

function draw(digits: readonly LabelledPicture[], count: number, random: SeededRandom): InkDigit[] {
  return Array.from({ length: count }, () => inkDigit(random.pick(digits)));
}

const BREAKS = 2;
/** In pixels of MNIST, whose digits are 20 tall. */
const BREAK = { width: 2.2, reach: 3 };

/** The pen skipped twice: gaps across the stroke, somewhere along it. */
function broken({ label, ink }: InkDigit, random: SeededRandom): InkDigit {
  const { width, height } = ink;
  const stroke = [...ink.data.keys()].filter((place) => ink.data[place]! >= INK);
  let data = ink.data;
  for (const place of random.sample(stroke, BREAKS)) {
    const center = { x: place % width, y: Math.floor(place / width) };
    const across = strokeDirection(ink, center) + Math.PI / 2;
    const [dx, dy] = [Math.cos(across) * BREAK.reach, Math.sin(across) * BREAK.reach];
    const [from, to] = [
      { x: center.x - dx, y: center.y - dy },
      { x: center.x + dx, y: center.y + dy },
    ];
    data = Uint8Array.from(data, (value, at) => {
      const distance = distanceToSegment({ x: at % width, y: Math.floor(at / width) }, from, to);
      return Math.round(value * Math.max(0, Math.min(1, distance - BREAK.width / 2 + 0.5)));
    });
  }
  return { label, ink: { width, height, data } };
}
