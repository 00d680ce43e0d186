import type { GrayImage } from '../../contract/image';
import { inkBox } from '../../imaging/ink-box';
import type { LabelledPicture } from '../labelled-set';
import { pngFile } from '../png-file';
import { type SeededRandom, seededRandom } from '../seeded-random';
import { cannyEdges } from './canny-edges';
import type { DigitPixels } from './digit-pixels';
import { brightness, fog, spatter, stripe } from './light-and-dirt';
import { dottedLine, zigzag } from './lines';
import { glassBlur, impulseNoise, motionBlur, shotNoise } from './noise-and-blur';
import { rotate, scale, shear, translate } from './turn-and-move';

interface Corruption {
  readonly name: string;
  readonly apply: (pixels: DigitPixels, random: SeededRandom) => DigitPixels;
  /** The ink lies elsewhere afterwards. */
  readonly moves?: boolean;
}

/**
 * The fifteen corruptions of MNIST-C (Mu and Gilmer 2019, arXiv 1906.02337) at the severities of the published set,
 * written anew from the paper and its repository; the random numbers are ours, so the pictures are like those of the
 * published set but not the same.
 */
export const CORRUPTIONS: readonly Corruption[] = [
  { name: 'shot noise', apply: shotNoise },
  { name: 'impulse noise', apply: impulseNoise },
  { name: 'glass blur', apply: glassBlur },
  { name: 'motion blur', apply: motionBlur, moves: true },
  { name: 'shear', apply: shear, moves: true },
  { name: 'scale', apply: scale, moves: true },
  { name: 'rotate', apply: rotate, moves: true },
  { name: 'brightness', apply: brightness },
  { name: 'translate', apply: translate, moves: true },
  { name: 'stripe', apply: stripe },
  { name: 'fog', apply: fog },
  { name: 'spatter', apply: spatter },
  { name: 'dotted line', apply: dottedLine },
  { name: 'zigzag', apply: zigzag },
  { name: 'canny edges', apply: cannyEdges },
];

/** The digit after a corruption, by a seed of its own; its place is that of its ink without what was laid over it. */
export function corrupted(picture: LabelledPicture, { name, apply, moves = false }: Corruption): LabelledPicture {
  const { width, height, data } = picture.gray!;
  const pixels = apply(
    Float64Array.from(data, (value) => value / 255),
    seededRandom(`${name} ${picture.name}`),
  );
  const gray: GrayImage = { width, height, data: Uint8Array.from(pixels, (value) => Math.floor(value * 255)) };
  return {
    name: `${name} ${picture.name}`,
    label: picture.label,
    gray,
    box: inkBox(moves ? gray : picture.gray!),
    open: () => pngFile(gray, `${picture.name}.png`),
  };
}
