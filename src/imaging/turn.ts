import type { Box, GrayImage } from '../contract/image';

/** Clockwise turns of a picture, in degrees. */
export type Turn = 0 | 90 | 180 | 270;

/** The picture turned clockwise. */
export function turnGray(image: GrayImage, turn: Turn): GrayImage {
  if (turn === 0) return image;
  const { width, height, data } = image;
  const isUpright = turn === 180;
  const turned = new Float32Array(data.length);
  const newWidth = isUpright ? width : height;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const nx = turn === 90 ? height - 1 - y : isUpright ? width - 1 - x : y;
      const ny = turn === 90 ? x : isUpright ? height - 1 - y : width - 1 - x;
      turned[ny * newWidth + nx] = data[y * width + x]!;
    }
  }
  return { width: newWidth, height: isUpright ? height : width, data: turned };
}

/**
 * A box of a turned picture where it lies in the picture before it was turned.
 *
 * @param original size of the picture before
 */
export function turnBack(box: Box, turn: Turn, original: { readonly width: number; readonly height: number }): Box {
  const { x, y, width, height } = box;
  if (turn === 90) return { x: y, y: original.height - x - width, width: height, height: width };
  if (turn === 180) return { x: original.width - x - width, y: original.height - y - height, width, height };
  if (turn === 270) return { x: original.width - y - height, y: x, width: height, height: width };
  return box;
}
