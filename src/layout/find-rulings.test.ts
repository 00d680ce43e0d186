import { describe, expect, it } from 'vitest';
import { lengthOf, meanSlope, offAt } from './curve';
import { findRulings } from './find-rulings';
import { DrawnPage } from './test-drawn-page';

const HEIGHT = 24;

describe('findRulings', () => {
  it('finds nothing on empty paper', () => {
    const { page } = new DrawnPage(300, 200);
    expect(findRulings(page, HEIGHT)).toEqual({ across: [], down: [] });
  });

  it.each([-0.3, -0.1, 0, 0.02, 0.25])('follows a line of slope %s', (slope) => {
    const { page } = new DrawnPage(400, 300).line({ x: 20, y: 150 - 180 * slope }, { x: 380, y: 150 + 180 * slope });
    const { across, down } = findRulings(page, HEIGHT);
    expect(down).toEqual([]);
    expect(across).toHaveLength(1);
    expect(lengthOf(across[0]!)).toBeGreaterThan(340);
    expect(meanSlope(across[0]!)).toBeCloseTo(slope, 2);
  });

  it('follows a line that curls', () => {
    const curled = (x: number) => 100 + 25 * Math.sin(x / 130);
    const { page } = new DrawnPage(400, 200, ({ x, y }) => ({ x, y: y + curled(x) })).line(
      { x: 10, y: 0 },
      { x: 390, y: 0 },
    );
    const [line, ...others] = findRulings(page, HEIGHT).across;
    expect(others).toEqual([]);
    for (const x of [30, 100, 200, 300, 370]) expect(Math.abs(offAt(line!, x) - curled(x))).toBeLessThan(2);
  });

  it('goes on over gaps and over digits that cross it', () => {
    const drawn = new DrawnPage(400, 200).line(
      { x: 10, y: 100 },
      { x: 390, y: 100 },
      { isLeftOut: (share) => (share > 0.3 && share < 0.36) || (share > 0.7 && share < 0.73) },
    );
    drawn.number(200, 85, 4);
    const long = findRulings(drawn.page, HEIGHT).across.filter((line) => lengthOf(line) > 5 * HEIGHT);
    expect(long).toHaveLength(1);
    expect(lengthOf(long[0]!)).toBeGreaterThan(360);
  });

  it('takes the edge of a shadow for none', () => {
    const { page } = new DrawnPage(400, 200);
    for (let at = 0; at < page.data.length; at++) if (at % 400 > 200) page.data[at] = page.data[at]! * 0.6;
    expect(findRulings(page, HEIGHT)).toEqual({ across: [], down: [] });
  });

  it('finds light lines on a dark page', () => {
    const { page } = new DrawnPage(400, 200).line({ x: 200, y: 10 }, { x: 200, y: 190 });
    const dark = { ...page, data: page.data.map((level) => 255 - level) };
    expect(findRulings(dark, HEIGHT, true).down).toHaveLength(1);
  });

  it('gives places in pixels of a page that it looks at smaller', () => {
    const { page } = new DrawnPage(900, 700).line({ x: 30, y: 350 }, { x: 870, y: 350 }, { thick: 8 });
    const [line] = findRulings(page, 120).across;
    expect(Math.abs(offAt(line!, 450) - 350)).toBeLessThan(3);
    expect(lengthOf(line!)).toBeGreaterThan(800);
  });
});
