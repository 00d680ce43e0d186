import sharp from 'sharp';
import type { GrayImage } from '../contract/image';

/** Gray levels as a PNG file, as a person would upload it. */
export async function pngFile({ width, height, data }: GrayImage, name: string): Promise<File> {
  const png = await sharp(Uint8Array.from(data), { raw: { width, height, channels: 1 } })
    .png()
    .toBuffer();
  return new File([new Uint8Array(png)], name);
}
