import { describe, expect, it } from 'vitest';
import type { GrayImage, Point } from '../contract/image';
import { pageCorners } from './page-corners';

const WIDTH = 400;
const HEIGHT = 300;

/** A bright four-cornered sheet with a line of ink on a dark table. */
function sheet(corners: readonly Point[], paper = 220, table = 70): GrayImage {
  const data = new Uint8Array(WIDTH * HEIGHT).map((_, at) => {
    const [x, y] = [(at % WIDTH) + 0.5, Math.floor(at / WIDTH) + 0.5];
    const isInside = corners.every((from, index) => {
      const to = corners[(index + 1) % corners.length]!;
      return (to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x) > 0;
    });
    return isInside ? (Math.abs(y - 150) < 3 && x > 150 && x < 220 ? 30 : paper) : table;
  });
  return { width: WIDTH, height: HEIGHT, data };
}

const at = (x: number, y: number) => ({ x, y });

describe('pageCorners', () => {
  it('finds a photographed sheet, within a hundredth of the picture', () => {
    const corners = [at(70, 40), at(340, 62), at(310, 270), at(45, 240)];
    const found = pageCorners(sheet(corners));
    found?.forEach(({ x, y }, index) => {
      expect(Math.hypot(x - corners[index]!.x, y - corners[index]!.y)).toBeLessThan(6);
    });
    expect(found).toHaveLength(4);
  });

  it.each([
    ['a scan, which is all paper', sheet([at(0, 0), at(WIDTH, 0), at(WIDTH, HEIGHT), at(0, HEIGHT)])],
    ['a small bright spot', sheet([at(100, 100), at(130, 100), at(130, 130), at(100, 130)])],
    ['a triangle', sheet([at(20, 20), at(380, 20), at(20, 280)])],
    ['a page as dark as the table', sheet([at(70, 40), at(340, 62), at(310, 270), at(45, 240)], 90, 80)],
  ])('offers nothing for %s', (_, picture) => {
    expect(pageCorners(picture)).toBeNull();
  });
});
