import { describe, expect, it } from 'vitest';
import { boxCorners } from '../imaging/box';
import { homography } from '../imaging/homography';
import type { Corners } from '../imaging/warp-pixels';
import { alignForm } from './align-form';
import { formPrint } from './make-template';
import { printLevels } from './print-levels';
import { FIELDS, photoOf, printedPage } from './test-form';

const LEVELS = printLevels({ print: formPrint(printedPage(true), FIELDS), fields: FIELDS });
const [A, B, C, D] = [
  { x: 80, y: 60 },
  { x: 420, y: 90 },
  { x: 440, y: 560 },
  { x: 60, y: 530 },
];
const UNIT = boxCorners({ x: 0, y: 0, width: 1, height: 1 });

/** The furthest that a corner of a field is cut beside its place, in pixels of the photo. */
function furthestOff(corners: Corners, shade = 0): number {
  const alignment = alignForm(photoOf(printedPage(true), corners, shade), LEVELS);
  expect(alignment.isFound).toBe(true);
  const toPhoto = homography(UNIT, corners);
  const off = FIELDS.flatMap(({ box }) => {
    const places = boxCorners(box).map(toPhoto);
    return alignment.cornersOf(box).map(({ x, y }, index) => Math.hypot(x - places[index]!.x, y - places[index]!.y));
  });
  return Math.max(...off);
}

describe('alignForm', () => {
  it.each<[string, Corners]>([
    ['seen from the side', [A, B, C, D]],
    ['on its side', [B, C, D, A]],
    ['upside down', [C, D, A, B]],
  ])('finds the fields of a page %s', (_, corners) => {
    expect(furthestOff(corners)).toBeLessThan(4);
  });

  it('finds them where half of the page is in shadow', () => {
    expect(furthestOff([A, B, C, D], 0.5)).toBeLessThan(4);
  });

  it('says that another paper is not this form', () => {
    const page = printedPage();
    const other = { ...page, data: page.data.map((_, at) => (Math.floor(at / page.width) % 37 < 3 ? 40 : 230)) };
    expect(alignForm(photoOf(other, [A, B, C, D]), LEVELS).isFound).toBe(false);
  });
});
