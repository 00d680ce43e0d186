import type { GrayImage, PixelImage } from '../contract/image';
import { type GrayWeights, grayWeights, LUMA } from './gray-weights';

/**
 * Gray levels of a color picture: luma, or where luma hides the ink, the mixture of the channels that shows it. A gray
 * picture stays as it is.
 *
 * @returns 0..255, same size as the picture
 */
export function toGray(image: PixelImage): GrayImage {
  const weights = grayWeights(image);
  return weights === LUMA ? luminance(image) : mixChannels(image, weights);
}

/** By Rec. ITU-R BT.601 in whole numbers, so that it is the same everywhere to the last bit. */
function luminance({ width, height, data }: PixelImage): GrayImage {
  const gray = new Uint8Array(width * height);
  for (let pixel = 0, at = 0; pixel < gray.length; pixel++, at += 4) {
    gray[pixel] = ((data[at] ?? 0) * 299 + (data[at + 1] ?? 0) * 587 + (data[at + 2] ?? 0) * 114 + 500) / 1000;
  }
  return { width, height, data: gray };
}

function mixChannels({ width, height, data }: PixelImage, { red, green, blue }: GrayWeights): GrayImage {
  const gray = new Uint8Array(width * height);
  for (let pixel = 0, at = 0; pixel < gray.length; pixel++, at += 4) {
    gray[pixel] = (data[at] ?? 0) * red + (data[at + 1] ?? 0) * green + (data[at + 2] ?? 0) * blue + 0.5;
  }
  return { width, height, data: gray };
}
