import type { GrayImage, PixelImage } from '../contract/image';

/**
 * Gray levels of a color picture by Rec. ITU-R BT.601 luma, the weights that the training pictures were converted with.
 *
 * @returns 0..255, same size as the picture
 */
export function toGray(image: PixelImage): GrayImage {
  const { width, height, data } = image;
  const gray = new Uint8Array(width * height);
  for (let pixel = 0, at = 0; pixel < gray.length; pixel++, at += 4) {
    gray[pixel] = ((data[at] ?? 0) * 299 + (data[at + 1] ?? 0) * 587 + (data[at + 2] ?? 0) * 114 + 500) / 1000;
  }
  return { width, height, data: gray };
}
