import type { Point } from '../../contract/image';
import type { LabelledPicture } from '../labelled-set';
import type { MeasuredPart } from '../measured-part';
import { type SeededRandom, seededRandom } from '../seeded-random';
import { pageSize } from './color-page';
import { EMPTY_PICTURES } from './empty-scenes';
import { frame, type PenPage, pageFile, penColor, printColor, stroke } from './pen-page';

type Size = ReturnType<typeof pageSize>;

/** Printed forms without an entry, and signs of a pen that are no digits. */
export function emptyForms(): MeasuredPart[] {
  return [
    part('frames', (random, size) => ({ print: frames(random, size), ink: '' })),
    part('grids', (random, size) => ({ print: grid(random, size), ink: '' })),
    part('crossed boxes', (random, size) => crossedBoxes(random, size)),
    part('plus and X marks', (random, size) => ({ print: '', ink: scattered(['plus', 'cross'], random, size) })),
    part('signs', (random, size) => ({ print: '', ink: scattered(SIGN_NAMES, random, size) })),
  ];
}

function part(name: string, draw: (random: SeededRandom, size: Size) => Pick<PenPage, 'print' | 'ink'>): MeasuredPart {
  const pictures = Array.from({ length: EMPTY_PICTURES }, (_, index): LabelledPicture => {
    const open = () => {
      const random = seededRandom(`${name} ${index}`);
      const size = pageSize(random);
      return pageFile({ ...size, ...draw(random, size) }, random);
    };
    return { name: `${name} ${index}`, label: '', open };
  });
  return { name, pictures };
}

/** One to four boxes of any shape, or a row of equal ones as on a form. */
function frames(random: SeededRandom, { width, height }: Size): string {
  const [pen, color] = [random.uniform(0.9, 3), printColor(random)];
  if (random.uniform() < 0.5)
    return boxes(random, width, height, pen, color)
      .map(({ drawn }) => drawn)
      .join('');
  return Array.from({ length: random.integer(1, 5) }, () => {
    const [wide, high] = [random.uniform(0.1, 0.6) * width, random.uniform(0.1, 0.6) * height];
    return frame(random.uniform(0, width - wide), random.uniform(0, height - high), wide, high, pen, color);
  }).join('');
}

interface FormBox {
  readonly left: number;
  readonly top: number;
  readonly side: number;
  readonly drawn: string;
}

function boxes(random: SeededRandom, width: number, height: number, pen: number, color: string): FormBox[] {
  const side = random.uniform(24, 64);
  const step = side + (random.uniform() < 0.5 ? 0 : random.uniform(2, 14));
  const count = Math.max(1, Math.min(random.integer(2, 9), Math.floor((width - 20) / step)));
  const [left, top] = [random.uniform(8, width - count * step), random.uniform(8, height - side - 8)];
  return Array.from({ length: count }, (_, index) => {
    const x = left + index * step;
    return { left: x, top, side, drawn: frame(x, top, side, side, pen, color) };
  });
}

/** A table with columns of different widths and empty cells. */
function grid(random: SeededRandom, { width, height }: Size): string {
  const [pen, color] = [random.uniform(0.8, 2.4), printColor(random)];
  const [columns, rows] = [random.integer(2, 9), random.integer(2, 9)];
  const [left, top] = [random.uniform(6, 0.15 * width), random.uniform(6, 0.15 * height)];
  const [wide, high] = [width - 2 * left, height - 2 * top];
  const inner = Array.from({ length: columns - 1 }, (_, index) => (index + 1 + random.uniform(-0.3, 0.3)) / columns);
  const down = inner.map((share) => [
    { x: left + share * wide, y: top },
    { x: left + share * wide, y: top + high },
  ]);
  const across = Array.from({ length: rows - 1 }, (_, index) => {
    const y = top + ((index + 1) * high) / rows;
    return [
      { x: left, y },
      { x: left + wide, y },
    ];
  });
  return (
    frame(left, top, wide, high, pen, color) + [...down, ...across].map((line) => stroke(line, pen, color)).join('')
  );
}

/** A row of boxes, each with an X of a pen in it. */
function crossedBoxes(random: SeededRandom, { width, height }: Size): Pick<PenPage, 'print' | 'ink'> {
  const row = boxes(random, width, height, random.uniform(0.9, 2.4), printColor(random));
  const [pen, color] = [random.uniform(1.5, 4), penColor(random)];
  const ink = row.map(({ left, top, side }) =>
    sign('cross', { x: left + side / 2, y: top + side / 2 }, side * random.uniform(0.5, 0.9), pen, color, random),
  );
  return { print: row.map(({ drawn }) => drawn).join(''), ink: ink.join('') };
}

/** Strokes x0,y0,x1,y1,... in a square from -0.5 to 0.5, y down. No sign is a single upright stroke or a ring: those are digits. */
const SIGNS = {
  plus: [
    [-0.5, 0, 0.5, 0],
    [0, -0.5, 0, 0.5],
  ],
  cross: [
    [-0.45, -0.5, 0.45, 0.5],
    [0.45, -0.5, -0.45, 0.5],
  ],
  equals: [
    [-0.4, -0.13, 0.4, -0.13],
    [-0.4, 0.13, 0.4, 0.13],
  ],
  minus: [[-0.4, 0, 0.4, 0]],
  tick: [[-0.4, 0.1, -0.1, 0.45, 0.5, -0.5]],
  arrow: [
    [-0.5, 0, 0.5, 0],
    [0.2, -0.3, 0.5, 0, 0.2, 0.3],
  ],
  star: [
    [-0.4, -0.25, 0.4, 0.25],
    [0.4, -0.25, -0.4, 0.25],
    [0, -0.5, 0, 0.5],
  ],
  number: [
    [-0.15, -0.5, -0.25, 0.5],
    [0.25, -0.5, 0.15, 0.5],
    [-0.45, -0.15, 0.45, -0.18],
    [-0.45, 0.2, 0.45, 0.15],
  ],
} as const satisfies Readonly<Record<string, readonly (readonly number[])[]>>;

type SignName = keyof typeof SIGNS;
const SIGN_NAMES = Object.keys(SIGNS) as SignName[];

/** Signs in loose rows, as many as a page of exercises has. */
function scattered(names: readonly SignName[], random: SeededRandom, { width, height }: Size): string {
  const size = random.uniform(18, 70);
  const [pen, color] = [size * random.uniform(0.05, 0.12), penColor(random)];
  const step = size * random.uniform(1.4, 2.2);
  const share = random.uniform(0.15, 0.9);
  let drawn = '';
  for (let y = step / 2; y < height - size / 2; y += step)
    for (let x = step / 2; x < width - size / 2; x += step)
      if (random.uniform() < share)
        drawn += sign(random.pick(names), { x, y }, size * random.uniform(0.7, 1.1), pen, color, random);
  return drawn;
}

function sign(name: SignName, at: Point, size: number, pen: number, color: string, random: SeededRandom): string {
  const jitter = () => random.uniform(-0.05, 0.05);
  return SIGNS[name]
    .map((flat: readonly number[]) => {
      const points = Array.from({ length: flat.length / 2 }, (_, index) => ({
        x: at.x + size * (flat[2 * index]! + jitter()),
        y: at.y + size * (flat[2 * index + 1]! + jitter()),
      }));
      return stroke(points, pen, color);
    })
    .join('');
}
