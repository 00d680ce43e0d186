import type { MeasuredPart } from '../measured-part';
import type { SeededRandom } from '../seeded-random';
import { type Color, type ColorPage, mixed, pagePicture, pageSize, paper, scaled } from './color-page';
import { valueNoise } from './value-noise';

/** Pictures of each kind. */
export const EMPTY_PICTURES = 30;

/** Pictures without any writing, drawn by formulas. */
export function emptyScenes(): MeasuredPart[] {
  return [
    part('blank paper', paper),
    part('lined and squared paper', ruled),
    part('textures', (random, index) => TEXTURES[index % TEXTURES.length]!(random)),
    part('scenery', scenery),
    part('noise', (random, index) => NOISES[index % NOISES.length]!(random)),
  ];
}

function part(name: string, page: (random: SeededRandom, index: number) => ColorPage): MeasuredPart {
  const pictures = Array.from({ length: EMPTY_PICTURES }, (_, index) =>
    pagePicture(`${name} ${index}`, (random) => page(random, index)),
  );
  return { name, pictures };
}

function anyColor(random: SeededRandom): Color {
  return [random.uniform(0, 255), random.uniform(0, 255), random.uniform(0, 255)];
}

/** Lines or squares of a printed sheet, a little turned, some with a margin line. */
function ruled(random: SeededRandom, index: number): ColorPage {
  const page = paper(random);
  const spacing = random.uniform(12, 44);
  const thickness = random.uniform(0.8, 2.2);
  const angle = random.uniform(-0.06, 0.06);
  const ink: Color = [random.uniform(40, 160), random.uniform(70, 170), random.uniform(110, 220)];
  const strength = random.uniform(0.35, 0.9);
  const isSquared = index % 2 === 1;
  const margin = index % 4 === 0 ? random.uniform(0.1, 0.3) * page.width : Number.NEGATIVE_INFINITY;
  const cover = (distance: number) => Math.max(0, Math.min(1, thickness / 2 + 0.5 - distance));
  const toLine = (at: number) => Math.abs(((((at / spacing) % 1) + 1.5) % 1) - 0.5) * spacing;
  return {
    ...page,
    colorAt(x, y) {
      const along = x * Math.cos(angle) - y * Math.sin(angle);
      const down = x * Math.sin(angle) + y * Math.cos(angle);
      const lines = Math.max(cover(toLine(down)), isSquared ? cover(toLine(along)) : 0);
      const sheet = mixed(page.colorAt(x, y), ink, strength * lines);
      return mixed(sheet, [190, 60, 60], strength * cover(Math.abs(along - margin)));
    },
  };
}

type Texture = (random: SeededRandom) => ColorPage;

/** A pattern of two colors from a share 0..1 of the second one. */
function twoColors(random: SeededRandom, shareAt: (x: number, y: number) => number): ColorPage {
  const [under, over] = [anyColor(random), anyColor(random)];
  return { ...pageSize(random), colorAt: (x, y) => mixed(under, over, shareAt(x, y)) };
}

const weave: Texture = (random) => {
  const period = random.uniform(4, 20);
  return twoColors(random, (x, y) => 0.5 + 0.5 * Math.sin((x / period) * 6.3) * Math.sin((y / period) * 6.3));
};

const wood: Texture = (random) => {
  const noise = valueNoise(random);
  const [rings, stretch] = [random.uniform(8, 30), random.uniform(0.002, 0.006)];
  return twoColors(random, (x, y) => 0.5 + 0.5 * Math.sin(rings * (noise(x * stretch, y * 0.02) + y * 0.004)));
};

const bricks: Texture = (random) => {
  const [width, height] = [random.uniform(30, 70), random.uniform(14, 34)];
  const joint = random.uniform(2, 4);
  const noise = valueNoise(random);
  return twoColors(random, (x, y) => {
    const row = Math.floor(y / height);
    const inBrick = (x + (row % 2) * (width / 2)) % width;
    const isJoint = inBrick < joint || y % height < joint;
    return isJoint ? 1 : 0.35 * noise(x / 20, y / 20);
  });
};

const checks: Texture = (random) => {
  const side = random.uniform(8, 40);
  return twoColors(random, (x, y) => (Math.floor(x / side) + Math.floor(y / side)) % 2);
};

const stripes: Texture = (random) => {
  const [period, angle] = [random.uniform(6, 40), random.uniform(0, Math.PI)];
  return twoColors(random, (x, y) => {
    const along = (x * Math.cos(angle) + y * Math.sin(angle)) / period;
    return Math.max(0, Math.min(1, 0.5 + 4 * Math.sin(along * 2 * Math.PI)));
  });
};

const marble: Texture = (random) => {
  const noise = valueNoise(random);
  const [period, swirl] = [random.uniform(30, 90), random.uniform(3, 8)];
  return twoColors(random, (x, y) => Math.abs(Math.sin(x / period + swirl * noise(x / 60, y / 60))));
};

const TEXTURES: readonly Texture[] = [weave, wood, bricks, checks, stripes, marble];

/** A sky with clouds and a sun, and hills before it, each nearer one darker. */
function scenery(random: SeededRandom): ColorPage {
  const { width, height } = pageSize(random);
  const [clouds, ground] = [valueNoise(random), valueNoise(random)];
  const [high, low, hill] = [anyColor(random), anyColor(random), anyColor(random)];
  const sun = { x: random.uniform(0, width), y: random.uniform(0, height / 2), radius: random.uniform(10, 40) };
  const hills = Array.from({ length: random.integer(1, 5) }, (_, index) => ({
    base: height * (0.4 + 0.13 * index),
    swing: random.uniform(20, 90),
    offset: random.uniform(0, 50),
    period: random.uniform(50, 160),
  }));
  return {
    width,
    height,
    colorAt(x, y) {
      const before = hills.findLastIndex(
        ({ base, swing, offset, period }) => y > base + swing * (ground(x / period, offset) - 0.5),
      );
      if (before >= 0) return scaled(hill, 1 - 0.18 * before - 0.25 * ground(x / 9, y / 9));
      const sky = mixed(mixed(high, low, y / height), [255, 255, 255], 2 * clouds(x / 90, y / 50) - 0.9);
      return mixed(sky, [255, 250, 220], sun.radius + 0.5 - Math.hypot(x - sun.x, y - sun.y));
    },
  };
}

const whiteNoise: Texture = (random) => {
  const strength = random.uniform(10, 80);
  const middle = random.uniform(80, 180);
  const gray = (): Color => {
    const value = random.normal(middle, strength);
    return [value, value, value];
  };
  return { ...pageSize(random), colorAt: gray };
};

const colorNoise: Texture = (random) => ({ ...pageSize(random), colorAt: () => anyColor(random) });

const saltAndPepper: Texture = (random) => {
  const share = random.uniform(0.01, 0.2);
  return twoColors(random, () => (random.uniform() < share ? 1 : 0));
};

const clouded: Texture = (random) => {
  const noise = valueNoise(random);
  const size = random.uniform(6, 60);
  return twoColors(random, (x, y) => 2 * noise(x / size, y / size) - 0.5);
};

const NOISES: readonly Texture[] = [whiteNoise, colorNoise, saltAndPepper, clouded];
