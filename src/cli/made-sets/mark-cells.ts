import sharp from 'sharp';
import { type SeededRandom, seededRandom } from '../seeded-random';
import type { WrittenCell } from './cell-ink';
import type { PenDigit } from './pen-digits';
import { stroke } from './pen-page';

const CELLS = 300;
/** Height of a digit, pixels. */
const HEIGHT = 30;
const MARGIN = 12;

/** Numbers as teachers write marks and points, of one to three digits, drawn with a pen's strokes. */
export function markCells(digits: readonly PenDigit[]): WrittenCell[] {
  return Array.from({ length: CELLS }, (_, index) => {
    const random = seededRandom(`mark ${index}`);
    const chosen = random.sample(digits, random.pick([1, 2, 2, 2, 3]));
    return {
      label: chosen.map(({ label }) => label).join(''),
      open: () => drawn(chosen, seededRandom(`mark ${index} drawn`)),
    };
  });
}

async function drawn(digits: readonly PenDigit[], random: SeededRandom): Promise<File> {
  const pen = random.uniform(0.06, 0.11) * HEIGHT;
  const gap = random.uniform(0.2, 0.35) * HEIGHT;
  const level = Math.round(random.uniform(20, 110));
  let left = MARGIN;
  const paths = digits.flatMap(({ strokes, width }) => {
    const size = HEIGHT * random.uniform(0.9, 1.08);
    const from = left;
    left += width * size + gap;
    return strokes.map((path) =>
      stroke(
        path.map(({ x, y }) => ({ x: from + x * size, y: MARGIN + HEIGHT - (1 - y) * size })),
        pen,
        `rgb(${level},${level},${level})`,
      ),
    );
  });
  const [width, height] = [Math.ceil(left - gap + MARGIN), HEIGHT + 2 * MARGIN];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="${width}" height="${height}" fill="#fff"/>
    <g fill="none" stroke-linecap="round" stroke-linejoin="round">${paths.join('')}</g></svg>`;
  return new File([new Uint8Array(await sharp(Buffer.from(svg)).png().toBuffer())], 'mark.png');
}
