import { describe, expect, it } from 'vitest';
import { boxResized, cornerMoved, sizeOf, turnedQuarter, turnedTo, wholePicture } from './picture-edit';

const WHOLE = wholePicture({ width: 400, height: 200 });
const at = (x: number, y: number) => ({ x, y });
const rounded = (corners: readonly { x: number; y: number }[]) =>
  corners.map(({ x, y }) => [Math.round(x) + 0, Math.round(y) + 0]);

describe('a part of a picture', () => {
  it('four quarter turns, either way, are none', () => {
    expect(sizeOf(turnedQuarter(WHOLE, 'right'), 1e9)).toEqual({ width: 200, height: 400 });
    expect(turnedQuarter(WHOLE, 'right').corners[0]).toEqual(at(0, 200));
    expect(turnedQuarter(turnedQuarter(WHOLE, 'right'), 'left')).toEqual(WHOLE);
    let edit = WHOLE;
    for (let turn = 0; turn < 4; turn++) edit = turnedQuarter(edit, 'left');
    expect(edit).toEqual(WHOLE);
  });

  it('turns freely about its middle, and back', () => {
    const turned = turnedTo(WHOLE, 90);
    expect(rounded(turned.corners)[0]).toEqual([100, 300]);
    expect(rounded(turnedTo(turned, 0).corners)).toEqual(rounded(WHOLE.corners));
    expect(sizeOf(turnedTo(WHOLE, 30), 1e9).width).toBeGreaterThan(398);
  });

  it('stays a box when a corner is moved, in every direction and turn', () => {
    expect(boxResized(WHOLE, 0, at(50, 20)).corners).toEqual([at(50, 20), at(400, 20), at(400, 200), at(50, 200)]);
    expect(boxResized(WHOLE, 1, at(300, 20)).corners).toEqual([at(0, 20), at(300, 20), at(300, 200), at(0, 200)]);
    expect(boxResized(WHOLE, 2, at(300, 90)).corners).toEqual([at(0, 0), at(300, 0), at(300, 90), at(0, 90)]);
    expect(boxResized(WHOLE, 3, at(50, 90)).corners).toEqual([at(50, 0), at(400, 0), at(400, 90), at(50, 90)]);
    const turned = boxResized(turnedTo(WHOLE, 20), 2, at(333, 155));
    const [a, b, c, d] = turned.corners;
    expect((b.x - a.x) * (d.x - a.x) + (b.y - a.y) * (d.y - a.y)).toBeCloseTo(0);
    expect(at(b.x + d.x - a.x, b.y + d.y - a.y).x).toBeCloseTo(c.x);
  });

  it('takes any shape when corners move on their own, and keeps to the limit of pixels', () => {
    const edit = cornerMoved(WHOLE, 2, at(500, 300));
    expect(edit.corners).toEqual([at(0, 0), at(400, 0), at(500, 300), at(0, 200)]);
    const { width, height } = sizeOf(edit, 10_000);
    expect(width * height).toBeLessThanOrEqual(10_000);
    expect(width / height).toBeCloseTo(510 / 316, 1);
  });
});
