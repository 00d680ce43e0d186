import { writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';

const IMAGES = path.resolve(import.meta.dirname, '../../e2e/images');
const WIDTH = 1280;
const HEIGHT = 720;
/** A hand is never still: where the strip lies in each frame, in pixels. */
const PLACES = [
  { left: 190, top: 226 },
  { left: 194, top: 228 },
  { left: 188, top: 231 },
] as const;

/** The fake camera of the browser tests: the photographed strip on a table, as the JPEG frames that Chromium plays. */
async function makeCameraClip(): Promise<void> {
  const strip = await sharp(path.join(IMAGES, 'phone-photo.jpg')).toBuffer();
  const table = { create: { width: WIDTH, height: HEIGHT, channels: 3, background: '#8f8a80' } } as const;
  const frames = await Promise.all(
    PLACES.map((place) =>
      sharp(table)
        .composite([{ input: strip, ...place }])
        .jpeg({ quality: 85 })
        .toBuffer(),
    ),
  );
  writeFileSync(path.join(IMAGES, 'camera-clip.mjpeg'), Buffer.concat(frames));
}

await makeCameraClip();
