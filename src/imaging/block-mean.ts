import type { GrayImage } from '../contract/image';

/** A picture `factor` times smaller: the mean of each whole block of `factor` x `factor` pixels. The rest at the right and bottom is left out. */
export function blockMean(image: GrayImage, factor: number): GrayImage {
  const width = Math.max(1, Math.floor(image.width / factor));
  const height = Math.max(1, Math.floor(image.height / factor));
  const data = new Float32Array(width * height);
  const sums = new Float32Array(width);
  for (let y = 0; y < height; y++) {
    sums.fill(0);
    for (let row = y * factor; row < (y + 1) * factor; row++) {
      let from = row * image.width;
      for (let x = 0; x < width; x++) {
        let sum = 0;
        for (let k = 0; k < factor; k++) sum += image.data[from++] ?? 0;
        sums[x] = (sums[x] ?? 0) + sum;
      }
    }
    for (let x = 0; x < width; x++) data[y * width + x] = (sums[x] ?? 0) / (factor * factor);
  }
  return { width, height, data };
}

/** The picture mirrored at its main diagonal: columns become rows. */
export function transposed({ width, height, data }: GrayImage): GrayImage {
  const turned = new Float32Array(width * height);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) turned[x * height + y] = data[y * width + x]!;
  return { width: height, height: width, data: turned };
}
