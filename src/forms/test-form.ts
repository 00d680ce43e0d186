import type { Box, GrayImage } from '../contract/image';
import { homography } from '../imaging/homography';
import type { Corners } from '../imaging/warp-pixels';
import type { FormField } from './form-template';

/** Pixels of a small form. */
const PAGE = { width: 300, height: 420 } as const;

export const FIELDS: readonly FormField[] = [
  [0.5, 0.15],
  [0.2, 0.45],
  [0.6, 0.7],
].map(([x, y], index) => ({
  id: `f${index}`,
  name: `Field ${index}`,
  box: { x: x!, y: y!, width: 0.3, height: 0.08 },
  expectation: { id: 'digits-only' },
}));

/** Print of a form: framed fields, and blocks of all lengths in their rows as words are. */
export function printedPage(written = false): GrayImage {
  const data = new Uint8Array(PAGE.width * PAGE.height).fill(230);
  const bar = (x: number, y: number, width: number, height: number) => {
    for (let row = Math.round(y); row < y + height; row++)
      for (let column = Math.round(x); column < x + width; column++) data[row * PAGE.width + column] = 40;
  };
  for (let word = 0; word < 40; word++)
    bar(15 + ((word * 67) % 250), 12 + 48 * Math.floor(word / 5), 8 + ((word * 13) % 25), 5);
  for (const { box } of FIELDS) {
    const [x, y, width, height] = inPixels(box);
    for (const top of [y, y + height - 2]) bar(x, top, width, 2);
    for (const left of [x, x + width - 2]) bar(left, y, 2, height);
    if (written) bar(x + 0.4 * width, y + 0.25 * height, 5, 0.5 * height);
  }
  return { ...PAGE, data };
}

function inPixels({ x, y, width, height }: Box): [number, number, number, number] {
  return [x * PAGE.width, y * PAGE.height, width * PAGE.width, height * PAGE.height];
}

/** The page on a dark table; `shade` darkens its left half, a share of the light. */
export function photoOf(page: GrayImage, corners: Corners, shade = 0): GrayImage {
  const [width, height] = [500, 600];
  const toPage = homography(corners, [
    { x: 0, y: 0 },
    { x: page.width, y: 0 },
    { x: page.width, y: page.height },
    { x: 0, y: page.height },
  ]);
  const data = Uint8Array.from({ length: width * height }, (_, index) => {
    const { x, y } = toPage({ x: (index % width) + 0.5, y: Math.floor(index / width) + 0.5 });
    const isPage = x >= 0 && y >= 0 && x < page.width && y < page.height;
    const level = isPage ? page.data[Math.floor(y) * page.width + Math.floor(x)]! : 50;
    return x < page.width / 2 ? level * (1 - shade) : level;
  });
  return { width, height, data };
}
