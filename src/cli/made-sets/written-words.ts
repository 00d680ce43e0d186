import { createRequire } from 'node:module';
import sharp from 'sharp';
import type { LabelledPicture } from '../labelled-set';
import type { MeasuredPart } from '../measured-part';
import { type SeededRandom, seededRandom } from '../seeded-random';
import { paper } from './color-page';
import { EMPTY_PICTURES } from './empty-scenes';
import { PRINT_FONTS, type PrintFont } from './printed-labels';

const require = createRequire(import.meta.url);

const PEN: readonly PrintFont[] = [
  { family: 'Caveat', file: require.resolve('@expo-google-fonts/caveat/400Regular/Caveat_400Regular.ttf') },
];

const WORDS =
  'the harbor was quiet and nobody answered when Martha called from under a green umbrella about fresh bread coffee Monday garden Walter kitchen paper remember window yours thank you dear father Canada weather mountain'.split(
    ' ',
  );
/** Letters that no digit looks like; the others stand in words, where their neighbors tell. */
const LETTERS = [...'ABCEFHJKMNPRTUVWXYZacdefhkmnprtuvwx'];
/** Without the strokes that alone are a 1: slash, bar and the like. */
const MARKS = [...'.,:;-+=%$€#()*?!&@"…'];

/** Rows and letters of a row on a page of printed letters, at most. */
const [ROWS, ROW] = [3, 7];

/** Words, letters and punctuation, in print and in a pen's script. */
export function writtenWords(): MeasuredPart[] {
  const words = (random: SeededRandom) =>
    Array.from({ length: random.integer(1, 4) }, () =>
      Array.from({ length: random.integer(1, 4) }, () => random.pick(WORDS)).join(' '),
    ).join('\n');
  return [
    part('printed words', PRINT_FONTS, words),
    part('words in a pen’s script', PEN, words),
    part('single letters', [...PRINT_FONTS, ...PEN], (random) => random.pick(LETTERS)),
    part('rows of printed letters', PRINT_FONTS, (random) =>
      Array.from({ length: random.integer(1, ROWS + 1) }, () =>
        Array.from({ length: random.integer(3, ROW + 1) }, () => random.pick(LETTERS)).join(
          random.pick(['', ' ', '  ']),
        ),
      ).join('\n'),
    ),
    part('punctuation', [...PRINT_FONTS, ...PEN], (random) => random.sample(MARKS, random.integer(1, 4)).join(' ')),
  ];
}

function part(name: string, fonts: readonly PrintFont[], textOf: (random: SeededRandom) => string): MeasuredPart {
  const pictures = Array.from({ length: EMPTY_PICTURES }, (_, index): LabelledPicture => {
    const open = () => {
      const random = seededRandom(`${name} ${index}`);
      return writtenPage(textOf(random), random.pick(fonts), random);
    };
    return { name: `${name} ${index}`, label: '', open };
  });
  return { name, pictures };
}

/** Dark ink on paper, a little turned. */
async function writtenPage(text: string, { family, file }: PrintFont, random: SeededRandom): Promise<File> {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const size = random.integer(24, 73);
  const ink = await sharp({
    text: { text: escaped, font: `${family} ${size}`, ...(file && { fontfile: file }), dpi: 72, rgba: true },
  })
    .extend({ top: 30, bottom: 30, left: 30, right: 30, background: '#0000' })
    .rotate(random.uniform(-4, 4), { background: '#0000' })
    .png()
    .toBuffer();
  const { width, height } = await sharp(ink).metadata();
  const { colorAt } = paper(random);
  const data = new Uint8ClampedArray(width * height * 3);
  for (let place = 0; place < width * height; place += 1)
    data.set(colorAt(place % width, Math.floor(place / width)), place * 3);
  const png = await sharp(data, { raw: { width, height, channels: 3 } })
    .composite([{ input: ink }])
    .png()
    .toBuffer();
  return new File([new Uint8Array(png)], 'words.png');
}
