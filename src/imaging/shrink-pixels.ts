import type { RgbaPixels } from './rgba-pixels';

/** Shrinks an opaque picture: each pixel is the mean of those that it stands for. */
export function shrinkPixels(picture: RgbaPixels, width: number, height: number): RgbaPixels {
  if (width === picture.width && height === picture.height) return picture;
  const data = new Uint8ClampedArray(width * height * 4);
  const columns = Array.from({ length: width + 1 }, (_, x) => Math.floor((x * picture.width) / width));
  for (let y = 0, at = 0; y < height; y += 1) {
    const top = Math.floor((y * picture.height) / height);
    const bottom = Math.max(top + 1, Math.floor(((y + 1) * picture.height) / height));
    for (let x = 0; x < width; x += 1, at += 4) {
      const [left, right] = [columns[x]!, Math.max(columns[x]! + 1, columns[x + 1]!)];
      let [red, green, blue] = [0, 0, 0];
      for (let row = top; row < bottom; row += 1) {
        for (let from = (row * picture.width + left) * 4, end = from + (right - left) * 4; from < end; from += 4) {
          red += picture.data[from]!;
          green += picture.data[from + 1]!;
          blue += picture.data[from + 2]!;
        }
      }
      const count = (bottom - top) * (right - left);
      data[at] = red / count;
      data[at + 1] = green / count;
      data[at + 2] = blue / count;
      data[at + 3] = 255;
    }
  }
  return { width, height, data };
}
