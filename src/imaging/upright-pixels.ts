import type { RgbaPixels } from './rgba-pixels';

/**
 * Turns and mirrors a picture so that it stands as its orientation (EXIF 2.32, 4.6.4) says.
 *
 * @param orientation 1 (as it is) to 8; from 5 on, width and height are swapped
 */
export function uprightPixels(picture: RgbaPixels, orientation: number): RgbaPixels {
  if (orientation <= 1 || orientation > 8) return picture;
  const { width, height } = picture;
  const isSwapped = orientation >= 5;
  const flipsX = [2, 3, 7, 8].includes(orientation);
  const flipsY = [3, 4, 6, 7].includes(orientation);
  const source = new Uint32Array(picture.data.buffer, picture.data.byteOffset, width * height);
  const upright = new Uint32Array(width * height);
  const [newWidth, newHeight] = isSwapped ? [height, width] : [width, height];
  for (let y = 0, at = 0; y < newHeight; y += 1) {
    for (let x = 0; x < newWidth; x += 1, at += 1) {
      const [column, row] = isSwapped ? [y, x] : [x, y];
      const from = (flipsY ? height - 1 - row : row) * width + (flipsX ? width - 1 - column : column);
      upright[at] = source[from]!;
    }
  }
  return { width: newWidth, height: newHeight, data: new Uint8ClampedArray(upright.buffer) };
}
