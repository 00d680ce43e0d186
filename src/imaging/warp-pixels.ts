import type { PixelImage, Point } from '../contract/image';
import { homography } from './homography';

/** Four corners of a part of a picture, clockwise from the one that becomes the top left one. */
export type Corners = readonly [Point, Point, Point, Point];

type Pixels = Pick<PixelImage, 'width' | 'height' | 'data'>;

interface Warp {
  readonly width: number;
  readonly height: number;
  readonly isInverted: boolean;
}

const WHITE = 255;

/**
 * The part between four corners as an upright picture, by the projective map and bilinear samples (Heckbert 1989); white
 * where the part reaches beyond the picture. Given in strips of rows, so that whoever shows something meanwhile can do
 * so between them.
 */
export function* warpedRows(
  source: Pixels,
  corners: Corners,
  { width, height, isInverted }: Warp,
  rows = height,
): Generator<{ readonly top: number; readonly data: Uint8ClampedArray<ArrayBuffer> }> {
  const target = [
    { x: 0, y: 0 },
    { x: width, y: 0 },
    { x: width, y: height },
    { x: 0, y: height },
  ];
  const toSource = homography(target, corners);
  for (let top = 0; top < height; top += rows) {
    const count = Math.min(rows, height - top);
    const data = new Uint8ClampedArray(width * count * 4);
    for (let at = 0; at < width * count; at++) {
      const { x, y } = toSource({ x: (at % width) + 0.5, y: top + Math.floor(at / width) + 0.5 });
      samplePixel(source, x - 0.5, y - 0.5, data, at * 4);
    }
    if (isInverted) invert(data);
    yield { top, data };
  }
}

/** Writes the color between four pixels, opaque. */
function samplePixel({ width, height, data }: Pixels, x: number, y: number, into: Uint8ClampedArray, at: number): void {
  into[at + 3] = WHITE;
  if (x <= -1 || y <= -1 || x >= width || y >= height) {
    into.fill(WHITE, at, at + 3);
    return;
  }
  const [left, top] = [Math.max(0, Math.floor(x)), Math.max(0, Math.floor(y))];
  const [right, bottom] = [Math.min(width - 1, left + 1), Math.min(height - 1, top + 1)];
  const [across, down] = [Math.max(0, x - left), Math.max(0, y - top)];
  for (let channel = 0; channel < 3; channel++) {
    const level = (column: number, row: number) => data[(row * width + column) * 4 + channel]!;
    const upper = level(left, top) * (1 - across) + level(right, top) * across;
    const lower = level(left, bottom) * (1 - across) + level(right, bottom) * across;
    into[at + channel] = upper * (1 - down) + lower * down;
  }
}

function invert(data: Uint8ClampedArray): void {
  for (let at = 0; at < data.length; at++) {
    if (at % 4 !== 3) data[at] = WHITE - data[at]!;
  }
}
