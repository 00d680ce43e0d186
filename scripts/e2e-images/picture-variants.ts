import sharp, { type Sharp } from 'sharp';

/** The pixels lie on their side and the EXIF orientation 6 (turn right by 90 degrees) sets them up again. */
export async function turnedByExif(upright: Sharp): Promise<Sharp> {
  const png = await upright.png().toBuffer();
  return sharp(await sharp(png).rotate(-90).png().toBuffer())
    .withMetadata({ orientation: 6 })
    .jpeg({ quality: 85 });
}

/** Gray ink on nothing: the paper is transparent. */
export async function inkAlone(page: Sharp, level: number): Promise<Sharp> {
  const { data, info } = await page.extractChannel(0).raw().toBuffer({ resolveWithObject: true });
  const pixels = Buffer.alloc(data.length * 4, level);
  data.forEach((gray, at) => {
    pixels[at * 4 + 3] = 255 - gray;
  });
  return sharp(pixels, { raw: { width: info.width, height: info.height, channels: 4 } }).png();
}
