import { describe, expect, it } from 'vitest';
import type { Box, PixelImage } from '../contract/image';
import { boxCorners } from '../imaging/box';
import { cutField } from './cut-field';

const [WIDTH, HEIGHT] = [200, 100];
const gray = Array.from({ length: WIDTH * HEIGHT }, (_, at) => at % WIDTH);
const PHOTO: PixelImage = {
  width: WIDTH,
  height: HEIGHT,
  data: Uint8ClampedArray.from(gray.flatMap((level) => [level, level, level, 255])),
  originalWidth: WIDTH,
  originalHeight: HEIGHT,
};
const cornersOf = (box: Box) => {
  const [a, b, c, d] = boxCorners(box).map(({ x, y }) => ({ x: x * WIDTH, y: y * HEIGHT }));
  return [a!, b!, c!, d!] as const;
};

describe('cutField', () => {
  const { corners, picture } = cutField(
    PHOTO,
    { agreement: 1, isFound: true, cornersOf },
    { x: 0.25, y: 0.2, width: 0.5, height: 0.5 },
  );

  it('says where the field lies', () => {
    expect(corners[0]).toEqual({ x: 50, y: 20 });
    expect(corners[2]).toEqual({ x: 150, y: 70 });
  });

  it('cuts it as large as it is, with the same margin on each side', () => {
    expect([picture.width, picture.height]).toEqual([104, 54]);
    expect(picture.data[0]).toBe(48);
  });
});
