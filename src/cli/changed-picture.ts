import sharp, { type Sharp } from 'sharp';
import type { SeededRandom } from './seeded-random';

/** Upright pixels of a picture, three channels. */
export interface PlainPicture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** A change that leaves a person reading the same. */
export interface PictureChange {
  readonly name: string;
  /** How many times as large digits are afterwards; 1 where none is given. */
  readonly factor?: number;
  readonly apply: (picture: PlainPicture, random: SeededRandom) => Sharp;
}

export async function plainPicture(file: File): Promise<PlainPicture> {
  const { data, info } = await sharp(await file.arrayBuffer())
    .autoOrient()
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}

const SCALES = [0.25, 0.5, 2, 4];
const ANGLES = [-10, -5, 5, 10];
const JPEG_QUALITY = 40;
/** Of a larger page, in sides of the picture. */
const LARGER = 2.5;
const LONGEST_SHIFT = 0.3;

const SCALED = SCALES.map((factor): PictureChange => {
  const resize = (picture: PlainPicture) =>
    opened(picture).resize({ width: Math.max(1, Math.round(picture.width * factor)) });
  return { name: `scaled to ${factor * 100} %`, factor, apply: resize };
});

const IN_LARGER_PAGE: PictureChange = {
  name: 'set in a larger empty page',
  apply(picture, random) {
    const [width, height] = [(LARGER - 1) * picture.width, (LARGER - 1) * picture.height].map(Math.round);
    const [left, top] = [random.integer(0, width! + 1), random.integer(0, height! + 1)];
    const background = borderColor(picture);
    return opened(picture).extend({ left, right: width! - left, top, bottom: height! - top, background });
  },
};

/** Other sizes of the same picture, and more paper around it. */
export const SIZE_CHANGES: readonly PictureChange[] = [...SCALED, IN_LARGER_PAGE];

/** Everything that must leave a reading unchanged. Paper that comes into view has the color of the picture's border. */
export const PICTURE_CHANGES: readonly PictureChange[] = [
  ...SCALED,
  ...ANGLES.map((angle): PictureChange => {
    const rotate = (picture: PlainPicture) => opened(picture).rotate(angle, { background: borderColor(picture) });
    return { name: `turned by ${angle < 0 ? '−' : ''}${Math.abs(angle)} degrees`, apply: rotate };
  }),
  {
    name: 'moved aside',
    apply: (picture, random) =>
      opened(picture).extend({
        left: Math.round(picture.width * random.uniform(0, LONGEST_SHIFT)),
        top: Math.round(picture.height * random.uniform(0, LONGEST_SHIFT)),
        background: borderColor(picture),
      }),
  },
  IN_LARGER_PAGE,
  { name: 'inverted', apply: (picture) => opened(picture).negate() },
  {
    name: `recompressed as JPEG of quality ${JPEG_QUALITY}`,
    apply: (picture) => opened(picture).jpeg({ quality: JPEG_QUALITY }),
  },
];

function opened({ width, height, data }: PlainPicture): Sharp {
  return sharp(data, { raw: { width, height, channels: 3 } }).png();
}

/** The median of each channel along the border. */
function borderColor({ width, height, data }: PlainPicture): { r: number; g: number; b: number } {
  const places: number[] = [];
  for (let x = 0; x < width; x += 1) places.push(x, (height - 1) * width + x);
  for (let y = 0; y < height; y += 1) places.push(y * width, y * width + width - 1);
  const median = (channel: number) =>
    places.map((place) => data[place * 3 + channel]!).sort((a, b) => a - b)[places.length >> 1]!;
  return { r: median(0), g: median(1), b: median(2) };
}
